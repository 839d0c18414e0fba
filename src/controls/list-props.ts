import type { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Read } from "../core/control-props.ts";
import { type Entries, flag, integer, number, slots, value } from "../core/spec.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type ScrollProps, scrollEntries } from "./scroll-props.ts";

/** What the controls have in common that scroll through many others. */
export interface ListProps<M extends Mode = Literal, C extends Control = Control> extends ScrollProps<M, C> {
  /** What it shows, in order. Default none. */
  controls?: Children<M>;
  /** Whether it goes on to the side. Default `false`: downwards. */
  horizontal?: In<M, boolean>;
  /** Whether it begins at the other end: at the bottom, or where lines end. Default `false`. */
  reverse?: In<M, boolean>;
  /** Room between its edge and the controls, in pixels; it scrolls with them. Default none. */
  padding?: In<M, Padding | null>;
  /** How many controls a screen reader is told of. Default `null`: those that there are. */
  semanticChildCount?: In<M, number | null>;
  /** How many pixels beyond what is seen are kept ready, where sizes are known. Default `null`: 250. */
  cacheExtent?: In<M, number | null>;
  /** Whether only what is near to being seen is drawn. Default `true`; `false` draws all at once. */
  buildControlsOnDemand?: In<M, boolean>;
}

/** @internal */
export const listEntries: Entries<ListProps<Read>, LayoutProps<Read>> = {
  controls: slots(),
  horizontal: flag(false),
  reverse: flag(false),
  padding: value(paddingType, null),
  semanticChildCount: integer(null, { min: 0 }),
  cacheExtent: number(null, { min: 0 }),
  buildControlsOnDemand: flag(true),
  ...scrollEntries,
};
