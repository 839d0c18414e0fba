import { type Color, colorType } from "../../values/color.ts";
import { type ControlStateValue, controlStateType } from "../../values/control-state.ts";
import type { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "../control-props.ts";
import { type Entries, integer, number, text, value } from "../spec.ts";

/** Properties of all sliders. */
export interface SliderScaleProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Smallest value of the slider. Default 0. */
  min?: In<M, number>;
  /** Largest value of the slider. Default 1. */
  max?: In<M, number>;
  /** Number of equal steps between `min` and `max`; only their ends can be selected. Default `null`: any value. */
  divisions?: In<M, number | null>;
  /** Text shown above a thumb while it moves; `{value}` is replaced by the value. Default `null`: none. */
  label?: In<M, string | null>;
  /** Number of decimal places of the value in `label`, from 0 to 20. Default 0. */
  round?: In<M, number>;
  /** Name of the slider for screen readers. Default `null`: none. */
  semanticsLabel?: In<M, string | null>;
  /** Color of the selected part of the track, and of the thumb. Default `null`: the theme's primary color. */
  activeColor?: In<M, Color | null>;
  /** Color of the rest of the track. Default `null`: the theme's color. */
  inactiveColor?: In<M, Color | null>;
  /**
   * Color of the disc around the thumb while it is hovered, focused or pressed: one color, or by state. Default `null`:
   * the theme's color.
   */
  overlayColor?: In<M, ControlStateValue<Color> | null>;
}

/** @internal */
export const sliderScaleEntries: Entries<SliderScaleProps<Read>, LayoutProps<Read>> = {
  min: number(0),
  max: number(1),
  divisions: integer(null, { min: 1 }),
  label: text(null),
  round: integer(0, { min: 0, max: 20 }),
  semanticsLabel: text(null),
  activeColor: value(colorType, null),
  inactiveColor: value(colorType, null),
  overlayColor: value(controlStateType(colorType), null),
};

/**
 * Returns why a value from the client is out of range, or undefined if it is allowed.
 * @internal
 */
export function refuseOffScale(chosen: number | null, control: Control): string | undefined {
  const { min, max } = control as Control & SliderScaleProps<Read> & { readonly min: number; readonly max: number };
  if (chosen === null || (chosen >= min && chosen <= max)) return undefined;
  return `must be between min, which is ${min}, and max, which is ${max}, not ${chosen}`;
}
