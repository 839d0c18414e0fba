import { filterText, isMultiline, submitsOnEnter } from "../../../input/input-rules.ts";
import { APP_WRITE, TEXT_WRITE } from "../../../protocol/text-merge.ts";
import type { TextSelection } from "../../../values/text-selection.ts";
import { emitText } from "../../input/emit-text.ts";
import { configure, count, type TextFieldParts, type TextFieldView } from "./text-input.ts";

/** Shows the text and the selection that the properties contain. */
export function show(view: TextFieldView): void {
  const { parts, props } = view;
  const { input, typing } = parts;
  if (typing.isComposing) return;
  const text = props.value ?? "";
  if (input.value !== text) {
    const { selectionStart, selectionEnd, selectionDirection } = input;
    input.value = text;
    input.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? "none");
  }
  if (props.selection != null && !isSame(props.selection, typing.selection)) {
    const { baseOffset: from, extentOffset: to } = props.selection;
    // A copy, because updates change property values in place.
    typing.selection = { ...props.selection };
    input.setSelectionRange(Math.min(from, to), Math.max(from, to), to < from ? "backward" : "forward");
  }
  count(view);
}

function isSame(a: TextSelection, b: TextSelection | null | undefined): boolean {
  return b != null && a.baseOffset === b.baseOffset && a.extentOffset === b.extentOffset;
}

/** Handles a change of the text by the person. */
function enter(view: TextFieldView): void {
  const { input } = view.parts;
  const { inputFilter, value = "" } = view.props;
  if (inputFilter != null) {
    const filtered = filterText(inputFilter, input.value, value);
    if (filtered !== input.value) replaceText(input, filtered);
  }
  if (input.value !== value) view.write("value", input.value, "change", TEXT_WRITE);
  count(view);
}

/** Sets the text of a field. The cursor keeps its distance from the end. */
function replaceText(input: TextFieldParts["input"], text: string): void {
  const fromEnd = input.value.length - (input.selectionEnd ?? input.value.length);
  input.value = text;
  const at = Math.max(0, text.length - fromEnd);
  input.setSelectionRange(at, at);
}

/**
 * Handles a change of the selection or the cursor. It is reported at once if the app listens, otherwise when the field
 * loses focus.
 */
function reportSelection(view: TextFieldView, isLeaving: boolean): void {
  const { input, typing } = view.parts;
  if (typing.isComposing || !(isLeaving || view.listensTo("selectionChange"))) return;
  const start = input.selectionStart ?? 0;
  const end = input.selectionEnd ?? 0;
  const isBackward = input.selectionDirection === "backward";
  const selection = { baseOffset: isBackward ? end : start, extentOffset: isBackward ? start : end };
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
  box.addEventListener("input", (event) => {
    if (isInput(event) && !typing.isComposing) enter(view);
  });
  box.addEventListener("compositionstart", () => {
    typing.isComposing = true;
    typing.composedFrom = view.parts.input.value;
  });
  box.addEventListener("compositionend", () => {
    typing.isComposing = false;
    // Composed text is handled like typed text. If the text did not change, show the value that the app set meanwhile.
    if (view.parts.input.value === typing.composedFrom) show(view);
    else enter(view);
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
