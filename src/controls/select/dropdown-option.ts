import { hugLayout } from "../../layout/simple.ts";
import { type ButtonStyle, buttonStyleType } from "../../values/button-style.ts";
import type { IconName } from "../../values/icon-name.ts";
import { Control } from "../control.ts";
import type { ControlProps, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { assertNoContradiction } from "../property-checks.ts";
import { type Spec, slot, slotOrIcon, spec, text, value } from "../spec.ts";
import { Dropdown } from "./dropdown.ts";

/** Properties of {@link DropdownOption}. */
export interface DropdownOptionProps<M extends Mode = Literal> extends ControlProps<M> {
  /** Value of the {@link Dropdown} while this option is selected. Default `null`: `text`. */
  value?: In<M, string | null>;
  /** Text of the option in the list, and in the field while it is selected. Default `null`: `value`. */
  text?: In<M, string | null>;
  /** Control shown in the list instead of the text. Default `null`: none. */
  content?: In<M, Control | null>;
  /** Icon before the text: an icon's name, or a control. Default `null`: none. */
  leadingIcon?: In<M, Control | IconName | null>;
  /** Icon after the text: an icon's name, or a control. Default `null`: none. */
  trailingIcon?: In<M, Control | IconName | null>;
  /** Style of the option in the list; its fields can differ by state. Default `null`: the theme's. */
  style?: In<M, ButtonStyle | null>;
}

export interface DropdownOption extends Plain<DropdownOptionProps<Read>> {}

/** One option of a {@link Dropdown}. */
export class DropdownOption extends Control {
  static override readonly spec: Spec<DropdownOptionProps> = spec<DropdownOptionProps>({
    type: "DropdownOption",
    parent: Control,
    layout: hugLayout,
    properties: {
      value: text(null),
      text: text(null),
      content: slot(),
      leadingIcon: slotOrIcon(),
      trailingIcon: slotOrIcon(),
      style: value(buttonStyleType, null),
    },
    semantics: { role: "option", label: ["text", "value"] },
  });

  constructor(props?: DropdownOptionProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const isEmpty = this.parent instanceof Dropdown && this.value === null && this.text === null;
    assertNoContradiction(this, isEmpty ? " has neither value nor text, so it cannot be selected" : undefined);
  }
}
