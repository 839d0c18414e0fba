import type { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { type Entries, event, flag, number, oneOf, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type ControlStateValue, controlStateType } from "./values/control-state.ts";
import { LabelPosition } from "./values/label-position.ts";
import { type MouseCursor, mouseCursorType } from "./values/mouse-cursor.ts";

/** Properties of everything that is chosen or not: `C` is the kind of control that its handlers are given. */
export interface ChoiceProps<M extends Mode = Literal, C extends Control = Control> extends LayoutProps<M> {
  /** On which side the label stands. Default `"right"`. */
  labelPosition?: In<M, LabelPosition>;
  /** Whether it has the keyboard when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** A disc around it while it is hovered, focused or pressed; it comes before the next two. Default `null`: the theme's. */
  overlayColor?: In<M, ControlStateValue<Color> | null>;
  /** The disc while the pointer is on it. Default `null`: the theme's. */
  hoverColor?: In<M, Color | null>;
  /** The disc while it has the keyboard. Default `null`: the theme's. */
  focusColor?: In<M, Color | null>;
  /** Half the width of the disc, in pixels. Default `null`: 20. */
  splashRadius?: In<M, number | null>;
  /** What the pointer looks like on it. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** It got the keyboard. */
  onFocus?: EventHandler<C> | undefined;
  /** It lost the keyboard. */
  onBlur?: EventHandler<C> | undefined;
}

/** @internal */
export const choiceEntries: Entries<ChoiceProps<Read>, LayoutProps<Read>> = {
  labelPosition: oneOf(LabelPosition, "right"),
  autofocus: flag(false),
  overlayColor: value(controlStateType(colorType), null),
  hoverColor: value(colorType, null),
  focusColor: value(colorType, null),
  splashRadius: number(null, { min: 0 }),
  mouseCursor: value(mouseCursorType, null),
  onFocus: event(),
  onBlur: event(),
};
