import { hugLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type ControlStateValue, controlStateType } from "../../values/control-state.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import { VisualDensity } from "../../values/visual-density.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { flag, oneOf, type Spec, spec, text, value } from "../spec.ts";
import { type ChoiceProps, choiceEntries } from "./choice-props.ts";

/** Properties of {@link Radio}. */
export interface RadioProps<M extends Mode = Literal> extends ChoiceProps<M, Radio> {
  /** Text next to the radio; a click on it selects the radio, too. Default `""`. */
  label?: In<M, string>;
  /** Text style of the label. Default `null`: the theme's. */
  labelStyle?: In<M, TextStyle | null>;
  /**
   * Value that the {@link RadioGroup} gets when this radio is selected. Default `null`: the radio cannot be selected.
   */
  value?: In<M, string | null>;
  /** Whether a click on the selected radio clears the selection. Default `false`. */
  toggleable?: In<M, boolean>;
  /**
   * Color of the ring and the dot: one color, or by state. Takes precedence over `activeColor`. Default `null`: the
   * theme's color.
   */
  fillColor?: In<M, ControlStateValue<Color> | null>;
  /** Color of the ring and the dot while the radio is selected. Default `null`: the theme's primary color. */
  activeColor?: In<M, Color | null>;
  /** Compactness of the control. Default `null`: `"standard"`. */
  visualDensity?: In<M, VisualDensity | null>;
}

export interface Radio extends Plain<RadioProps<Read>> {}

/** One option of several, of which one can be selected. It must be inside a {@link RadioGroup}. */
export class Radio extends Control {
  static override readonly spec: Spec<RadioProps> = spec<RadioProps>({
    type: "Radio",
    parent: Control,
    layout: hugLayout,
    properties: {
      ...choiceEntries,
      label: text(""),
      labelStyle: value(textStyleType, null),
      value: text(null),
      toggleable: flag(false),
      fillColor: value(controlStateType(colorType), null),
      activeColor: value(colorType, null),
      visualDensity: oneOf(VisualDensity, null),
    },
    semantics: { role: "radio", label: "label" },
  });

  constructor(props?: RadioProps) {
    super(props);
  }
}
