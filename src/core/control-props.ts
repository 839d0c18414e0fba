import type { Observable } from "rxjs";
import type { Tooltip } from "../controls/values/tooltip.ts";
import type { Control } from "./control.ts";
import type { EventHandler } from "./event.ts";
import type { Animate, AnimatedAspect } from "./values/animation.ts";
import type { Margin } from "./values/insets.ts";
import type { Alignment, Expand, Flip, Offset, Rotate, Scale, Size } from "./values/layout.ts";
import type { ResponsiveNumber } from "./values/responsive.ts";
import type { Transform } from "./values/transform.ts";

/** Properties as a constructor takes them, or as they read. */
export type Mode = "literal" | "read";
export type Literal = "literal";
export type Read = "read";

/** `T` where it is read; where it is set, also a stream of `T`. */
export type In<M extends Mode, T> = M extends Read ? T : T | Observable<T>;
/** A list of children where it is read: a live array. Where it is set: any array or a stream of arrays. */
export type Children<M extends Mode, C extends Control = Control> = M extends Read
  ? C[]
  : readonly C[] | Observable<readonly C[]>;

/**
 * An interface of properties as a control has them: all there but handlers, which may be undefined. `P` keeps the
 * documentation in hovers; the other side takes `undefined` away, and is no copy of `P[K]` since an intersection of
 * two large unions is too complex for the compiler.
 */
export type Plain<P> = P & {
  [K in keyof P as K extends `on${Capitalize<string>}` | "key" | "data" ? never : K]-?: Present;
};
// biome-ignore lint/complexity/noBannedTypes: here it means what it says, anything but null and undefined
type Present = {} | null;

/** Properties of every control. Flet: `Control`. */
export interface ControlProps<M extends Mode = Literal> {
  /** Names it among its siblings and in tests. Never sent. */
  key?: string | number;
  /** Anything of the app's own. Never sent. */
  data?: unknown;
  /** Whether it is shown and takes room; with it, everything inside. Default `true`. */
  visible?: In<M, boolean>;
  /** Whether it, and everything inside, refuses input. Default `false`. */
  disabled?: In<M, boolean>;
  /** From 0 (clear) to 1 (solid). Default 1. */
  opacity?: In<M, number>;
  /** What is told when the pointer rests on it or the keyboard focuses it: text, or more about it. Default none. */
  tooltip?: In<M, Tooltip | null>;
  /** In a Row, Column or Page: take the room that is left; a number shares it in that ratio. Default `null`: own size. */
  expand?: In<M, Expand | null>;
  /** With `expand`: may stay smaller than the room it is given. Default `false`. */
  expandLoose?: In<M, boolean>;
  /** In a ResponsiveRow: how many columns it takes, for all widths or from each width on. Default 12. */
  col?: In<M, ResponsiveNumber>;
  /** Whether text and rows inside run from right to left. Default `false`. */
  rtl?: In<M, boolean>;
}

/** Properties of every control that takes room on the page. Flet: `LayoutControl`. */
export interface LayoutProps<M extends Mode = Literal> extends ControlProps<M> {
  /** In pixels. Default `null`: as wide as it needs, or as its parent says. */
  width?: In<M, number | null>;
  /** In pixels. Default `null`: as high as it needs, or as its parent says. */
  height?: In<M, number | null>;
  /** In a Stack: pixels from its left edge. With `right` too, it is as wide as the room between. Default `null`. */
  left?: In<M, number | null>;
  /** In a Stack: pixels from its top. With `bottom` too, it is as high as the room between. Default `null`. */
  top?: In<M, number | null>;
  /** In a Stack: pixels from its right edge. Default `null`. */
  right?: In<M, number | null>;
  /** In a Stack: pixels from its bottom. Default `null`. */
  bottom?: In<M, number | null>;
  /** Width divided by height, for the side that is not given. Default none. */
  aspectRatio?: In<M, number | null>;
  /** Room around it, in pixels: one number, or by side. Default none. */
  margin?: In<M, Margin | null>;
  /** Where it stands in the room its parent gives it. Default: as the parent says. */
  align?: In<M, Alignment | null>;
  /** Turned clockwise, in radians. Takes no room of its own. Default none. */
  rotate?: In<M, Rotate | null>;
  /** Drawn larger or smaller. Takes no room of its own. Default none. */
  scale?: In<M, Scale | null>;
  /** Drawn moved, in shares of its own size: `{ x: 0.5 }` is half its width. Default none. */
  offset?: In<M, Offset | null>;
  /** Drawn as in a mirror. Default none. */
  flip?: In<M, Flip | null>;
  /** A small sign on its corner: a Badge, a text such as a number, or `""` for a dot. Default none. */
  badge?: In<M, Control | string | null>;
  /** Drawn by a matrix of any kind, after the four above. Default none. */
  transform?: In<M, Transform | null>;
  /** How a change of `opacity` is shown. Default `null`: at once. */
  animateOpacity?: In<M, Animate | null>;
  /** How a change of `width` and `height` is shown. Default `null`: at once. */
  animateSize?: In<M, Animate | null>;
  /** How a change of `left`, `top`, `right` and `bottom` is shown. Default `null`: at once. */
  animatePosition?: In<M, Animate | null>;
  /** How a change of `align` is shown. Default `null`: at once. */
  animateAlign?: In<M, Animate | null>;
  /** How a change of `margin` is shown. Default `null`: at once. */
  animateMargin?: In<M, Animate | null>;
  /** How a change of `rotate` is shown. Default `null`: at once. */
  animateRotation?: In<M, Animate | null>;
  /** How a change of `scale` is shown. Default `null`: at once. */
  animateScale?: In<M, Animate | null>;
  /** How a change of `offset` is shown. Default `null`: at once. */
  animateOffset?: In<M, Animate | null>;
  /** Least milliseconds between two `onSizeChange`. Default 10. */
  sizeChangeInterval?: In<M, number>;
  /** Its size on the screen changed; `data` is the new one in pixels. */
  onSizeChange?: EventHandler<Control, Size> | undefined;
  /** A change was shown to its end; `data` names what changed. */
  onAnimationEnd?: EventHandler<Control, AnimatedAspect> | undefined;
}
