import { booleanType, nullable } from "../../core/declaration/types.ts";
import { hugLayout } from "../../layout/simple.ts";
import { type BorderSide, borderSideType } from "../../values/border.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type ControlStateValue, controlStateType } from "../../values/control-state.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import { VisualDensity } from "../../values/visual-density.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, oneOf, type Spec, slotOrText, spec, text, value } from "../spec.ts";
import { type ChoiceProps, choiceEntries } from "./choice-props.ts";

/** Properties of {@link Checkbox}. */
export interface CheckboxProps<M extends Mode = Literal> extends ChoiceProps<M, Checkbox> {
  /** Label of the checkbox: text, or a control. A click on it is a click on the checkbox. Default `null`: none. */
  label?: In<M, Control | string | null>;
  /** Text style of the label. Default `null`: the theme's. */
  labelStyle?: In<M, TextStyle | null>;
  /**
   * Whether the checkbox is checked; `null` is the third state, shown as a dash. A click changes it. Default `false`.
   */
  value?: In<M, boolean | null>;
  /** Whether clicks cycle through `false`, `true` and `null`. Default `false`: only `false` and `true`. */
  tristate?: In<M, boolean>;
  /** Whether the checkbox is shown as an error. Default `false`. */
  error?: In<M, boolean>;
  /**
   * Color inside the box: one color, or by state. Takes precedence over `activeColor`. Default `null`: the theme's
   * color.
   */
  fillColor?: In<M, ControlStateValue<Color> | null>;
  /** Color inside the box while it is checked. Default `null`: the theme's primary color. */
  activeColor?: In<M, Color | null>;
  /** Color of the check mark. Default `null`: the theme's color. */
  checkColor?: In<M, Color | null>;
  /** Border of the box: one line, or by state. Default `null`: the theme's border. */
  borderSide?: In<M, ControlStateValue<BorderSide> | null>;
  /** Shape of the box. Default `null`: a square with corners of a radius of 2 pixels. */
  shape?: In<M, OutlinedBorder | null>;
  /** Compactness of the checkbox. Default `null`: `"standard"`. */
  visualDensity?: In<M, VisualDensity | null>;
  /** Text that screen readers read instead of the label. Default `null`: the label. */
  semanticsLabel?: In<M, string | null>;
  /** Called when the person changes the value; `data` is the new value. */
  onChange?: EventHandler<Checkbox, boolean | null> | undefined;
}

export interface Checkbox extends Plain<CheckboxProps<Read>> {}

/** A box to check, with a label. */
export class Checkbox extends Control {
  static override readonly spec: Spec<CheckboxProps> = spec<CheckboxProps>({
    type: "Checkbox",
    parent: Control,
    layout: hugLayout,
    properties: {
      ...choiceEntries,
      label: slotOrText(),
      labelStyle: value(textStyleType, null),
      value: flag(false).nullable().writable(refuseValue),
      tristate: flag(false),
      error: flag(false),
      fillColor: value(controlStateType(colorType), null),
      activeColor: value(colorType, null),
      checkColor: value(colorType, null),
      borderSide: value(controlStateType(borderSideType), null),
      shape: value(outlinedBorderType, null),
      visualDensity: oneOf(VisualDensity, null),
      semanticsLabel: text(null),
      onChange: event(nullable(booleanType)),
    },
    semantics: { role: "checkbox", label: "label" },
  });

  constructor(props?: CheckboxProps) {
    super(props);
  }
}

/** Returns why a value from the client is refused, or undefined if it is allowed. */
function refuseValue(chosen: boolean | null, control: Control): string | undefined {
  return chosen === null && !(control as Checkbox).tristate ? "can be null only with tristate" : undefined;
}
