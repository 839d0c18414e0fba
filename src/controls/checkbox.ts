import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, oneOf, type Spec, slotOrText, spec, text, value } from "../core/spec.ts";
import { booleanType, nullable } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type ChoiceProps, choiceEntries } from "./choice-props.ts";
import { type BorderSide, borderSideType } from "./values/border.ts";
import { type ControlStateValue, controlStateType } from "./values/control-state.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";
import { VisualDensity } from "./values/visual-density.ts";

/** Properties of {@link Checkbox}. */
export interface CheckboxProps<M extends Mode = Literal> extends ChoiceProps<M, Checkbox> {
  /** What is agreed to; a click on it counts too. Default none. */
  label?: In<M, Control | string | null>;
  /** Default none: as the theme has it. */
  labelStyle?: In<M, TextStyle | null>;
  /** Whether it is ticked; `null` is neither, shown as a dash. A click changes it. Default `false`. */
  value?: In<M, boolean | null>;
  /** Whether clicks go from no to yes to neither. Default `false`: from no to yes. */
  tristate?: In<M, boolean>;
  /** Whether it looks wrong. Default `false`. */
  error?: In<M, boolean>;
  /** Inside the box, in general or by state; it comes before `activeColor`. Default `null`: the theme's. */
  fillColor?: In<M, ControlStateValue<Color> | null>;
  /** Inside the box while it is ticked. Default `null`: the theme's main colour. */
  activeColor?: In<M, Color | null>;
  /** Of the tick. Default `null`: the theme's. */
  checkColor?: In<M, Color | null>;
  /** The line around the box, in general or by state. Default `null`: the theme's. */
  borderSide?: In<M, ControlStateValue<BorderSide> | null>;
  /** The outline of the box. Default `null`: a square with corners rounded by 2 pixels. */
  shape?: In<M, OutlinedBorder | null>;
  /** How much room it takes. Default `null`: `"standard"`. */
  visualDensity?: In<M, VisualDensity | null>;
  /** What a screen reader says in place of the label. Default `null`: the label. */
  semanticsLabel?: In<M, string | null>;
  /** The person changed the value; `data` is the new one. */
  onChange?: EventHandler<Checkbox, boolean | null> | undefined;
}

export interface Checkbox extends Plain<CheckboxProps<Read>> {}

/** A box to tick, with a label. */
export class Checkbox extends Control {
  static override readonly spec: Spec<CheckboxProps<Read>> = spec<CheckboxProps<Read>, LayoutProps<Read>>(
    "Checkbox",
    Control,
    {
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
    { role: "checkbox", label: "label" },
  );

  constructor(props?: CheckboxProps) {
    super(props);
  }
}

/** What speaks against what the person chose. */
function refuseValue(chosen: boolean | null, control: Control): string | undefined {
  return chosen === null && !(control as Checkbox).tristate ? " can be null only with tristate" : undefined;
}
