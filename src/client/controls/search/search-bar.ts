import type { Read } from "../../../controls/control-props.ts";
import type { SearchBarProps } from "../../../controls/search/search-bar.ts";
import { TEXT_WRITE } from "../../../protocol/text-merge.ts";
import { element, setAttribute } from "../../dom/css.ts";
import { setIcon } from "../../dom/icon.ts";
import { toInputMode } from "../../dom/input-mode.ts";
import { emitText } from "../../input/emit-text.ts";
import { isComposing, listenForText, setText } from "../../input/field-text.ts";
import { focusOwners } from "../../input/focus-owners.ts";
import { describeFocusTarget, focusWhenAttached } from "../../input/focus-target.ts";
import { Popup } from "../../input/popup.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { enterField, openSearchView, pressKeyInBar, pressKeyInView, suggestInView } from "./search-keys.ts";
import { restyleBar, restyleView, type SearchParts } from "./search-style.ts";

type SearchView = View<SearchBarProps<Read>, SearchParts>;

function makeInput(): HTMLInputElement {
  const input = element("input", "r-search-input");
  input.role = "searchbox";
  input.enterKeyHint = "search";
  input.autocomplete = "off";
  input.placeholder = " ";
  return input;
}

function makeButton(className: string, icon: string, name: string, press: () => void): HTMLButtonElement {
  const button = element("button", className);
  button.type = "button";
  button.ariaLabel = name;
  setIcon(button, icon);
  button.addEventListener("click", press);
  return button;
}

/** Shows the text. With `isChoice`, the person chose it, otherwise the app changed it. */
function show({ parts, props }: SearchView, isChoice = false): void {
  for (const input of [parts.input, parts.field]) setText(input, props.value ?? "", isChoice);
}

function enter(view: SearchView, text: string): void {
  if (text !== (view.props.value ?? "")) view.write("value", text, "change", TEXT_WRITE);
  show(view, true);
}

/** Sets the hints and the on-screen keyboards of the inputs. */
function configure({ parts, props }: SearchView): void {
  const { barHintText, viewHintText, capitalization, keyboardType } = props;
  parts.input.placeholder = barHintText || " ";
  parts.field.placeholder = (viewHintText ?? barHintText) || " ";
  parts.input.ariaLabel = barHintText || "Search";
  parts.field.ariaLabel = (viewHintText ?? barHintText) || "Search";
  parts.panel.ariaLabel = parts.input.ariaLabel;
  for (const input of [parts.input, parts.field]) {
    setAttribute(input, "autocapitalize", capitalization);
    setAttribute(input, "inputmode", toInputMode(keyboardType));
  }
}

function close(view: SearchView, text: string | null): void {
  const { popup } = view.parts;
  if (text !== null) enter(view, text);
  popup.close();
}

function listenTo(view: SearchView, root: HTMLElement, input: HTMLInputElement): void {
  let opening: ReturnType<typeof setTimeout> | undefined;
  listenForText(input, {
    input: () => input,
    text: () => view.props.value ?? "",
    entered() {
      enter(view, input.value);
      // The key that ends a composition may begin the next one, which must not lose its field.
      clearTimeout(opening);
      opening = setTimeout(() => {
        if (input === view.parts.input && input === document.activeElement && !isComposing(input)) suggestInView(view);
      });
    },
  });
  // On a busy machine, keys come before timers. Escape must also close the view that is about to open.
  root.addEventListener("keydown", ({ key }) => key === "Escape" && clearTimeout(opening), { capture: true });
  input.addEventListener("keydown", (key) => {
    if (key.key === "Enter" && !key.isComposing) emitText(view, "submit", input.value);
  });
}

/** Takes what is in the bar out of reach, or brings it back. */
function coverBar(bar: HTMLElement, isCovered: boolean): void {
  for (const part of bar.children) (part as HTMLElement).inert = isCovered;
}

/**
 * Reports focus, blur, and presses outside the focused bar. Moves of the focus between the bar and its view are not
 * reported.
 */
function listenForFocus(view: SearchView, { root, bar }: SearchParts): void {
  let outside: AbortController | undefined;
  root.addEventListener("focusin", (event) => {
    if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) view.emit("focus");
    if (!bar.contains(event.target as Node) || outside !== undefined) return;
    outside = new AbortController();
    const report = ({ target }: Event): void => {
      if (!root.contains(target as Node)) view.emit("tapOutsideBar");
    };
    document.addEventListener("pointerdown", report, { capture: true, signal: outside.signal });
  });
  root.addEventListener("focusout", (event) => {
    outside?.abort();
    outside = undefined;
    if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) view.emit("blur");
  });
}

/** A search field that opens a view with results. */
export const renderer: Renderer<SearchBarProps<Read>, SearchParts> = {
  create(view) {
    const spot = () => element("span", "r-search-spot");
    const root = element("div", "r-search");
    const bar = element("div", "r-search-bar");
    const panel = element("div", "r-search-view");
    panel.role = "dialog";
    panel.id = `${view.prefix}-view`;
    const header = element("div", "r-search-header");
    const list = element("div", "r-search-list");
    const [input, field] = [makeInput(), makeInput()];
    const [barLeading, barTrailing, viewLeading, viewTrailing] = [spot(), spot(), spot(), spot()];
    bar.append(barLeading, input, barTrailing);
    header.append(viewLeading, field, viewTrailing);
    panel.append(header, list);
    root.append(bar, panel);
    const popup = new Popup(panel, {
      anchor: bar,
      side: () => "over",
      isAsWide: () => true,
      // The bar is behind the view.
      opened: () => coverBar(bar, true),
      closed(end) {
        coverBar(bar, false);
        if (end === "outside") view.emit("tapOutsideView");
        else if (end !== "left") enterField(input, field);
      },
    });
    viewLeading.append(makeButton("r-search-button", "arrow_back", "Back", () => popup.close()));
    viewTrailing.append(
      makeButton("r-search-button r-search-clear", "close", "Clear", () => {
        // The focused input remembers its former text, so that undo brings it back.
        field.focus();
        enter(view, "");
      }),
    );
    setAttribute(input, "aria-haspopup", "dialog");
    setAttribute(input, "aria-controls", panel.id);
    for (const one of [input, field, panel]) one.ariaLabel = "Search";
    focusOwners.set(list, () => field);
    focusOwners.set(panel, () => input);
    bar.addEventListener("keydown", (event) => pressKeyInBar(view, event));
    panel.addEventListener("keydown", (event) => pressKeyInView(view, event));
    root.addEventListener("click", (click) => click.stopPropagation());
    bar.addEventListener("click", ({ target }) => {
      if (target === bar) input.focus();
      view.emit("tap");
    });
    for (const one of [input, field]) listenTo(view, root, one);
    const parts = {
      root,
      bar,
      input,
      barLeading,
      barTrailing,
      panel,
      header,
      field,
      viewLeading,
      viewTrailing,
      list,
      popup,
    };
    listenForFocus(view, parts);
    return parts;
  },
  slot: ({ parts }, name) => (name === "controls" ? parts.list : parts[name as "barLeading"]),
  childrenChanged: ({ parts }) => {
    if (parts.popup.isOpen) parts.popup.updatePosition();
  },
  disabled(view, isDisabled) {
    view.parts.input.disabled = isDisabled;
    view.root.classList.toggle("r-search-disabled", isDisabled);
    view.parts.popup.close();
    restyleBar(view);
  },
  destroy: ({ parts }) => parts.popup.close("left"),
  methods: {
    focus: ({ parts }) => (parts.popup.isOpen ? parts.field : parts.input).focus(),
    openView: openSearchView,
    closeView: close,
  },
  props: {
    value: (view) => show(view),
    barHintText: configure,
    viewHintText: configure,
    capitalization: configure,
    keyboardType: configure,
    barBgcolor: restyleBar,
    barOverlayColor: restyleBar,
    barShadowColor: restyleBar,
    barElevation: restyleBar,
    barBorderSide: restyleBar,
    barShape: restyleBar,
    barTextStyle: restyleBar,
    barHintTextStyle: restyleBar,
    barPadding: restyleBar,
    barSizeConstraints: restyleBar,
    viewElevation: restyleView,
    viewBgcolor: restyleView,
    viewSide: restyleView,
    viewShape: restyleView,
    viewHeaderTextStyle: restyleView,
    viewHintTextStyle: restyleView,
    viewSizeConstraints: restyleView,
    viewHeaderHeight: restyleView,
    viewPadding: restyleView,
    viewBarPadding: restyleView,
    shrinkWrap: restyleView,
    dividerColor: restyleView,
    fullScreen: restyleView,
    autofocus({ parts, props }) {
      if (props.autofocus === true) focusWhenAttached(parts.input);
    },
    tooltip: (view) => describeFocusTarget(view, view.parts.input),
  },
};
