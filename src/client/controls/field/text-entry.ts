import { filterText, isMultiline, submitsOnEnter } from "../../../input/input-rules.ts";
import { APP_WRITE, TEXT_WRITE } from "../../../protocol/text-merge.ts";
import type { TextSelection } from "../../../values/text-selection.ts";
import { emitText } from "../../input/emit-text.ts";
import { asShown, isComposing, listenForText, setText } from "../../input/field-text.ts";
import { configure, count, type TextFieldParts, type TextFieldView } from "./text-input.ts";

/** Shows the text that the properties contain. */
export function show(view: TextFieldView): void {
  setText(view.parts.input, view.props.value ?? "");
  count(view);
}

/** Shows the selection that the properties contain. It refers to the text that came with it. */
export function select(view: TextFieldView): void {
  const { parts, props } = view;
  const { input, typing } = parts;
  typing.isSelectionDue = isComposing(input);
  if (typing.isSelectionDue || props.selection == null) return;
  show(view);
  // A copy, because updates change property values in place.
  typing.selection = { ...props.selection };
  const { baseOffset, extentOffset } = props.selection;
  const shown = (offset: number): number => asShown(input, (props.value ?? "").slice(0, offset)).length;
  const [from, to] = [shown(baseOffset), shown(extentOffset)];
  input.setSelectionRange(Math.min(from, to), Math.max(from, to), to < from ? "backward" : "forward");
}

/** Returns the offset in the property's text of a position in the shown text, which may have shorter line breaks. */
function offsetOf({ parts, props }: TextFieldView, position: number): number {
  const text = props.value ?? "";
  let offset = position;
  for (let missing = 1; missing > 0; offset += missing)
    missing = offset < text.length ? position - asShown(parts.input, text.slice(0, offset)).length : 0;
  return offset;
}

function isSame(a: TextSelection, b: TextSelection | null | undefined): boolean {
  return b != null && a.baseOffset === b.baseOffset && a.extentOffset === b.extentOffset;
}

/** Handles a change of the text by the person. */
function enter(view: TextFieldView): void {
  const { input, typing } = view.parts;
  const { inputFilter, value = "" } = view.props;
  typing.isSelectionDue = false;
  if (inputFilter != null) {
    const filtered = filterText(inputFilter, input.value, value);
    setText(input, filtered);
  }
  if (input.value !== value) view.write("value", input.value, "change", TEXT_WRITE);
  count(view);
}

/**
 * Handles a change of the selection or the cursor. It is reported at once if the app listens, otherwise when the field
 * loses focus.
 */
function reportSelection(view: TextFieldView, isLeaving: boolean): void {
  const { input, typing } = view.parts;
  if (isComposing(input) || !(isLeaving || view.listensTo("selectionChange"))) return;
  const start = input.selectionStart ?? 0;
  const end = input.selectionEnd ?? 0;
  const isBackward = input.selectionDirection === "backward";
  const [from, to] = [offsetOf(view, start), offsetOf(view, end)];
  const selection = { baseOffset: isBackward ? to : from, extentOffset: isBackward ? from : to };
  if (isSame(selection, typing.selection)) return;
  typing.selection = selection;
  view.write("selection", selection, undefined, APP_WRITE);
  view.emit("selectionChange", { selectedText: input.value.slice(start, end), selection });
}

function press(view: TextFieldView, key: KeyboardEvent): void {
  const { parts, props } = view;
  if (key.target !== parts.input || key.isComposing) return;
  if (props.ignoreUpDownKeys === true && (key.key === "ArrowUp" || key.key === "ArrowDown")) key.preventDefault();
  if (key.key !== "Enter") return;
  if (!submitsOnEnter(props, key.shiftKey)) return;
  if (isMultiline(props)) key.preventDefault();
  emitText(view, "submit", parts.input.value);
}

/** Adds all listeners for the person's actions. Called once. */
export function listen(view: TextFieldView, { root, box, typing }: TextFieldParts): void {
  const isInput = (event: Event): boolean => event.target === view.parts.input;
  listenForText(box, {
    input: () => view.parts.input,
    text: () => view.props.value ?? "",
    entered: () => enter(view),
  });
  box.addEventListener("compositionend", () => {
    if (typing.isSelectionDue) select(view);
    count(view);
    configure(view);
  });
  box.addEventListener("keydown", (key) => press(view, key));
  box.addEventListener("click", (click) => {
    click.stopPropagation();
    if (click.target === box) view.parts.input.focus();
    view.emit("click");
  });
  box.addEventListener("focusin", (event) => {
    if (!isInput(event)) return;
    view.emit("focus");
    typing.focus = new AbortController();
    const { signal } = typing.focus;
    document.addEventListener("selectionchange", () => reportSelection(view, false), { signal });
    const outside = (event: PointerEvent): void => {
      if (!root.contains(event.target as Node)) view.emit("tapOutside");
    };
    document.addEventListener("pointerdown", outside, { signal, capture: true });
  });
  box.addEventListener("focusout", (event) => {
    // A removed field loses focus, too, but `destroy` has already ended the listeners.
    if (!isInput(event) || typing.focus === undefined) return;
    typing.focus.abort();
    reportSelection(view, true);
    view.emit("blur");
  });
}
