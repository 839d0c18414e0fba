import type { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { type Entries, event, flag, number, oneOf } from "../core/spec.ts";
import { ScrollMode } from "../core/values/layout.ts";
import { type ScrollDetails, scrollDetailsType } from "./values/scroll-details.ts";

/** Properties of every control whose content may scroll: `C` is what its handlers are given. Flet: `ScrollableControl`. */
export interface ScrollProps<M extends Mode = Literal, C extends Control = Control> extends LayoutProps<M> {
  /** How controls that do not fit scroll. Default `null`: they do not. */
  scroll?: In<M, ScrollMode | null>;
  /** Whether it stays scrolled to the end as controls are added. Default `false`. */
  autoScroll?: In<M, boolean>;
  /** Least milliseconds between two `onScroll`; the last position is always told. Default 10. */
  scrollInterval?: In<M, number>;
  /** It was scrolled; `data` says how far. */
  onScroll?: EventHandler<C, ScrollDetails> | undefined;
}

/** @internal */
export const scrollEntries: Entries<ScrollProps<Read>, LayoutProps<Read>> = {
  scroll: oneOf(ScrollMode, null),
  autoScroll: flag(false),
  scrollInterval: number(10, { min: 0 }),
  onScroll: event(scrollDetailsType),
};
