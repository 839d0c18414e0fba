import type { Observable } from "rxjs";
import type { Animate, AnimatedAspect } from "../values/animation.ts";
import type { Margin } from "../values/insets.ts";
import type { Alignment, Expand, Flip, Offset, Rotate, Scale, Size } from "../values/layout.ts";
import type { ResponsiveNumber } from "../values/responsive.ts";
import type { Tooltip } from "../values/tooltip.ts";
import type { Transform } from "../values/transform.ts";
import type { ChildArray } from "./child-array.ts";
import type { Control } from "./control.ts";
import type { EventHandler } from "./event.ts";

/**
 * Which of two types the properties of an interface have. `Literal`: as a constructor takes them, which may be
 * Observables. `Read`: as they are read from a control, which are plain values.
 */
export type Mode = "literal" | "read";
/** Selects the types that a constructor takes: `ButtonProps<Literal>` has `disabled?: boolean | Observable<boolean>`. */
export type Literal = "literal";
/** Selects the types that are read from a control: `ButtonProps<Read>` has `disabled?: boolean`. */
export type Read = "read";

/**
 * Type of a property in an interface of properties: `label?: In<M, string>` is `string` when it is read, and `string` or
 * an Observable of `string` in a constructor.
 */
export type In<M extends Mode, T> = M extends Read ? T : T | Observable<T>;
/**
 * Type of a list of children: a {@link ChildArray} when it is read; any array, or a stream of arrays, when it is set. A
 * class with a list also declares a pair of accessors, `get` with this type and `set` with `readonly C[]`.
 */
export type Children<M extends Mode, C extends Control = Control> = M extends Read
  ? ChildArray<C>
  : readonly C[] | Observable<readonly C[]>;

// `P` keeps the documentation in hovers. The second part of the intersection removes `undefined` without repeating
// `P[K]`, because an intersection of two large unions is too complex for the compiler.
/**
 * Properties as a control has them. No property is `undefined`, because each has a default; only handlers, `key` and
 * `data` may be `undefined`. A class gets its properties by an interface with its name:
 * `interface Counter extends Plain<CounterProps<Read>> {}`.
 */
export type Plain<P> = P & {
  [K in keyof P as K extends `on${Capitalize<string>}` | "key" | "data" ? never : K]-?: AnythingButUndefined;
};
// biome-ignore lint/complexity/noBannedTypes: here it means what it says, anything but null and undefined
type AnythingButUndefined = {} | null;

/** What identifies a control for the app. */
export interface IdentityProps {
  /** Identifier of the control among its siblings, also in tests. Never sent to the client. */
  key?: string | number;
  /** Any data of the app. Never sent to the client. */
  data?: unknown;
}

/** Properties of every control. Flet: `Control`. */
export interface ControlProps<M extends Mode = Literal> extends IdentityProps {
  /** Whether the control, and everything inside it, is shown and takes up space. Default `true`. */
  visible?: In<M, boolean>;
  /** Whether the control, and everything inside it, ignores input. Default `false`. */
  disabled?: In<M, boolean>;
  /** Opacity of the control, from 0 (transparent) to 1 (opaque). Default 1. */
  opacity?: In<M, number>;
  /**
   * Tooltip shown while the pointer rests on the control or it has keyboard focus: a text, or a text with options.
   * Default `null`: none.
   */
  tooltip?: In<M, Tooltip | null>;
  /**
   * Share of the remaining space that the control fills in a Row, Column or Page; `true` is a share of 1. Default
   * `null`: the control keeps its own size.
   */
  expand?: In<M, Expand | null>;
  /** Whether the control may be smaller than the space that `expand` gives it. Default `false`. */
  expandLoose?: In<M, boolean>;
  /**
   * Number of columns that the control spans in a ResponsiveRow: one number, or one from each breakpoint on. Default
   * 12.
   */
  col?: In<M, ResponsiveNumber>;
  /** Whether text and rows inside the control run from right to left. Default `false`. */
  rtl?: In<M, boolean>;
}

/** Properties of every control that takes up space on the page. Flet: `LayoutControl`. */
export interface LayoutProps<M extends Mode = Literal> extends ControlProps<M> {
  /** Width of the control, in pixels. Default `null`: as wide as its content needs, or as its parent decides. */
  width?: In<M, number | null>;
  /** Height of the control, in pixels. Default `null`: as high as its content needs, or as its parent decides. */
  height?: In<M, number | null>;
  /**
   * Distance from the left edge of a Stack, in pixels. With `right`, the width is the space between the two. Default
   * `null`.
   */
  left?: In<M, number | null>;
  /**
   * Distance from the top edge of a Stack, in pixels. With `bottom`, the height is the space between the two. Default
   * `null`.
   */
  top?: In<M, number | null>;
  /** Distance from the right edge of a Stack, in pixels. Default `null`. */
  right?: In<M, number | null>;
  /** Distance from the bottom edge of a Stack, in pixels. Default `null`. */
  bottom?: In<M, number | null>;
  /** Width divided by height: gives the side that is not set. Default `null`: none. */
  aspectRatio?: In<M, number | null>;
  /** Space around the control, in pixels: one number for all sides, or by side. Default `null`: none. */
  margin?: In<M, Margin | null>;
  /** Position of the control within the space that its parent gives it. Default `null`: the parent decides. */
  align?: In<M, Alignment | null>;
  /** Rotation of the control, clockwise, in radians. The layout does not change. Default `null`: none. */
  rotate?: In<M, Rotate | null>;
  /**
   * Scale factor of the control: one number, or one for each direction. The layout does not change. Default `null`:
   * none.
   */
  scale?: In<M, Scale | null>;
  /**
   * Distance that the drawn control is moved, as a fraction of its own size: `{ x: 0.5 }` is half its width. The layout
   * does not change. Default `null`: none.
   */
  offset?: In<M, Offset | null>;
  /** Directions in which the control is mirrored. Default `null`: none. */
  flip?: In<M, Flip | null>;
  /** Badge on the corner of the control: a Badge, a text such as a number, or `""` for a dot. Default `null`: none. */
  badge?: In<M, Control | string | null>;
  /**
   * Matrix that transforms the drawn control, together with `rotate`, `scale`, `offset` and `flip`. Default `null`:
   * none.
   */
  transform?: In<M, Transform | null>;
  /** Animation of changes of `opacity`. Default `null`: changes are immediate. */
  animateOpacity?: In<M, Animate | null>;
  /** Animation of changes of `width` and `height`. Default `null`: changes are immediate. */
  animateSize?: In<M, Animate | null>;
  /** Animation of changes of `left`, `top`, `right` and `bottom`. Default `null`: changes are immediate. */
  animatePosition?: In<M, Animate | null>;
  /** Animation of changes of `align`. Default `null`: changes are immediate. */
  animateAlign?: In<M, Animate | null>;
  /** Animation of changes of `margin`. Default `null`: changes are immediate. */
  animateMargin?: In<M, Animate | null>;
  /** Animation of changes of `rotate`. Default `null`: changes are immediate. */
  animateRotation?: In<M, Animate | null>;
  /** Animation of changes of `scale`. Default `null`: changes are immediate. */
  animateScale?: In<M, Animate | null>;
  /** Animation of changes of `offset`. Default `null`: changes are immediate. */
  animateOffset?: In<M, Animate | null>;
  /** Minimum time between two `onSizeChange` events, in milliseconds. Default 10. */
  sizeChangeInterval?: In<M, number>;
  /** Called when the size of the control on the screen has changed; `data` is the new size in pixels. */
  onSizeChange?: EventHandler<Control, Size> | undefined;
  /** Called when the animation of a change has ended; `data` names what changed. */
  onAnimationEnd?: EventHandler<Control, AnimatedAspect> | undefined;
}
