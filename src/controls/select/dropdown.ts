import { quote } from "../../core/declaration/errors.ts";
import { numberType } from "../../core/declaration/types.ts";
import { callClient } from "../../core/update/calls.ts";
import { expandableLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type ControlStateValue, controlStateType } from "../../values/control-state.ts";
import type { IconName } from "../../values/icon-name.ts";
import { type InputFilter, inputFilterType } from "../../values/input-filter.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { TextCapitalization } from "../../values/keyboard.ts";
import { type MenuStyle, menuStyleType } from "../../values/menu-style.ts";
import { TextAlign, type TextStyle, textStyleType } from "../../values/text-style.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { type FieldLookProps, fieldLookEntries } from "../form-field.ts";
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
} from "../spec.ts";
import type { DropdownOption } from "./dropdown-option.ts";

/** Properties of {@link Dropdown}. */
export interface DropdownProps<M extends Mode = Literal> extends FieldLookProps<M> {
  /** Options to choose from. Default none. */
  options?: Children<M, DropdownOption>;
  /**
   * Value of the selected option. The person changes it. When the app changes it, `text` goes back to `null`. Default
   * `null`: no option.
   */
  value?: In<M, string | null>;
  /**
   * Text in the field with `editable` or `enableFilter`; typing changes it, and so does selecting an option. Default
   * `null`: the text of the selected option.
   */
  text?: In<M, string | null>;
  /** Whether any text may be typed as well. Default `false`: only options can be selected. */
  editable?: In<M, boolean>;
  /** Whether typing reduces the list to the options whose text contains the typed text. Default `false`. */
  enableFilter?: In<M, boolean>;
  /** Whether typing highlights the first option that matches the text. Default `true`. */
  enableSearch?: In<M, boolean>;
  /** Filter for the characters that may be typed. Default `null`: none. */
  inputFilter?: In<M, InputFilter | null>;
  /** Automatic capitalization by an on-screen keyboard. Default `null`: the setting of the device. */
  capitalization?: In<M, TextCapitalization | null>;
  /** Whether the control takes the focus when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Horizontal alignment of the text in the field. Default `"start"`. */
  textAlign?: In<M, TextAlign>;
  /** Icon at the start of the field: an icon's name, or a control. Default `null`: none. */
  leadingIcon?: In<M, Control | IconName | null>;
  /** Icon at the end of the field: an icon's name, or a control. Default `null`: an arrow down. */
  trailingIcon?: In<M, Control | IconName | null>;
  /** Icon that replaces `trailingIcon` while the list is open. Default `null`: the same icon, turned. */
  selectedTrailingIcon?: In<M, Control | IconName | null>;
  /** Control in the field after the text of the selected option. Default `null`: none. */
  selectedSuffix?: In<M, Control | null>;
  /** Help text below the field. Replaced by `errorText`. Default `null`: none. */
  helperText?: In<M, string | null>;
  /** Text style of the help text. Default `null`: the theme's. */
  helperStyle?: In<M, TextStyle | null>;
  /** Error message below the field, which is then shown as an error. Default `null`: none. */
  errorText?: In<M, string | null>;
  /** Text style of the error message. Default `null`: the theme's. */
  errorStyle?: In<M, TextStyle | null>;
  /**
   * Background color of the list: one color, or by state. Takes precedence over `menuStyle`. Default `null`: the
   * theme's color.
   */
  bgcolor?: In<M, ControlStateValue<Color> | null>;
  /**
   * Height of the list above the surface, in pixels: one number, or by state. A value other than 8 takes precedence
   * over `menuStyle`. Default 8.
   */
  elevation?: In<M, ControlStateValue<number> | null>;
  /** Maximum height of the list, in pixels. Default `null`: the available space. */
  menuHeight?: In<M, number | null>;
  /** Width of the list, in pixels. Default `null`: as wide as the field, or wider if an option needs it. */
  menuWidth?: In<M, number | null>;
  /** Style of the list. Default `null`: the theme's. */
  menuStyle?: In<M, MenuStyle | null>;
  /**
   * Padding of a field that is as wide as its parent, in pixels: one number for all sides, or by side. Default `null`:
   * the field is as wide as it needs.
   */
  expandedInsets?: In<M, Padding | null>;
  /** Called when another option was selected; `data` is its value. */
  onChange?: EventHandler<Dropdown, string> | undefined;
  /**
   * Called when an option was picked, even the selected one; `data` is its value. The browser's own list reports only
   * another option.
   */
  onSelect?: EventHandler<Dropdown, string> | undefined;
  /** Called when the text in the field changes by typing or by an option; `data` is the new text. */
  onTextChange?: EventHandler<Dropdown, string> | undefined;
  /** Called when the field receives the focus. */
  onFocus?: EventHandler<Dropdown> | undefined;
  /** Called when the field loses the focus. */
  onBlur?: EventHandler<Dropdown> | undefined;
}

export interface Dropdown extends Plain<DropdownProps<Read>> {
  /** Options to choose from. Default none. */
  get options(): ChildArray<DropdownOption>;
  set options(children: readonly DropdownOption[]);
}

/** A field that opens a list of options to select one. */
export class Dropdown extends Control {
  static override readonly spec: Spec<DropdownProps> = spec<DropdownProps>({
    type: "Dropdown",
    parent: Control,
    layout: expandableLayout,
    properties: {
      ...fieldLookEntries,
      options: slots<DropdownOption>("DropdownOption"),
      value: text(null).writable(refuseValue, { outdates: "text" }),
      text: text(null).writable(refuseText, { merge: "text" }),
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
    semantics: { role: "combobox", label: "label" },
    methods: { focus: method() },
  });

  constructor(props?: DropdownProps) {
    super(props);
  }

  /** Gives the field the focus. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }
}

/** Returns why a value from the client is refused, or undefined if it is allowed. */
function refuseValue(chosen: string | null, control: Control): string | undefined {
  const { options } = control as Dropdown;
  const isThere = options.some(
    (option) => (option.value ?? option.text) === chosen && !option.disabled && option.visible,
  );
  if (isThere && chosen !== null) return undefined;
  return `must be the value of an option that is not disabled, not ${quote(chosen)}`;
}

/** Returns why a text from the client is refused, or undefined if it is allowed. */
function refuseText(_: string | null, control: Control): string | undefined {
  const { editable, enableFilter } = control as Dropdown;
  return editable || enableFilter ? undefined : "can be typed only with editable or enableFilter";
}
