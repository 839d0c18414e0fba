import { quote } from "../../core/declaration/errors.ts";
import { nullable, stringType } from "../../core/declaration/types.ts";
import { boxLayout } from "../../layout/simple.ts";
import { Control, childControls } from "../control.ts";
import type { ControlProps, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, type Spec, slot, spec, text } from "../spec.ts";
import { Radio } from "./radio.ts";

/** Properties of {@link RadioGroup}. */
export interface RadioGroupProps<M extends Mode = Literal> extends ControlProps<M> {
  /** Control that contains the {@link Radio}s, at any depth. Default `null`: none. */
  content?: In<M, Control | null>;
  /** The `value` of the selected radio. The person changes it. Default `null`: none is selected. */
  value?: In<M, string | null>;
  /** Called when the person selects another radio or clears the selection. `data` is the new value. */
  onChange?: EventHandler<RadioGroup, string | null> | undefined;
}

export interface RadioGroup extends Plain<RadioGroupProps<Read>> {}

/** A group of {@link Radio}s of which one can be selected. It does not affect the layout. */
export class RadioGroup extends Control {
  static override readonly spec: Spec<RadioGroupProps> = spec<RadioGroupProps>({
    type: "RadioGroup",
    parent: Control,
    layout: boxLayout,
    properties: {
      content: slot(),
      value: text(null).writable(refuseValue),
      onChange: event(nullable(stringType)),
    },
    semantics: { role: "radiogroup" },
  });

  constructor(props?: RadioGroupProps) {
    super(props);
  }
}

/** Returns why a value from the client is refused, or undefined if it is allowed. */
function refuseValue(chosen: string | null, control: Control): string | undefined {
  const { value } = control as RadioGroup;
  const radios = radiosIn(control);
  if (chosen === null) {
    const isTaken = radios.some((radio) => radio.value === value && radio.toggleable);
    return isTaken ? undefined : "can be null only if the selected Radio is toggleable";
  }
  if (radios.some((radio) => radio.value === chosen && !radio.disabled)) return undefined;
  return `must be the value of an enabled Radio in the group, not ${quote(chosen)}`;
}

/** Returns the radios of a group, without those of a nested group. */
function radiosIn(control: Control): Radio[] {
  return childControls(control).flatMap((child) => {
    if (child instanceof Radio) return [child];
    return child instanceof RadioGroup ? [] : radiosIn(child);
  });
}
