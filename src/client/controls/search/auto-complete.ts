import type { Read } from "../../../controls/control-props.ts";
import type { AutoCompleteProps } from "../../../controls/search/auto-complete.ts";
import type { AutoCompleteSuggestion } from "../../../controls/search/auto-complete-suggestion.ts";
import { TEXT_WRITE } from "../../../protocol/text-merge.ts";
import { element, setStyle } from "../../dom/css.ts";
import { px } from "../../dom/css-values.ts";
import { listenForText, setText } from "../../input/field-text.ts";
import { describeFocusTarget } from "../../input/focus-target.ts";
import { type FieldParts, fieldChildrenChanged, makeField, type Spot, spotOf } from "../../parts/field-spots.ts";
import { fieldProps } from "../../parts/form-field.ts";
import { Listbox } from "../../parts/listbox.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface AutoCompleteParts extends FieldParts {
  input: HTMLInputElement;
  readonly listbox: Listbox;
}

type AutoCompleteView = View<AutoCompleteProps<Read>, AutoCompleteParts>;

/** Returns the suggestions that contain the typed text. None for an empty text. */
function fitting({ parts, props }: AutoCompleteView): { suggestion: AutoCompleteSuggestion; index: number }[] {
  const query = parts.input.value.toLocaleLowerCase();
  const all = (props.suggestions ?? []).map((suggestion, index) => ({ suggestion, index }));
  return query === "" ? [] : all.filter(({ suggestion }) => suggestion.key.toLocaleLowerCase().includes(query));
}

/** Fills the list with the matching suggestions. */
function suggest(view: AutoCompleteView): void {
  const { listbox } = view.parts;
  listbox.point(undefined);
  const options = fitting(view).map(({ suggestion, index }) => {
    const option = element("div", "r-listbox-option");
    option.role = "option";
    option.id = `${view.prefix}-${index}`;
    option.dataset.index = String(index);
    option.ariaSelected = String(index === view.props.selectedIndex);
    const text = element("span", "r-listbox-option-text");
    text.textContent = suggestion.value;
    option.append(text);
    return option;
  });
  listbox.list.replaceChildren(...options);
  listbox.optionsChanged();
}

/** Shows other suggestions, and keeps the highlighted one, or else highlights the one in its place. */
function suggestAgain(view: AutoCompleteView): void {
  const { listbox } = view.parts;
  if (!listbox.isOpen) return;
  const { pointed } = listbox;
  const at = pointed === undefined ? -1 : [...listbox.list.children].indexOf(pointed);
  suggest(view);
  if (at === -1) return;
  const options = [...listbox.list.children] as HTMLElement[];
  const same = options.find(({ textContent }) => textContent === pointed?.textContent);
  listbox.point(same ?? options[Math.min(at, options.length - 1)]);
}

function enter(view: AutoCompleteView): void {
  const { parts, props } = view;
  if (parts.input.value === (props.value ?? "")) return;
  if (props.selectedIndex != null) view.write("selectedIndex", null);
  view.write("value", parts.input.value, "change", TEXT_WRITE);
  suggest(view);
  parts.listbox.open();
}

function pick(view: AutoCompleteView, option: HTMLElement): void {
  const index = Number(option.dataset.index);
  const selection = view.props.suggestions?.[index];
  if (selection === undefined) return;
  const { input } = view.parts;
  setText(input, selection.value, true);
  // The text comes first: the server compares the suggestion with it.
  if (selection.value !== view.props.value) view.write("value", selection.value, "change", TEXT_WRITE);
  view.write("selectedIndex", index, undefined, { of: selection.value });
  view.emit("select", { index, selection: { ...selection } });
}

/** A text field that offers suggestions. */
export const renderer: Renderer<AutoCompleteProps<Read>, AutoCompleteParts> = {
  create(view) {
    const field = makeField(view.prefix);
    const { root, box, input } = field;
    const listbox = new Listbox(view.prefix, {
      anchor: box,
      field: () => input,
      options: () => [...listbox.list.children] as HTMLElement[],
      pick: (option) => pick(view, option),
    });
    listbox.connectField(input, true);
    input.autocomplete = "off";
    root.append(listbox.element);
    root.addEventListener("click", (click) => click.stopPropagation());
    box.addEventListener("click", () => input.focus());
    listenForText(box, { input: () => input, text: () => view.props.value ?? "", entered: () => enter(view) });
    input.addEventListener("keydown", (key) => {
      if (key.isComposing) return;
      if (!listbox.isOpen) suggest(view);
      listbox.key(key, true);
    });
    return { ...field, listbox };
  },
  slot: (view, name) => spotOf(view, name as Spot),
  childrenChanged: (view) => fieldChildrenChanged(view),
  disabled(view, isDisabled) {
    view.parts.input.disabled = isDisabled;
    view.root.classList.toggle("r-field-disabled", isDisabled);
    view.parts.listbox.close();
  },
  destroy: ({ parts }) => parts.listbox.close(),
  props: {
    ...(fieldProps as Renderer<AutoCompleteProps<Read>, AutoCompleteParts>["props"]),
    value: ({ parts, props }) => setText(parts.input, props.value ?? ""),
    suggestions: suggestAgain,
    suggestionsMaxHeight: ({ parts, props }) =>
      setStyle(parts.listbox.element, "--r-m-height", px(props.suggestionsMaxHeight)),
    tooltip: (view) => describeFocusTarget(view, view.parts.input),
  },
};
