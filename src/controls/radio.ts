import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { flag, oneOf, type Spec, spec, text, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type ChoiceProps, choiceEntries } from "./choice-props.ts";
import { type ControlStateValue, controlStateType } from "./values/control-state.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";
import { VisualDensity } from "./values/visual-density.ts";

/** Properties of {@link Radio}. */
export interface RadioProps<M extends Mode = Literal> extends ChoiceProps<M, Radio> {
  /** What is chosen; a click on it counts too. Default `""`. */
  label?: In<M, string>;
  /** Default none: as the theme has it. */
  labelStyle?: In<M, TextStyle | null>;
  /** What the value of its {@link RadioGroup} becomes when it is chosen. Default `null`: it cannot be chosen. */
  value?: In<M, string | null>;
  /** Whether a click on it while it is chosen takes the choice back. Default `false`. */
  toggleable?: In<M, boolean>;
  /** Of ring and dot, in general or by state; it comes before `activeColor`. Default `null`: the theme's. */
  fillColor?: In<M, ControlStateValue<Color> | null>;
  /** Of ring and dot while it is chosen. Default `null`: the theme's main colour. */
  activeColor?: In<M, Color | null>;
  /** How much room it takes. Default `null`: `"standard"`. */
  visualDensity?: In<M, VisualDensity | null>;
}

export interface Radio extends Plain<RadioProps<Read>> {}

/** One of several things to choose, of which one is chosen: stands somewhere in a {@link RadioGroup}. */
export class Radio extends Control {
  static override readonly spec: Spec<RadioProps<Read>> = spec<RadioProps<Read>, LayoutProps<Read>>(
    "Radio",
    Control,
    {
      ...choiceEntries,
      label: text(""),
      labelStyle: value(textStyleType, null),
      value: text(null),
      toggleable: flag(false),
      fillColor: value(controlStateType(colorType), null),
      activeColor: value(colorType, null),
      visualDensity: oneOf(VisualDensity, null),
    },
    { role: "radio", label: "label" },
  );

  constructor(props?: RadioProps) {
    super(props);
  }
}
