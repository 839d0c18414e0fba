import type { Read } from "../../../controls/control-props.ts";
import type { DropdownProps } from "../../../controls/select/dropdown.ts";
import type { DropdownOptionProps } from "../../../controls/select/dropdown-option.ts";
import { filterText } from "../../../input/input-rules.ts";
import { TEXT_WRITE } from "../../../protocol/text-merge.ts";
import { element, setAttribute } from "../../dom/css.ts";
import { setText } from "../../input/field-text.ts";
import type { TypeAhead } from "../../input/roving.ts";
import type { FieldParts } from "../../parts/field-spots.ts";
import type { Listbox } from "../../parts/listbox.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Elements and state of a dropdown. */
export interface DropdownParts extends FieldParts {
  readonly listbox: Listbox;
  readonly typeAhead: TypeAhead;
  /** Elements of the arrow, and of the icon that replaces it while the list is open. */
  readonly arrows: readonly [closed: HTMLElement, open: HTMLElement];
  /** Text typed since the list opened. Options are searched by it. */
  query: string;
  /** Whether the person has typed since the field got the focus, or since an option was selected. */
  isTyped: boolean;
  /** Whether an update of the field is scheduled. */
  isDue: boolean;
}

export type DropdownView = View<DropdownProps<Read>, DropdownParts>;
type OptionView = View<DropdownOptionProps<Read>> & { readonly renderer: Renderer<DropdownOptionProps<Read>> };

export function optionsOf({ children }: DropdownView): OptionView[] {
  return (children.get("options") ?? []) as OptionView[];
}

/** Returns the value of an option. An option without a value uses its text. */
export function optionValue({ props }: OptionView): string {
  return props.value ?? props.text ?? "";
}

/** Returns the text of an option. An option without a text uses its value. */
export function optionText({ props }: OptionView): string {
  return props.text ?? props.value ?? "";
}

/** Returns the selected option, if there is one. */
export function chosenOf(view: DropdownView): OptionView | undefined {
  return view.props.value == null
    ? undefined
    : optionsOf(view).find((option) => optionValue(option) === view.props.value);
}

/** Returns whether the person can type into the field. */
export function canType({ props }: DropdownView): boolean {
  return props.editable === true || props.enableFilter === true;
}

/** Returns the text of the selected option. */
function chosenText(view: DropdownView): string {
  const chosen = chosenOf(view);
  return chosen === undefined ? "" : optionText(chosen);
}

/** Returns the text to show in the field, which depends on nothing but properties. */
export function fieldText(view: DropdownView): string {
  return (canType(view) ? view.props.text : undefined) ?? chosenText(view);
}

/** Shows the text and the selected option in a field with Runlet's own list. */
export function showInField(view: DropdownView): void {
  const input = view.parts.input as HTMLInputElement;
  const isTyping = canType(view);
  view.parts.listbox.connectField(input, isTyping);
  input.readOnly = !isTyping;
  setAttribute(input, "autocomplete", "off");
  setAttribute(input, "autocapitalize", view.props.capitalization);
  const text = fieldText(view);
  if (input.value !== text) {
    // What was typed is gone, so it is searched for no longer.
    setText(input, text);
    view.parts.query = "";
  }
  markChosen(view);
  filter(view);
}

/** Marks the selected option in Runlet's own list. */
function markChosen(view: DropdownView): void {
  for (const option of optionsOf(view)) {
    const isChosen = String(optionValue(option) === view.props.value);
    if (option.root.ariaSelected === isChosen) continue;
    option.root.ariaSelected = isChosen;
    option.renderer.props?.style?.(option);
  }
}

/** Hides the options that do not match the typed text. */
function filter(view: DropdownView): void {
  const { parts, props } = view;
  const query = props.enableFilter === true ? parts.query.toLocaleLowerCase() : "";
  for (const option of optionsOf(view))
    option.root.classList.toggle("r-listbox-option-filtered", !optionText(option).toLocaleLowerCase().includes(query));
  parts.listbox.optionsChanged();
}

/** Returns the options that can be highlighted. */
function open(view: DropdownView): OptionView[] {
  return optionsOf(view).filter(
    ({ root, props, isDisabled }) =>
      !isDisabled && props.visible !== false && !root.classList.contains("r-listbox-option-filtered"),
  );
}

/** Returns the elements of the options that can be highlighted, in order. */
export function reachable(view: DropdownView): HTMLElement[] {
  return open(view).map(({ root }) => root);
}

/** Selects the option that has this root element, in a field with Runlet's own list. */
export function pick(view: DropdownView, root: HTMLElement): void {
  const option = optionsOf(view).find((one) => one.root === root);
  if (option !== undefined) choose(view, option);
  setText(view.parts.input as HTMLInputElement, fieldText(view), true);
  showInField(view);
}

/** Handles the selection of an option by the person. */
export function choose(view: DropdownView, option: OptionView): void {
  const { parts, props } = view;
  const value = optionValue(option);
  const isOther = value !== props.value;
  parts.query = "";
  parts.isTyped = false;
  if (canType(view) && props.text !== optionText(option))
    view.write("text", optionText(option), "textChange", TEXT_WRITE);
  if (isOther) view.write("value", value, "change");
  view.emit("select", value);
}

/** Handles text typed by the person. */
export function enterText(view: DropdownView): void {
  const { parts, props } = view;
  const input = parts.input as HTMLInputElement;
  const before = fieldText(view);
  if (props.inputFilter != null) {
    const kept = filterText(props.inputFilter, input.value, before);
    setText(input, kept);
  }
  parts.query = input.value;
  parts.isTyped = true;
  if (input.value !== before) view.write("text", input.value, "textChange", TEXT_WRITE);
  filter(view);
  parts.listbox.open();
  if (reachable(view).length === 0) parts.listbox.close();
  if (props.enableSearch !== false) parts.listbox.point(found(view));
}

/** Returns the first option that begins with the typed text, or else the first that contains it. */
function found(view: DropdownView): HTMLElement | undefined {
  const query = view.parts.query.toLocaleLowerCase();
  if (query === "") return undefined;
  const texts = open(view).map((option) => ({ option, text: optionText(option).toLocaleLowerCase() }));
  return (texts.find(({ text }) => text.startsWith(query)) ?? texts.find(({ text }) => text.includes(query)))?.option
    .root;
}

/** Handles the loss of focus. If only options can be selected, discards the typed text. */
export function leaveField(view: DropdownView): void {
  const { parts, props } = view;
  const { isTyped } = parts;
  parts.query = "";
  parts.isTyped = false;
  filter(view);
  if (!isTyped || !canType(view) || props.editable === true) return;
  const text = chosenText(view);
  if (text === fieldText(view)) return;
  setText(parts.input as HTMLInputElement, text);
  view.write("text", text, "textChange", TEXT_WRITE);
}

/** Shows the options and the selection in the browser's own list. */
export function showInSelect(view: DropdownView): void {
  const select = view.parts.input as HTMLSelectElement;
  const all = optionsOf(view);
  // The first entry means that nothing is selected. It shows the hint.
  const none = select.options[0] ?? select.appendChild(element("option", ""));
  none.value = "";
  none.hidden = true;
  none.textContent = view.props.hintText ?? "";
  while (select.options.length > all.length + 1) select.options[select.options.length - 1]?.remove();
  for (const [index, option] of all.entries()) {
    const shown = select.options[index + 1] ?? select.appendChild(element("option", ""));
    const [text, value] = [optionText(option), optionValue(option)];
    if (shown.textContent !== text) shown.textContent = text;
    // The browser shows the content of an option with single spaces, but its label as it is.
    setAttribute(shown, "label", shown.text === text ? null : text);
    if (shown.value !== value) shown.value = value;
    shown.disabled = option.isDisabled;
    shown.hidden = option.props.visible === false;
  }
  const chosen = chosenOf(view);
  select.selectedIndex = chosen === undefined ? 0 : all.indexOf(chosen) + 1;
  select.classList.toggle("r-dropdown-empty", chosen === undefined);
  markChosen(view);
}

/** Returns whether the browser's own list can show the options as they are. */
export function isPlain(view: DropdownView): boolean {
  const { menuHeight, menuWidth, menuStyle, bgcolor, elevation, enableSearch } = view.props;
  // The browser's own list always finds options by typed characters.
  if (enableSearch === false) return false;
  if (canType(view) || [menuHeight, menuWidth, menuStyle, bgcolor].some((value) => value != null)) return false;
  if (elevation != null && elevation !== 8) return false;
  return optionsOf(view).every(
    ({ props, children }) =>
      children.size === 0 && props.leadingIcon == null && props.trailingIcon == null && props.style == null,
  );
}
