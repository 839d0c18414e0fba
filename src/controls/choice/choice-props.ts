import { type Color, colorType } from "../../values/color.ts";
import { type ControlStateValue, controlStateType } from "../../values/control-state.ts";
import { type MouseCursor, mouseCursorType } from "../../values/mouse-cursor.ts";
import type { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { type Entries, event, flag, number, oneOf, value } from "../spec.ts";
import { LabelPosition } from "./label-position.ts";

/** Properties of every control that is on or off. `C` is the class of the control that handlers receive. */
export interface ChoiceProps<M extends Mode = Literal, C extends Control = Control> extends LayoutProps<M> {
  /** Side on which the label is placed. Default `"right"`. */
  labelPosition?: In<M, LabelPosition>;
  /** Whether the control takes the focus when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /**
   * Color of the disc around the control while it is hovered, focused or pressed: one color, or by state. Takes
   * precedence over `hoverColor` and `focusColor`. Default `null`: the theme's color.
   */
  overlayColor?: In<M, ControlStateValue<Color> | null>;
  /** Color of the disc around the control while it is hovered. Default `null`: the theme's color. */
  hoverColor?: In<M, Color | null>;
  /** Color of the disc around the control while it is focused. Default `null`: the theme's color. */
  focusColor?: In<M, Color | null>;
  /** Radius of the disc around the control, in pixels. Default `null`: 20. */
  splashRadius?: In<M, number | null>;
  /** Mouse cursor shown over the control. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Called when the control receives the focus. */
  onFocus?: EventHandler<C> | undefined;
  /** Called when the control loses the focus. */
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
