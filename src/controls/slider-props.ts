import type { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "../core/control-props.ts";
import { type Entries, integer, number, text, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type ControlStateValue, controlStateType } from "./values/control-state.ts";

/** What all sliders have in common. */
export interface SliderScaleProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Where the line begins. Default 0. */
  min?: In<M, number>;
  /** Where the line ends. Default 1. */
  max?: In<M, number>;
  /** Into how many equal parts the line is divided: only their ends can be chosen. Default `null`: any value between. */
  divisions?: In<M, number | null>;
  /** Shown above a thumb that is moved; `{value}` in it stands for the value. Default `null`: nothing. */
  label?: In<M, string | null>;
  /** Digits after the point of the value in `label`, from 0 to 20. Default 0. */
  round?: In<M, number>;
  /** What a screen reader calls it. Default `null`: nothing. */
  semanticsLabel?: In<M, string | null>;
  /** Of the line where it is chosen, and of the thumb. Default `null`: the theme's main colour. */
  activeColor?: In<M, Color | null>;
  /** Of the rest of the line. Default `null`: the theme's. */
  inactiveColor?: In<M, Color | null>;
  /** A disc around the thumb while it is hovered, focused or pressed. Default `null`: the theme's. */
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
 * What speaks against a value that the person chose.
 * @internal
 */
export function refuseOffScale(chosen: number | null, control: Control): string | undefined {
  const { min, max } = control as Control & SliderScaleProps<Read> & { readonly min: number; readonly max: number };
  if (chosen === null || (chosen >= min && chosen <= max)) return undefined;
  return ` must be between min, which is ${min}, and max, which is ${max}, not ${chosen}`;
}
