import type { Read } from "../../../controls/control-props.ts";
import type { SearchBarProps } from "../../../controls/search/search-bar.ts";
import { isUsable, tabStopsIn } from "../../input/focusable.ts";
import { nextItem } from "../../input/roving.ts";
import type { View } from "../../rendering/view.ts";
import type { SearchParts } from "./search-style.ts";

type SearchView = View<SearchBarProps<Read>, SearchParts>;

/** Controls that use the arrow keys, Home and End themselves. */
const USES_ARROWS =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [role=slider], [role=radio], [role=tab], [role^=menuitem]";

/** Opens the view and focuses its field, with the cursor where it was in the bar, or else at the end. */
export function openSearchView({ parts, isDisabled }: SearchView): void {
  const { popup, field, input } = parts;
  if (isDisabled) return;
  const isInBar = input === document.activeElement;
  popup.open();
  if (isInBar) return enterField(field, input);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/** Focuses one of the two fields. The cursor is where it was in the other one, which has the same text. */
export function enterField(to: HTMLInputElement, from: HTMLInputElement): void {
  const { selectionStart, selectionEnd, selectionDirection } = from;
  to.focus();
  to.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? "none");
}

/** Opens the view if there is something in it. Typing opens it, as in Flutter's `SearchAnchor.bar`. */
export function suggestInView(view: SearchView): void {
  const controls = [view.children.get("controls") ?? []].flat();
  if (controls.some(({ root }) => !root.hidden)) openSearchView(view);
}

/** Handles a key in the bar's field. The arrow down acts as a tap. Enter submits a text, or else opens the view. */
export function pressKeyInBar(view: SearchView, event: KeyboardEvent): void {
  const { input } = view.parts;
  if (event.isComposing || event.target !== input) return;
  if (event.key === "Enter" && (input.value === "" || !view.listensTo("submit"))) return suggestInView(view);
  if (event.key !== "ArrowDown") return;
  event.preventDefault();
  view.emit("tap");
  suggestInView(view);
}

/** Handles a key in the view: arrows move between its field and what is below it, and letters belong to the field. */
export function pressKeyInView({ parts }: SearchView, event: KeyboardEvent): void {
  const { field, list } = parts;
  const { target, key } = event;
  if (event.defaultPrevented || event.isComposing || !(target instanceof HTMLElement)) return;
  if (target !== field && target.matches(USES_ARROWS)) return;
  if (target === field ? key !== "ArrowDown" && key !== "ArrowUp" : isText(event)) {
    // The key goes to what has the focus by then.
    if (target !== field) field.focus();
    return;
  }
  const stops = [field, ...tabStopsIn(list).filter(isUsable)];
  const next = nextItem(stops, stops.includes(target as HTMLInputElement) ? target : field, key, "y");
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function isText({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return key === "Backspace" || (key.length === 1 && key !== " ");
}
