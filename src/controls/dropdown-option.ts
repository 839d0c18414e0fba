import { Control } from "../core/control.ts";
import type { ControlProps, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { type Spec, slot, slotOrIcon, spec, text, value } from "../core/spec.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { assertAgreeing } from "./contradiction.ts";
import { Dropdown } from "./dropdown.ts";
import { type ButtonStyle, buttonStyleType } from "./values/button-style.ts";

/** Properties of {@link DropdownOption}. */
export interface DropdownOptionProps<M extends Mode = Literal> extends ControlProps<M> {
  /** What the value of the {@link Dropdown} becomes when it is chosen. Default `null`: its text. */
  value?: In<M, string | null>;
  /** What it says, in the list and when it is chosen in the field. Default `null`: its value. */
  text?: In<M, string | null>;
  /** Shown in the list in place of the text. Default none. */
  content?: In<M, Control | null>;
  /** Before the text: an icon by its name, or a control. Default none. */
  leadingIcon?: In<M, Control | IconName | null>;
  /** After the text: an icon by its name, or a control. Default none. */
  trailingIcon?: In<M, Control | IconName | null>;
  /** How it looks in the list, in general and by state. Default none: as the theme has it. */
  style?: In<M, ButtonStyle | null>;
}

export interface DropdownOption extends Plain<DropdownOptionProps<Read>> {}

/** One of the things to choose in a {@link Dropdown}. */
export class DropdownOption extends Control {
  static override readonly spec: Spec<DropdownOptionProps<Read> & LayoutProps<Read>> = spec<
    DropdownOptionProps<Read> & LayoutProps<Read>,
    LayoutProps<Read>
  >(
    "DropdownOption",
    Control,
    {
      value: text(null),
      text: text(null),
      content: slot(),
      leadingIcon: slotOrIcon(),
      trailingIcon: slotOrIcon(),
      style: value(buttonStyleType, null),
    },
    { role: "option", label: "text" },
  );

  constructor(props?: DropdownOptionProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const isEmpty = this.parent instanceof Dropdown && this.value === null && this.text === null;
    assertAgreeing(this, isEmpty ? " has neither value nor text, so nothing can be chosen by it" : undefined);
  }
}
