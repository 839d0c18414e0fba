import type { Read } from "../../../controls/control-props.ts";
import type { TextFieldProps } from "../../../controls/field/text-field.ts";
import { isMultiline } from "../../../input/input-rules.ts";
import { selectionAfterChange } from "../../../protocol/text-change.ts";
import type { TextSelection } from "../../../values/text-selection.ts";
import { element, setAttribute, setStyle } from "../../dom/css.ts";
import { toText } from "../../dom/css-values.ts";
import { toInputMode } from "../../dom/input-mode.ts";
import { isComposing } from "../../input/field-text.ts";
import { type FieldParts, fillSpot } from "../../parts/field-spots.ts";
import type { View } from "../../rendering/view.ts";

/** Elements and state of a text field. */
export interface TextFieldParts extends FieldParts {
  input: HTMLInputElement | HTMLTextAreaElement;
  readonly typing: Typing;
}

/** State of a field that is not in its properties. */
export interface Typing {
  /** Selection that was last shown or reported. */
  selection: TextSelection | null | undefined;
  /** Whether the app set the selection while an input method was composing. */
  isSelectionDue: boolean;
  isRevealed: boolean;
  /** Whether the reveal button has ever been needed. */
  canReveal: boolean;
  /** Removes the listeners that the document has while the field has the focus. */
  focus: AbortController | undefined;
}

export type TextFieldView = View<TextFieldProps<Read>, TextFieldParts>;

/**
 * Sets the attributes of the input. Its type stays `text` or `password`: with `email` and the like, a browser gives no
 * access to the cursor.
 */
export function configure(view: TextFieldView): void {
  const { parts, props } = view;
  const isArea = isMultiline(props);
  // To replace the input would end a composition without its event. The field is configured again at its end.
  if (isArea !== parts.input instanceof HTMLTextAreaElement && !isComposing(parts.input)) replaceInput(view, isArea);
  const { input, typing } = parts;
  const { minLines, maxLines, maxLength } = props;
  setAttribute(input, "type", props.password === true && !typing.isRevealed ? "password" : null);
  setAttribute(input, "rows", isArea ? String(minLines ?? Math.min(maxLines ?? 3, 3)) : null);
  setStyle(view.root, "--r-f-min", isArea ? minLines?.toString() : null);
  setStyle(view.root, "--r-f-max", isArea ? maxLines?.toString() : null);
  setAttribute(input, "inputmode", toInputMode(props.keyboardType));
  setAttribute(input, "maxlength", maxLength == null || maxLength < 0 ? null : String(maxLength));
  setAttribute(input, "readonly", props.readOnly === true);
  setAttribute(input, "autocomplete", props.autofillHints);
  setAttribute(input, "autocapitalize", props.capitalization);
  setAttribute(input, "autocorrect", props.autocorrect === false ? "off" : null);
  setAttribute(input, "spellcheck", props.autocorrect === false ? "false" : null);
  if (props.canRevealPassword === true || typing.canReveal) reveal(view);
  count(view);
}

/** Shows the reveal button. Its code is loaded by the first field that has one. */
function reveal(view: TextFieldView): void {
  const { typing } = view.parts;
  typing.canReveal = true;
  void import("./reveal.ts").then(({ setReveal }) => {
    const { password, canRevealPassword } = view.props;
    setReveal(view, password === true && canRevealPassword === true, typing.isRevealed, () => {
      typing.isRevealed = !typing.isRevealed;
      configure(view);
    });
  });
}

/**
 * Replaces the input, because HTML has different elements for one line and for several lines. Text, selection and focus
 * are kept.
 */
function replaceInput({ parts, props }: TextFieldView, isArea: boolean): void {
  const old = parts.input;
  const next = element(isArea ? "textarea" : "input", "");
  for (const { name, value } of old.attributes) next.setAttribute(name, value);
  const hadFocus = old === document.activeElement;
  const { value, selectionStart, selectionEnd } = old;
  // Use the property, not the old input's text: a single-line input drops line breaks.
  next.value = props.value ?? "";
  const marked = selectionAfterChange(value, next.value, selectionStart ?? 0, selectionEnd ?? 0);
  old.replaceWith(next);
  parts.input = next;
  next.setSelectionRange(...marked);
  if (hadFocus) next.focus();
}

/** Shows the app's counter, or the number of characters and the maximum. */
export function count(view: TextFieldView): void {
  const { counter, maxLength } = view.props;
  const { length } = view.parts.input.value;
  const most = maxLength == null || maxLength < 0 ? undefined : maxLength;
  const auto =
    maxLength == null || view.children.has("counter") ? "" : most === undefined ? LENGTH : `${LENGTH}/${most}`;
  const text = (toText(counter) || auto)
    .replaceAll(LENGTH, String(length))
    .replaceAll("{max_length}", String(most ?? ""))
    .replaceAll("{symbols_left}", String(most === undefined ? "" : most - length));
  fillSpot(view, "counter", text);
}

const LENGTH = "{value_length}";
