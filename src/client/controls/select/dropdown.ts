import type { Read } from "../../../controls/control-props.ts";
import type { DropdownProps } from "../../../controls/select/dropdown.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { px, toInsets } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import { listenForText } from "../../input/field-text.ts";
import { describeFocusTarget, focusWhenAttached } from "../../input/focus-target.ts";
import { listenForFocus } from "../../input/gestures.ts";
import { TypeAhead } from "../../input/roving.ts";
import { type FieldView, fieldChildrenChanged, makeField, spotOf } from "../../parts/field-spots.ts";
import { fieldProps } from "../../parts/form-field.ts";
import { Listbox } from "../../parts/listbox.ts";
import { setMenuStyleByState } from "../../parts/menu-style.ts";
import type { Renderer, Setter } from "../../rendering/renderer.ts";
import {
  canType,
  choose,
  chosenOf,
  type DropdownParts,
  type DropdownView,
  enterText,
  fieldText,
  isPlain,
  leaveField,
  optionsOf,
  pick,
  reachable,
  showInField,
  showInSelect,
} from "./dropdown-list.ts";

type DropdownSetter = Setter<DropdownProps<Read>, DropdownParts>;

/** Slots whose name in a dropdown differs from the name that the code of fields uses. */
const SPOTS = { leadingIcon: "prefixIcon", selectedSuffix: "suffix" } as const;

/** Returns the view as a field, with the property and slot names that the code of fields uses. */
function asField(view: DropdownView): FieldView {
  const { root, parts, prefix, props } = view;
  // The arrow is always shown.
  const children = new Map<string, unknown>([["suffixIcon", []]]);
  for (const [name, child] of view.children) children.set(SPOTS[name as keyof typeof SPOTS] ?? name, child);
  const named = {
    __proto__: props,
    // That of the list.
    bgcolor: null,
    prefixIcon: props.leadingIcon ?? null,
    suffix: null,
    suffixIcon: null,
    helper: props.helperText ?? null,
    error: props.errorText ?? null,
  };
  return { root, parts, prefix, children, props: named };
}

function byField(name: keyof typeof fieldProps): DropdownSetter {
  return (view) => fieldProps[name]?.(asField(view));
}

/** Shows options and selection, once for all changes that happen together. */
function show(view: DropdownView): void {
  if (view.parts.isDue) return;
  view.parts.isDue = true;
  queueMicrotask(() => {
    view.parts.isDue = false;
    useList(view, isPlain(view));
  });
}

/**
 * Shows the browser's own list, or Runlet's list. They need different elements, and the focus is kept when the element
 * is replaced.
 */
function useList(view: DropdownView, isNative: boolean): void {
  const { parts } = view;
  const old = parts.input;
  if (isNative !== old instanceof HTMLSelectElement) {
    const next = element(isNative ? "select" : "input", "r-field-input r-dropdown-input");
    for (const name of ["id", "aria-invalid", "aria-describedby", "aria-description"])
      setAttribute(next, name, old.getAttribute(name));
    next.disabled = view.isDisabled;
    const hadFocus = old === document.activeElement;
    old.replaceWith(next);
    parts.input = next;
    if (hadFocus) next.focus();
  }
  // Without a label, the hint is the accessible name.
  const isNamed = view.root.classList.contains("r-field-labeled");
  setAttribute(parts.input, "aria-label", isNamed ? null : view.props.hintText);
  if (isNative) return showInSelect(view);
  setAttribute(parts.input, "placeholder", view.props.hintText || " ");
  showInField(view);
}

function restyleMenu(view: DropdownView): void {
  const { parts, props } = view;
  const { element: menu } = parts.listbox;
  const { bgcolor, elevation, menuStyle } = props;
  const style = {
    ...menuStyle,
    ...(bgcolor != null && { bgcolor }),
    ...(elevation != null && elevation !== 8 && { elevation }),
  };
  setMenuStyleByState(menu, style, view.isDisabled, () => restyleMenu(view));
  menu.classList.toggle("r-listbox-sized", props.menuWidth != null);
  setStyle(menu, "--r-m-width", px(props.menuWidth));
  setStyle(menu, "--r-m-height", px(props.menuHeight));
  show(view);
}

/** Shows the arrow, and the icon that replaces it while the list is open. */
function setArrow(view: DropdownView): void {
  const [closed, open] = view.parts.arrows;
  const { trailingIcon, selectedTrailingIcon } = view.props;
  setIcon(closed, view.children.has("trailingIcon") ? null : (trailingIcon ?? "arrow_drop_down"));
  setIcon(open, selectedTrailingIcon);
  view.root.classList.toggle(
    "r-dropdown-two-arrows",
    selectedTrailingIcon != null || view.children.has("selectedTrailingIcon"),
  );
}

function listen(view: DropdownView, { root, box, listbox, typeAhead }: DropdownParts): void {
  const isInput = ({ target }: Event): boolean => target === view.parts.input;
  root.addEventListener("click", (click) => click.stopPropagation());
  box.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const option = optionsOf(view)[event.target.selectedIndex - 1];
    if (option !== undefined) choose(view, option);
    showInSelect(view);
  });
  listenForText(box, {
    input: () => view.parts.input,
    text: () => fieldText(view),
    entered() {
      if (view.parts.input instanceof HTMLInputElement) enterText(view);
    },
  });
  box.addEventListener("click", (event) => {
    const { input } = view.parts;
    if (view.isDisabled) return;
    if (!isInput(event)) input.focus();
    if (input instanceof HTMLSelectElement) {
      if (!isInput(event)) input.showPicker();
    } else if (listbox.isOpen && !canType(view)) listbox.close();
    else listbox.open();
  });
  box.addEventListener("keydown", (key) => {
    if (!isInput(key) || (key.target as HTMLElement).tagName === "SELECT" || key.isComposing) return;
    const isTyping = canType(view);
    if (listbox.key(key, isTyping) || isTyping || view.props.enableSearch === false) return;
    const found = typeAhead.find(reachable(view), listbox.pointed ?? chosenOf(view)?.root, key);
    if (found === undefined) return;
    key.preventDefault();
    listbox.open();
    listbox.point(found);
  });
  box.addEventListener("focusout", (event) => {
    if (isInput(event) && !(event.target instanceof HTMLSelectElement)) leaveField(view);
  });
}

/** A field that opens a list to select one option. */
export const renderer: Renderer<DropdownProps<Read>, DropdownParts> = {
  create(view) {
    const field = makeField(view.prefix);
    const select = element("select", "r-field-input r-dropdown-input");
    select.id = field.input.id;
    field.input.replaceWith(select);
    const listbox = new Listbox(view.prefix, {
      anchor: field.box,
      field: () => view.parts.input,
      options: () => reachable(view),
      chosen: () => chosenOf(view)?.root,
      pick: (option) => pick(view, option),
      opened: () => field.root.classList.add("r-dropdown-open"),
      closed: () => field.root.classList.remove("r-dropdown-open"),
    });
    field.root.classList.add("r-dropdown");
    field.root.append(listbox.element);
    const parts: DropdownParts = {
      ...field,
      input: select,
      listbox,
      typeAhead: new TypeAhead(),
      query: "",
      isTyped: false,
      isDue: false,
      arrows: [element("span", "r-dropdown-arrow"), element("span", "r-dropdown-arrow r-dropdown-arrow-open")],
    };
    const arrow = element("div", "r-field-suffixIcon r-dropdown-icon");
    arrow.append(...parts.arrows);
    field.box.append(arrow);
    parts.spots.set("suffixIcon", arrow);
    setIcon(parts.arrows[0], "arrow_drop_down");
    listen(view, parts);
    return parts;
  },
  slot(view, name) {
    if (name === "options") return view.parts.listbox.list;
    const [closed, open] = view.parts.arrows;
    if (name === "trailingIcon") return closed;
    if (name === "selectedTrailingIcon") return open;
    return spotOf(asField(view), SPOTS[name as keyof typeof SPOTS] ?? (name as "label"));
  },
  childrenChanged(view) {
    fieldChildrenChanged(asField(view));
    setArrow(view);
    show(view);
  },
  disabled(view, isDisabled) {
    view.parts.input.disabled = isDisabled;
    view.root.classList.toggle("r-field-disabled", isDisabled);
    view.parts.listbox.close();
  },
  destroy: ({ parts }) => parts.listbox.close(),
  methods: { focus: ({ parts }) => parts.input.focus() },
  props: {
    ...Object.fromEntries(
      (Object.keys(fieldProps) as (keyof typeof fieldProps)[]).map((name) => [name, byField(name)]),
    ),
    label(view) {
      byField("label")(view);
      show(view);
    },
    value: show,
    text: show,
    editable: show,
    enableFilter: show,
    enableSearch: show,
    capitalization: show,
    hintText: show,
    leadingIcon: byField("prefixIcon"),
    helperText: byField("helper"),
    errorText: byField("error"),
    trailingIcon: setArrow,
    selectedTrailingIcon: setArrow,
    bgcolor: restyleMenu,
    elevation: restyleMenu,
    menuHeight: restyleMenu,
    menuWidth: restyleMenu,
    menuStyle: restyleMenu,
    textAlign: ({ root, props }) => setStyle(root, "--r-f-align", props.textAlign === "start" ? null : props.textAlign),
    expandedInsets({ root, props }) {
      root.classList.toggle("r-dropdown-wide", props.expandedInsets != null);
      setStyle(root, "padding", toInsets(props.expandedInsets));
    },
    autofocus({ parts, props }) {
      if (props.autofocus === true) focusWhenAttached(parts.input);
    },
    tooltip: (view) => describeFocusTarget(view, view.parts.input),
    onFocus: listenForFocus,
    onBlur: listenForFocus,
  },
};

adopt(css`
.r-dropdown { --r-f-cursor: pointer; }
.r-dropdown:not(.r-box-wide, .r-dropdown-wide, [data-box~="x"]) { --r-f-box: 210px; }
.r-dropdown-input { text-overflow: ellipsis; }
select.r-dropdown-input {
  appearance: none;
  margin-inline-end: -52px;
  padding-inline-end: 52px;
  text-align-last: var(--r-f-align, start);
}
.r-dropdown option { background: var(--r-surfacecontainer); color: var(--r-onsurface); }
.r-dropdown-empty { --r-g-ink: var(--r-f-hint, var(--r-onsurfacevariant)); }
.r-field-labeled .r-dropdown-empty:not(:focus) { color: transparent; }
.r-dropdown [readonly] { caret-color: transparent; }
.r-dropdown-icon { pointer-events: none; }
.r-dropdown-arrow { display: flex; transition: rotate 150ms; }
.r-dropdown-arrow-open { display: none; }
.r-dropdown-open:not(.r-dropdown-two-arrows) .r-dropdown-arrow { rotate: 180deg; }
.r-dropdown-open.r-dropdown-two-arrows .r-dropdown-arrow { display: none; }
.r-dropdown-open.r-dropdown-two-arrows .r-dropdown-arrow-open { display: flex; }
`);
