import { callClient } from "../core/calls.ts";
import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, integer, method, oneOf, payload, type Spec, spec, text, value } from "../core/spec.ts";
import { integerType, type Type } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type FormFieldProps, formFieldEntries } from "./form-field.ts";
import { assertRising } from "./rules.ts";
import { type AutofillHint, autofillHintType } from "./values/autofill-hint.ts";
import { type InputFilter, inputFilterType } from "./values/input-filter.ts";
import { KeyboardType, TextCapitalization } from "./values/keyboard.ts";
import { type MouseCursor, mouseCursorType } from "./values/mouse-cursor.ts";
import {
  type TextSelection,
  type TextSelectionChange,
  textSelectionChangeType,
  textSelectionType,
} from "./values/text-selection.ts";
import { TextAlign } from "./values/text-style.ts";

/** Properties of {@link TextField}. */
export interface TextFieldProps<M extends Mode = Literal> extends FormFieldProps<M> {
  /** The text in the field; typing changes it. Default `""`. */
  value?: In<M, string>;
  /** What is marked, or where the cursor is; the person changes it. Default `null`: as the browser has it. */
  selection?: In<M, TextSelection | null>;
  /** Which keys an on-screen keyboard offers. Default `"text"`. */
  keyboardType?: In<M, KeyboardType>;
  /** Whether text may have several lines; Enter then begins one. Default `false`. */
  multiline?: In<M, boolean>;
  /** With `multiline`: lines shown at least, at most `maxLines`. Default `null`: 1. */
  minLines?: In<M, number | null>;
  /** With `multiline`: lines shown at most; the rest scrolls. Default `null`: all. */
  maxLines?: In<M, number | null>;
  /** Most characters, counted as `string.length` counts and shown below; -1 only shows. Default `null`: any number, not shown. */
  maxLength?: In<M, number | null>;
  /** Whether the text is shown as dots. Default `false`. */
  password?: In<M, boolean>;
  /** With `password`: whether a button shows the text. Default `false`. */
  canRevealPassword?: In<M, boolean>;
  /** Whether the text can be marked and copied but not changed. Default `false`. */
  readOnly?: In<M, boolean>;
  /** Whether Enter submits, and Shift and Enter begin a line; it makes the field `multiline`. Default `false`. */
  shiftEnter?: In<M, boolean>;
  /** Whether the up and down keys leave the cursor where it is. Default `false`. */
  ignoreUpDownKeys?: In<M, boolean>;
  /** How the text stands between left and right. Default `null`: at the start. */
  textAlign?: In<M, TextAlign | null>;
  /** Whether it has the keyboard when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** What an on-screen keyboard makes a capital of by itself. Default `null`: as the device has it. */
  capitalization?: In<M, TextCapitalization | null>;
  /** Whether the browser may mark and correct spelling. Default `true`. */
  autocorrect?: In<M, boolean>;
  /** What it asks for, so that the browser can offer what it knows. Default `null`: nothing in particular. */
  autofillHints?: In<M, AutofillHint | null>;
  /** What may be typed. Default none: anything. */
  inputFilter?: In<M, InputFilter | null>;
  /** Whether the cursor is seen. Default `true`. */
  showCursor?: In<M, boolean>;
  /** Default `null`: the theme's main colour. */
  cursorColor?: In<M, Color | null>;
  /** While there is an `error`. Default `null`: the theme's. */
  cursorErrorColor?: In<M, Color | null>;
  /** Behind marked text. Default `null`: as the browser has it. */
  selectionColor?: In<M, Color | null>;
  /** What the pointer looks like on the field. Default `null`: as for text. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Whether pointers go through to what is behind; the keyboard still gets there. Default `false`. */
  ignorePointers?: In<M, boolean>;
  /** The text was changed; `data` is the new one. */
  onChange?: EventHandler<TextField, string> | undefined;
  /** Enter was pressed where it does not begin a line; `data` is the text. */
  onSubmit?: EventHandler<TextField, string> | undefined;
  /** Something else was marked, or the cursor moved. */
  onSelectionChange?: EventHandler<TextField, TextSelectionChange> | undefined;
  /** The field was clicked. */
  onClick?: EventHandler<TextField> | undefined;
  /** The field got the keyboard. */
  onFocus?: EventHandler<TextField> | undefined;
  /** The field lost the keyboard. */
  onBlur?: EventHandler<TextField> | undefined;
  /** Something else was clicked while the field had the keyboard. */
  onTapOutside?: EventHandler<TextField> | undefined;
}

export interface TextField extends Plain<TextFieldProps<Read>> {}

/** A field to enter text. */
export class TextField extends Control {
  static override readonly spec: Spec<TextFieldProps<Read>> = spec<TextFieldProps<Read>, LayoutProps<Read>>(
    "TextField",
    Control,
    {
      ...formFieldEntries,
      value: text("").writable(refuseValue),
      selection: value(textSelectionType, null).writable(),
      keyboardType: oneOf(KeyboardType, "text"),
      multiline: flag(false),
      minLines: integer(null, { min: 1 }),
      maxLines: integer(null, { min: 1 }),
      maxLength: value(maxLengthType(), null),
      password: flag(false),
      canRevealPassword: flag(false),
      readOnly: flag(false),
      shiftEnter: flag(false),
      ignoreUpDownKeys: flag(false),
      textAlign: oneOf(TextAlign, null),
      autofocus: flag(false),
      capitalization: oneOf(TextCapitalization, null),
      autocorrect: flag(true),
      autofillHints: value(autofillHintType, null),
      inputFilter: value(inputFilterType, null),
      showCursor: flag(true),
      cursorColor: value(colorType, null),
      cursorErrorColor: value(colorType, null),
      selectionColor: value(colorType, null),
      mouseCursor: value(mouseCursorType, null),
      ignorePointers: flag(false),
      onChange: event(payload.text),
      onSubmit: event(payload.text),
      onSelectionChange: event(textSelectionChangeType),
      onClick: event(),
      onFocus: event(),
      onBlur: event(),
      onTapOutside: event(),
    },
    { role: "textbox", label: "label" },
    { focus: method() },
  );

  constructor(props?: TextFieldProps) {
    super(props);
  }

  override beforeUpdate(): void {
    assertRising(this, "minLines", "maxLines");
  }

  /** Gives it the keyboard. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }
}

/** A number of characters, or -1 for any. */
function maxLengthType(): Type<number> {
  const whole = integerType({ min: -1 });
  return {
    ...whole,
    check: (length) => (length === 0 ? " must be at least 1, or -1 for any length, not 0" : whole.check(length)),
  };
}

/** What speaks against what the person entered. */
function refuseValue(entered: string, control: Control): string | undefined {
  const { readOnly, maxLength } = control as TextField;
  if (readOnly) return " is read-only";
  if (maxLength === null || maxLength === -1 || entered.length <= maxLength) return undefined;
  return ` has a maxLength of ${maxLength}, and ${entered.length} characters were entered`;
}
