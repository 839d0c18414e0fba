import { problemWith } from "../../core/declaration/problem.ts";
import { integerType, type Type } from "../../core/declaration/types.ts";
import { callClient } from "../../core/update/calls.ts";
import { wideLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type InputFilter, inputFilterType } from "../../values/input-filter.ts";
import { KeyboardType, TextCapitalization } from "../../values/keyboard.ts";
import { type MouseCursor, mouseCursorType } from "../../values/mouse-cursor.ts";
import {
  type TextSelection,
  type TextSelectionChange,
  textSelectionChangeType,
  textSelectionType,
} from "../../values/text-selection.ts";
import { TextAlign } from "../../values/text-style.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { type FormFieldProps, formFieldEntries } from "../form-field.ts";
import { assertAscending } from "../property-checks.ts";
import { event, flag, integer, method, oneOf, payload, type Spec, spec, text, value } from "../spec.ts";
import { type AutofillHint, autofillHintType } from "./autofill-hint.ts";

/** Properties of {@link TextField}. */
export interface TextFieldProps<M extends Mode = Literal> extends FormFieldProps<M> {
  /** Text in the field; typing changes it. Default `""`. */
  value?: In<M, string>;
  /** Selected text, or the position of the cursor. The person changes it. Default `null`: the browser's default. */
  selection?: In<M, TextSelection | null>;
  /** Type of on-screen keyboard. Default `"text"`. */
  keyboardType?: In<M, KeyboardType>;
  /** Whether the text may have several lines; Enter then starts a new line. Default `false`. */
  multiline?: In<M, boolean>;
  /**
   * Minimum number of visible lines; not more than `maxLines`. Only with `multiline` or `shiftEnter`. Default `null`:
   * 1.
   */
  minLines?: In<M, number | null>;
  /**
   * Maximum number of visible lines; more lines scroll. Only with `multiline` or `shiftEnter`. Default `null`: no
   * limit.
   */
  maxLines?: In<M, number | null>;
  /**
   * Maximum number of characters, counted as `string.length` does; a counter is shown below the field. -1 shows the
   * counter without a limit; 0 is an error. Default `null`: no limit, no counter.
   */
  maxLength?: In<M, number | null>;
  /** Whether the text is shown as dots. Default `false`. */
  password?: In<M, boolean>;
  /** Whether a button makes the password readable. Only with `password`. Default `false`. */
  canRevealPassword?: In<M, boolean>;
  /** Whether the text can be selected and copied, but not changed. Default `false`. */
  readOnly?: In<M, boolean>;
  /**
   * Whether Enter submits, and Shift+Enter starts a new line; the field then has several lines, as with `multiline`.
   * Default `false`.
   */
  shiftEnter?: In<M, boolean>;
  /** Whether the Up and Down keys leave the cursor where it is. Default `false`. */
  ignoreUpDownKeys?: In<M, boolean>;
  /** Horizontal alignment of the text. Default `null`: `"start"`. */
  textAlign?: In<M, TextAlign | null>;
  /** Whether the control takes the focus when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Automatic capitalization by an on-screen keyboard. Default `null`: the device's default. */
  capitalization?: In<M, TextCapitalization | null>;
  /** Whether the browser may check and correct the spelling. Default `true`. */
  autocorrect?: In<M, boolean>;
  /**
   * Kind of data that the field asks for, so that the browser can offer saved values. Default `null`: nothing in
   * particular.
   */
  autofillHints?: In<M, AutofillHint | null>;
  /** Filter for what can be typed. Default `null`: any text. */
  inputFilter?: In<M, InputFilter | null>;
  /** Whether the cursor is visible. Default `true`. */
  showCursor?: In<M, boolean>;
  /** Color of the cursor. Default `null`: the theme's primary color. */
  cursorColor?: In<M, Color | null>;
  /** Color of the cursor while the field has an `error`. Default `null`: the theme's color. */
  cursorErrorColor?: In<M, Color | null>;
  /** Background color of selected text. Default `null`: the browser's default. */
  selectionColor?: In<M, Color | null>;
  /** Mouse cursor shown over the field. Default `null`: a text cursor. */
  mouseCursor?: In<M, MouseCursor | null>;
  /**
   * Whether clicks and taps go through to what is behind the field; it can still be focused by keyboard. Default
   * `false`.
   */
  ignorePointers?: In<M, boolean>;
  /** Called when the person changes the text. `data` is the new text. */
  onChange?: EventHandler<TextField, string> | undefined;
  /** Called when Enter is pressed, unless it starts a new line. `data` is the text. */
  onSubmit?: EventHandler<TextField, string> | undefined;
  /** Called when the selection changes or the cursor moves. `data` is the selected text and its range. */
  onSelectionChange?: EventHandler<TextField, TextSelectionChange> | undefined;
  /** Called when the field is clicked. */
  onClick?: EventHandler<TextField> | undefined;
  /** Called when the field receives the focus. */
  onFocus?: EventHandler<TextField> | undefined;
  /** Called when the field loses the focus. */
  onBlur?: EventHandler<TextField> | undefined;
  /** Called when the person presses outside the field while it has the focus. */
  onTapOutside?: EventHandler<TextField> | undefined;
}

export interface TextField extends Plain<TextFieldProps<Read>> {}

/** A field for entering text. */
export class TextField extends Control {
  static override readonly spec: Spec<TextFieldProps> = spec<TextFieldProps>({
    type: "TextField",
    parent: Control,
    layout: wideLayout,
    properties: {
      ...formFieldEntries,
      value: text("").writable(refuseValue, { merge: "text" }),
      selection: value(textSelectionType, null).writable(undefined, { merge: "app", isVolatile: true }),
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
    semantics: { role: "textbox", label: "label" },
    methods: { focus: method() },
  });

  constructor(props?: TextFieldProps) {
    super(props);
  }

  override beforeUpdate(): void {
    assertAscending(this, "minLines", "maxLines");
  }

  /** Gives the field the focus. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }
}

/** Type of a number of characters, or -1 for no limit. */
function maxLengthType(): Type<number> {
  const whole = integerType({ min: -1 });
  return {
    ...whole,
    check: (length) =>
      length === 0 ? problemWith("must be at least 1, or -1 for any length, not 0") : whole.check(length),
  };
}

/** Returns why a text from the client is refused, or undefined if it is allowed. */
function refuseValue(entered: string, control: Control): string | undefined {
  const { readOnly, maxLength, value: before } = control as TextField;
  if (readOnly) return "is read-only";
  // A longer text of the app can be made shorter step by step.
  if (maxLength === null || maxLength === -1 || entered.length <= Math.max(maxLength, before.length)) return undefined;
  return `has a maxLength of ${maxLength}, and ${entered.length} characters were entered`;
}
