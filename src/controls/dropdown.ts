import { callClient } from "../core/calls.ts";
import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import {
  event,
  flag,
  method,
  number,
  oneOf,
  payload,
  type Spec,
  slot,
  slotOrIcon,
  slots,
  spec,
  text,
  value,
} from "../core/spec.ts";
import { numberType } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import type { DropdownOption } from "./dropdown-option.ts";
import { type FieldLookProps, fieldLookEntries } from "./form-field.ts";
import { type ControlStateValue, controlStateType } from "./values/control-state.ts";
import { type InputFilter, inputFilterType } from "./values/input-filter.ts";
import { TextCapitalization } from "./values/keyboard.ts";
import { type MenuStyle, menuStyleType } from "./values/menu-style.ts";
import { TextAlign, type TextStyle, textStyleType } from "./values/text-style.ts";

/** Properties of {@link Dropdown}. */
export interface DropdownProps<M extends Mode = Literal> extends FieldLookProps<M> {
  /** What there is to choose. Default none. */
  options?: Children<M, DropdownOption>;
  /** The value of the option that is chosen. The person changes it. Default `null`: none. */
  value?: In<M, string | null>;
  /** With `editable` or `enableFilter`: what is in the field; typing changes it. Default `null`: the text of what is chosen. */
  text?: In<M, string | null>;
  /** Whether any text may be typed, too. Default `false`: only options can be chosen. */
  editable?: In<M, boolean>;
  /** Whether one may type, and only options that have it in their text are then in the list. Default `false`. */
  enableFilter?: In<M, boolean>;
  /** Whether typing leads to the first option that has the text. Default `true`. */
  enableSearch?: In<M, boolean>;
  /** What may be typed. Default none: anything. */
  inputFilter?: In<M, InputFilter | null>;
  /** What an on-screen keyboard makes a capital of by itself. Default `null`: as the device has it. */
  capitalization?: In<M, TextCapitalization | null>;
  /** Whether it has the keyboard when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** How what is chosen stands between left and right. Default `"start"`. */
  textAlign?: In<M, TextAlign>;
  /** In the field before all else: an icon by its name, or a control. Default none. */
  leadingIcon?: In<M, Control | IconName | null>;
  /** In the field after all else: an icon by its name, or a control. Default `null`: an arrow down. */
  trailingIcon?: In<M, Control | IconName | null>;
  /** In place of `trailingIcon` while the list is open. Default `null`: the same, turned. */
  selectedTrailingIcon?: In<M, Control | IconName | null>;
  /** In the field after what is chosen. Default none. */
  selectedSuffix?: In<M, Control | null>;
  /** Below the field: what may help. `errorText` takes its place. Default `null`. */
  helperText?: In<M, string | null>;
  /** Default none: as the theme has it. */
  helperStyle?: In<M, TextStyle | null>;
  /** Below the field: what is wrong with the value. The field then looks wrong. Default `null`. */
  errorText?: In<M, string | null>;
  /** Default none: as the theme has it. */
  errorStyle?: In<M, TextStyle | null>;
  /** Behind the list, in general or by state; it comes before that of `menuStyle`. Default `null`: the theme's. */
  bgcolor?: In<M, ControlStateValue<Color> | null>;
  /** How high the list floats, in pixels; other than 8, it comes before that of `menuStyle`. Default 8. */
  elevation?: In<M, ControlStateValue<number> | null>;
  /** Most height of the list, in pixels. Default `null`: what room there is. */
  menuHeight?: In<M, number | null>;
  /** Of the list, in pixels. Default `null`: as wide as the field, or wider where an option needs it. */
  menuWidth?: In<M, number | null>;
  /** How the list looks. Default none: as the theme has it. */
  menuStyle?: In<M, MenuStyle | null>;
  /** Makes the field as wide as its parent, less so much at each side, in pixels. Default `null`: as wide as it needs. */
  expandedInsets?: In<M, Padding | null>;
  /** Another option was chosen; `data` is its value. */
  onChange?: EventHandler<Dropdown, string> | undefined;
  /** An option was picked, be it the same again; `data` is its value. The browser's own list tells only of another one. */
  onSelect?: EventHandler<Dropdown, string> | undefined;
  /** Something was typed, or an option brought its text; `data` is what is in the field. */
  onTextChange?: EventHandler<Dropdown, string> | undefined;
  /** The field got the keyboard. */
  onFocus?: EventHandler<Dropdown> | undefined;
  /** The field lost the keyboard. */
  onBlur?: EventHandler<Dropdown> | undefined;
}

export interface Dropdown extends Plain<DropdownProps<Read>> {}

/** A field that opens a list to choose one thing. */
export class Dropdown extends Control {
  static override readonly spec: Spec<DropdownProps<Read>> = spec<DropdownProps<Read>, LayoutProps<Read>>(
    "Dropdown",
    Control,
    {
      ...fieldLookEntries,
      options: slots<DropdownOption>("DropdownOption"),
      value: text(null).writable(refuseValue),
      text: text(null).writable(refuseText),
      editable: flag(false),
      enableFilter: flag(false),
      enableSearch: flag(true),
      inputFilter: value(inputFilterType, null),
      capitalization: oneOf(TextCapitalization, null),
      autofocus: flag(false),
      textAlign: oneOf(TextAlign, "start"),
      leadingIcon: slotOrIcon(),
      trailingIcon: slotOrIcon(),
      selectedTrailingIcon: slotOrIcon(),
      selectedSuffix: slot(),
      helperText: text(null),
      helperStyle: value(textStyleType, null),
      errorText: text(null),
      errorStyle: value(textStyleType, null),
      bgcolor: value(controlStateType(colorType), null),
      elevation: value(controlStateType(numberType({ min: 0 })), 8).nullable(),
      menuHeight: number(null, { min: 0 }),
      menuWidth: number(null, { min: 0 }),
      menuStyle: value(menuStyleType, null),
      expandedInsets: value(paddingType, null),
      onChange: event(payload.text),
      onSelect: event(payload.text),
      onTextChange: event(payload.text),
      onFocus: event(),
      onBlur: event(),
    },
    { role: "combobox", label: "label" },
    { focus: method() },
  );

  constructor(props?: DropdownProps) {
    super(props);
  }

  /** Gives it the keyboard. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }
}

/** What speaks against what the person chose. */
function refuseValue(chosen: string | null, control: Control): string | undefined {
  const { options } = control as Dropdown;
  const isThere = options.some(
    (option) => (option.value ?? option.text) === chosen && !option.disabled && option.visible,
  );
  if (isThere && chosen !== null) return undefined;
  return ` must be the value of an option that is not disabled, not ${JSON.stringify(chosen)}`;
}

/** What speaks against what the person typed. */
function refuseText(_: string | null, control: Control): string | undefined {
  const { editable, enableFilter } = control as Dropdown;
  return editable || enableFilter ? undefined : " can be typed only with editable or enableFilter";
}
