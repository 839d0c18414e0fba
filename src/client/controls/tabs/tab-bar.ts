import type { Read } from "../../../controls/control-props.ts";
import type { TabBarProps } from "../../../controls/tabs/tab-bar.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { inFull, px, toColor, toInsets } from "../../dom/css-values.ts";
import { toRadius } from "../../dom/shape.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { isRtlAt, nextItem, setTabStop } from "../../input/roving.ts";
import { setStateLayer } from "../../input/state-layer.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { moveLine } from "./tab-line.ts";
import { chooseTab, chosenIn, idIn, Membership, type Motion } from "./tabs-parts.ts";

interface TabBarParts extends Parts {
  readonly list: HTMLElement;
  /** The Tabs around the bar. */
  readonly membership: Membership;
  /** Selected tab, which shows the line. */
  chosen: HTMLElement | undefined;
  /** Elements of the tabs that were marked last. */
  marked: readonly HTMLElement[];
  /** Index of the hovered tab. */
  hovered: number | undefined;
}

type TabBarView = View<TabBarProps<Read>, TabBarParts>;

/** Returns the views of the visible tabs. A control of the app's own is replaced by the control that it built. */
function tabsOf(view: TabBarView): View[] {
  const all = [view.children.get("tabs") ?? []].flat();
  return all
    .filter(({ props }) => (props as { visible?: boolean }).visible !== false)
    .map((child) => {
      let at = child;
      for (let inner = at.children.get("content"); at.type === "Control" && inner instanceof Object; ) {
        if (Array.isArray(inner)) break;
        at = inner;
        inner = at.children.get("content");
      }
      return at;
    });
}

/** Elements that got a text style. */
const styled = new WeakSet<HTMLElement>();
/** Attributes that a bar sets on its tabs. */
const ATTRIBUTES = ["id", "role", "aria-selected", "aria-controls", "aria-disabled", "tabindex"] as const;
/** What those attributes were before, by the element of a tab. */
const originals = new WeakMap<HTMLElement, readonly (string | null)[]>();

/** Keeps the own attributes of the tabs of a bar, and gives back those of tabs that have left it. */
function keepOriginals(view: TabBarView, roots: readonly HTMLElement[]): void {
  for (const root of view.parts.marked) if (!roots.includes(root)) unmark(view, root);
  view.parts.marked = roots;
  for (const root of roots) {
    if (originals.has(root)) continue;
    const own = ATTRIBUTES.map((name) => root.getAttribute(name));
    originals.set(root, own);
  }
}

/** Gives a control that has left the bar its own attributes back, unless it is in another bar by now. */
function unmark({ prefix }: TabBarView, root: HTMLElement): void {
  const own = originals.get(root);
  if (own === undefined || !root.id.startsWith(`${prefix}-`)) return;
  originals.delete(root);
  for (const [at, name] of ATTRIBUTES.entries()) setAttribute(root, name, own[at]);
  root.classList.remove("r-tab-bar-tab");
  if (styled.delete(root)) setTextStyle(root, null);
}

/** Sets the accessibility attributes and the text style of each tab, and the Tab stop. */
function mark(view: TabBarView): void {
  const { parts, props, prefix } = view;
  const { tabs } = parts.membership;
  const chosen = tabs === undefined ? -1 : chosenIn(tabs);
  const shown = tabsOf(view);
  keepOriginals(
    view,
    shown.map(({ root }) => root),
  );
  for (const [index, { root, type, isDisabled }] of shown.entries()) {
    const isChosen = index === chosen;
    root.classList.add("r-tab-bar-tab");
    root.id = `${prefix}-${index}`;
    setAttribute(root, "role", "tab");
    setAttribute(root, "aria-selected", String(isChosen));
    setAttribute(root, "aria-controls", idIn(tabs?.parts.panels, index));
    setAttribute(root, "aria-disabled", isDisabled ? "true" : null);
    const style = isChosen ? props.labelTextStyle : (props.unselectedLabelTextStyle ?? props.labelTextStyle);
    // Another control than a Tab may have colors of its own.
    if (type === "Tab" || style != null || styled.has(root)) setTextStyle(root, style);
    if (style != null) styled.add(root);
  }
  const usable = shown.filter(({ isDisabled }) => !isDisabled).map(({ root }) => root);
  const current = shown[chosen]?.root;
  for (const { root } of shown) root.tabIndex = -1;
  const focused = usable.find((root) => root === document.activeElement);
  setTabStop(usable, current !== undefined && usable.includes(current) ? current : (focused ?? usable[0]));
}

/** Shows the selected tab. Positions are measured in the next frame, after layout. */
function show(view: TabBarView, motion?: Motion): void {
  mark(view);
  const { parts, props } = view;
  const { list, membership, chosen: from } = parts;
  const { tabs } = membership;
  const to = tabs === undefined ? undefined : tabsOf(view)[chosenIn(tabs)]?.root;
  parts.chosen = to;
  if (to === undefined || to === from) return;
  requestAnimationFrame(() => {
    if (!to.isConnected) return;
    const isLabel = (props.indicatorSize ?? (props.secondary === true ? "tab" : "label")) === "label";
    const isElastic = (props.indicatorAnimation ?? (isLabel ? "elastic" : "linear")) === "elastic";
    if (motion !== undefined && from?.isConnected === true) moveLine(from, to, isLabel, isElastic, motion);
    const [bar, tab] = [list.getBoundingClientRect(), to.getBoundingClientRect()];
    const by = tab.left + tab.width / 2 - bar.left - bar.width / 2;
    list.scrollBy({ left: by, behavior: motion === undefined ? "instant" : "smooth" });
  });
}

function indexAt(view: TabBarView, target: EventTarget | null): number {
  return tabsOf(view).findIndex(({ root }) => target instanceof Node && root.contains(target));
}

function press(view: TabBarView, index: number): void {
  const tab = tabsOf(view)[index];
  if (tab === undefined || tab.isDisabled) return;
  view.emit("click", index, { of: tab.id });
  const { tabs } = view.parts.membership;
  if (tabs !== undefined) chooseTab(tabs, index, tab);
}

function pressKey(view: TabBarView, event: KeyboardEvent): void {
  const shown = tabsOf(view).filter(({ isDisabled }) => !isDisabled);
  const items = shown.map(({ root }) => root);
  const from = items.find((root) => root === event.target);
  if (from === undefined) return;
  const next = nextItem(items, from, event.key, "x", isRtlAt(view.root));
  if (event.key === "Enter" || event.key === " ") press(view, indexAt(view, from));
  else if (next !== undefined) {
    next.focus();
    const index = indexAt(view, next);
    const { tabs } = view.parts.membership;
    if (tabs !== undefined) chooseTab(tabs, index, tabsOf(view)[index]);
  } else return;
  event.preventDefault();
}

function hover(view: TabBarView, index: number | undefined): void {
  const { hovered } = view.parts;
  if (hovered === index) return;
  view.parts.hovered = index;
  const tabs = tabsOf(view);
  if (hovered !== undefined) view.emit("hover", { hovering: false, index: hovered }, { of: tabs[hovered]?.id });
  if (index !== undefined) view.emit("hover", { hovering: true, index }, { of: tabs[index]?.id });
}

function underline({ root, props }: TabBarView): void {
  const { indicator, indicatorThickness, indicatorColor, secondary } = props;
  const least = secondary === true ? 2 : 3;
  const side = inFull(indicator?.borderSide);
  const thickness = indicator == null ? Math.max(indicatorThickness ?? 0, least) : (side?.width ?? 2);
  setStyle(root, "--r-t-thickness", side?.style === "none" ? "0" : thickness === least ? null : px(thickness));
  setStyle(root, "--r-t-line", toColor(side?.color ?? indicatorColor));
  setStyle(root, "--r-t-inset", toInsets(indicator?.insets));
  setStyle(root, "--r-t-round", indicator == null ? null : (toRadius(indicator.borderRadius) ?? "0"));
}

function resize(view: TabBarView): void {
  const { root, props } = view;
  const isSecond = props.secondary === true;
  root.classList.toggle("r-tab-bar-secondary", isSecond);
  root.classList.toggle("r-tab-bar-wide-line", (props.indicatorSize ?? (isSecond ? "tab" : "label")) === "tab");
  underline(view);
}

/** Tabs next to each other. */
export const renderer: Renderer<TabBarProps<Read>, TabBarParts> = {
  create(view) {
    const root = element("div", "r-tab-bar");
    const list = element("div", "r-tab-bar-list");
    list.role = "tablist";
    root.append(list);
    const membership = new Membership(view, "bars", {
      root,
      count: () => tabsOf(view).length,
      show: (motion) => show(view, motion),
    });
    list.addEventListener("click", ({ target }) => press(view, indexAt(view, target)));
    list.addEventListener("keydown", (event) => pressKey(view, event));
    list.addEventListener("pointerover", ({ target, pointerType }) => {
      const index = indexAt(view, target);
      if (pointerType !== "touch") hover(view, index === -1 ? undefined : index);
    });
    list.addEventListener("pointerleave", () => hover(view, undefined));
    return { root, list, membership, chosen: undefined, marked: [], hovered: undefined };
  },
  slot: ({ parts }) => parts.list,
  childrenChanged(view) {
    show(view);
    // The panels refer to their tabs by id, so update the panels.
    for (const panels of view.parts.membership.tabs?.parts.panels ?? []) panels.show();
  },
  moved: ({ parts }) => parts.membership.move(),
  destroy(view) {
    view.parts.membership.leave();
    // Tabs that went elsewhere in the same update stay on the page.
    keepOriginals(view, []);
  },
  // Wait until the tabs have been disabled or enabled, too.
  disabled: (view) => queueMicrotask(() => mark(view)),
  props: {
    scrollable: ({ root, props }) => void root.classList.toggle("r-tab-bar-fixed", props.scrollable !== true),
    tabAlignment: ({ root, props }) => setAttribute(root, "data-align", props.tabAlignment),
    dividerColor: ({ root, props }) => setStyle(root, "--r-t-divider", toColor(props.dividerColor)),
    dividerHeight: ({ root, props }) => setStyle(root, "--r-t-divider-height", px(props.dividerHeight)),
    indicatorColor: underline,
    indicator: underline,
    indicatorThickness: underline,
    indicatorSize: resize,
    secondary: resize,
    labelColor: ({ root, props }) => setStyle(root, "--r-t-chosen", toColor(props.labelColor)),
    unselectedLabelColor: ({ root, props }) => setStyle(root, "--r-t-other", toColor(props.unselectedLabelColor)),
    labelPadding: ({ root, props }) => setStyle(root, "--r-t-padding", toInsets(props.labelPadding)),
    labelTextStyle: mark,
    unselectedLabelTextStyle: mark,
    overlayColor: ({ root, props }) => setStateLayer(root, props.overlayColor),
    mouseCursor: ({ root, props }) => setStyle(root, "--r-t-cursor", props.mouseCursor),
    padding: ({ parts, props }) => setStyle(parts.list, "padding", toInsets(props.padding)),
    splashBorderRadius: ({ root, props }) => setStyle(root, "--r-t-splash", toRadius(props.splashBorderRadius)),
  },
};

adopt(css`
.r-tab-bar { position: relative; min-inline-size: 0; }
.r-tab-bar::after {
  content: "";
  position: absolute;
  inset: auto 0 0;
  block-size: var(--r-t-divider-height, 1px);
  background: var(--r-t-divider, var(--r-outlinevariant));
  pointer-events: none;
}
.r-tab-bar-list {
  display: flex;
  overflow: auto hidden;
  scrollbar-width: none;
  padding-inline-start: 52px;
}
[data-align] > .r-tab-bar-list, .r-tab-bar-fixed > .r-tab-bar-list { padding-inline-start: 0; }
[data-align="startOffset"] > .r-tab-bar-list { padding-inline-start: 52px; }
[data-align="center"] > .r-tab-bar-list { justify-content: safe center; }
.r-tab-bar-fixed:not([data-align="center"]) > .r-tab-bar-list > * { flex: 1; }
.r-root .r-tab-bar-tab {
  position: relative;
  flex-shrink: 0;
  display: flex;
  align-items: center;
  justify-content: center;
  min-block-size: 48px;
  padding: var(--r-t-padding, 0 16px);
  color: var(--r-t-other, var(--r-onsurfacevariant));
  font: 500 14px/20px var(--r-font);
  letter-spacing: 0.1px;
  white-space: pre;
  cursor: var(--r-t-cursor, pointer);
  user-select: none;
  -webkit-tap-highlight-color: transparent;
  touch-action: manipulation;
}
.r-tab-bar-fixed > .r-tab-bar-list > .r-tab-bar-tab { flex-shrink: 1; }
.r-root .r-tab-bar-tab[aria-selected="true"] { color: var(--r-t-chosen, var(--r-primary)); }
.r-root .r-tab-bar-secondary .r-tab-bar-tab[aria-selected="true"] { color: var(--r-t-chosen, var(--r-onsurface)); }
.r-root .r-tab-bar-tab[aria-disabled] { color: color-mix(in srgb, var(--r-onsurface) 38%, transparent); cursor: default; }
.r-tab-bar-tab::before {
  content: "";
  position: absolute;
  inset: 0;
  border-radius: var(--r-t-splash, 0);
  pointer-events: none;
  transition: background-color 150ms;
}
.r-root .r-tab-bar-tab:focus-visible { outline-offset: -3px; }
@media (hover: hover) {
  .r-tab-bar-tab:not([aria-disabled]):hover::before {
    background: var(--r-over-hover, color-mix(in srgb, currentColor 8%, transparent));
  }
}
.r-tab-bar-tab:focus-visible::before { background: var(--r-over-focus, color-mix(in srgb, currentColor 10%, transparent)); }
.r-tab-bar-tab:not([aria-disabled]):active::before {
  background: var(--r-over-press, color-mix(in srgb, currentColor 12%, transparent));
}
.r-tab-bar:not(.r-tab-bar-wide-line) [aria-selected="true"] > .r-tab-bar-label::after,
.r-tab-bar-wide-line [aria-selected="true"]::after,
[role="tab"][aria-selected="true"]:not(:has(> .r-tab-bar-label))::after {
  content: "";
  position: absolute;
  inset: auto 0 0;
  z-index: 1;
  margin: var(--r-t-inset, 0);
  block-size: var(--r-t-thickness, 3px);
  border-radius: var(--r-t-round, 3px 3px 0 0);
  background: var(--r-t-line, var(--r-primary));
}
.r-root .r-tab-bar [aria-disabled]::after, .r-root .r-tab-bar [aria-disabled] > .r-tab-bar-label::after { background: var(--r-t-line, currentColor); }
.r-tab-bar-secondary [aria-selected="true"]::after, .r-tab-bar-secondary [aria-selected="true"] > .r-tab-bar-label::after {
  block-size: var(--r-t-thickness, 2px);
  border-radius: var(--r-t-round, 0);
}
@media (forced-colors: active) {
  .r-tab-bar [aria-selected="true"]::after, .r-tab-bar [aria-selected="true"] > .r-tab-bar-label::after {
    forced-color-adjust: none;
    background: Highlight;
  }
  .r-root .r-tab-bar-tab[aria-disabled] { color: GrayText; }
}
`);
