import { Control } from "../core/control.ts";
import type { ControlProps, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { childrenOf, NODE } from "../core/node.ts";
import { event, type Spec, slot, spec, text } from "../core/spec.ts";
import { nullable, stringType } from "../core/types.ts";
import { Radio } from "./radio.ts";

/** Properties of {@link RadioGroup}. */
export interface RadioGroupProps<M extends Mode = Literal> extends ControlProps<M> {
  /** What the {@link Radio}s stand in, at any depth. Default none. */
  content?: In<M, Control | null>;
  /** The `value` of the radio that is chosen. The person changes it. Default `null`: none. */
  value?: In<M, string | null>;
  /** Another radio was chosen, or the choice taken back; `data` is the new value. */
  onChange?: EventHandler<RadioGroup, string | null> | undefined;
}

export interface RadioGroup extends Plain<RadioGroupProps<Read>> {}

/** Makes one choice of the {@link Radio}s in it. It takes no room of its own. */
export class RadioGroup extends Control {
  static override readonly spec: Spec<RadioGroupProps<Read> & LayoutProps<Read>> = spec<
    RadioGroupProps<Read> & LayoutProps<Read>,
    LayoutProps<Read>
  >(
    "RadioGroup",
    Control,
    {
      content: slot(),
      value: text(null).writable(refuseValue),
      onChange: event(nullable(stringType)),
    },
    { role: "radiogroup" },
  );

  constructor(props?: RadioGroupProps) {
    super(props);
  }
}

/** What speaks against what the person chose. */
function refuseValue(chosen: string | null, control: Control): string | undefined {
  const { value } = control as RadioGroup;
  const radios = radiosIn(control);
  if (chosen === null) {
    const isTaken = radios.some((radio) => radio.value === value && radio.toggleable);
    return isTaken ? undefined : " can be null only where the chosen Radio is toggleable";
  }
  if (radios.some((radio) => radio.value === chosen && !radio.disabled)) return undefined;
  return ` must be the value of a Radio in it that is not disabled, not ${JSON.stringify(chosen)}`;
}

/** The radios of a group, but not those of another group in it. */
function radiosIn(control: Control): Radio[] {
  return childrenOf(control[NODE]).flatMap(({ control: child }) => {
    if (child instanceof Radio) return [child];
    return child instanceof RadioGroup ? [] : radiosIn(child);
  });
}
