import { type Padding, paddingType } from "../../values/insets.ts";
import type { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Read } from "../control-props.ts";
import { type ScrollProps, scrollEntries } from "../scroll-props.ts";
import { type Entries, flag, integer, number, slots, value } from "../spec.ts";

/** Properties of every control that scrolls through many controls. */
export interface ListProps<M extends Mode = Literal, C extends Control = Control> extends ScrollProps<M, C> {
  /** Controls of the list, in order. Default none. */
  controls?: Children<M>;
  /** Whether the list runs horizontally. Default `false`: vertically. */
  horizontal?: In<M, boolean>;
  /** Whether the list starts at the other end: at the bottom, or at the end of the line. Default `false`. */
  reverse?: In<M, boolean>;
  /**
   * Space between the edge of the list and its controls, in pixels: one number for all sides, or by side. It scrolls
   * with them. Default `null`: none.
   */
  padding?: In<M, Padding | null>;
  /** Number of controls that screen readers announce. Default `null`: the number of `controls`. */
  semanticChildCount?: In<M, number | null>;
  /**
   * Distance from the visible part up to which controls are drawn, in pixels, if their sizes are known. Default `null`:
   * 250.
   */
  cacheExtent?: In<M, number | null>;
  /** Whether only controls near the visible part are drawn. Default `true`; with `false` all are. */
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
