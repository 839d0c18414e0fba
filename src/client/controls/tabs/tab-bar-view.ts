import type { Read } from "../../../controls/control-props.ts";
import type { TabBarViewProps } from "../../../controls/tabs/tab-bar-view.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { moveOrInsertBefore } from "../../dom/insert-before.ts";
import { isRtlAt } from "../../input/roving.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { chooseTab, chosenIn, idIn, Membership, type Motion, type TabsView } from "./tabs-parts.ts";

/** Time in milliseconds without scrolling after which a swipe has ended. */
const SETTLE_TIME = 80;

interface PanelsParts extends Parts {
  /** The Tabs around the panels. */
  readonly membership: Membership;
  /** Elements around the controls, in their order. */
  readonly panels: Map<View, HTMLElement>;
  /** Index of the panel in view. Undefined while another one waits for its frame, and while the panels have no width. */
  inView: number | undefined;
  /** Promise of the running animation of the panels, if there is one. */
  moving: Promise<unknown> | undefined;
  /** Keeps the selected panel in view when the width changes, also from the 0 of a hidden control. */
  readonly sizes: ResizeObserver;
}

type PanelsView = View<TabBarViewProps<Read>, PanelsParts>;

/** Puts each control into an element of its own, because what makes it a panel must not mix with its own attributes. */
function arrange({ root, parts, children }: PanelsView): void {
  const before = new Map(parts.panels);
  parts.panels.clear();
  for (const child of [children.get("controls") ?? []].flat())
    parts.panels.set(child, before.get(child) ?? element("div", "r-tab-bar-view-panel"));
  for (const [child, panel] of before) {
    if (parts.panels.has(child)) continue;
    // The animation of an element that is not in the page would never end.
    for (const animation of panel.getAnimations()) animation.cancel();
    panel.remove();
  }
  let next: Element | null = null;
  for (const [child, panel] of [...parts.panels].toReversed()) {
    if (panel.parentElement !== root || panel.nextElementSibling !== next) moveOrInsertBefore(root, panel, next);
    if (child.root.parentElement !== panel) moveOrInsertBefore(panel, child.root, null);
    next = panel;
  }
}

/** Makes only the selected panel reachable by keyboard and screen reader. */
function mark({ parts, prefix }: PanelsView): void {
  const { tabs } = parts.membership;
  const chosen = tabs === undefined ? undefined : chosenIn(tabs);
  for (const [index, panel] of [...parts.panels.values()].entries()) {
    panel.id = `${prefix}-${index}`;
    setAttribute(panel, "role", tabs === undefined ? null : "tabpanel");
    setAttribute(panel, "aria-labelledby", idIn(tabs?.parts.bars, index));
    panel.inert = tabs !== undefined && index !== chosen;
    setAttribute(panel, "tabindex", index === chosen ? "0" : null);
  }
}

/** Returns the distance from one panel to the next, in pixels. */
function stepOf({ root, props }: PanelsView): number {
  return root.clientWidth * (props.viewportFraction ?? 1);
}

/** Returns the index of the panel at the scroll position, or undefined if the panels have no width. */
function panelInView(view: PanelsView): number | undefined {
  const step = stepOf(view);
  return step > 0 ? Math.round(Math.abs(view.root.scrollLeft) / step) : undefined;
}

/** Selects the tab of the panel that a person scrolled to. Scrolling to the tab that the app chose is no choice. */
function chooseInView(view: PanelsView, tabs: TabsView): void {
  const { parts } = view;
  const index = panelInView(view);
  if (parts.inView === undefined || parts.moving !== undefined || index === undefined || index === parts.inView) return;
  parts.inView = index;
  chooseTab(tabs, index, [view.children.get("controls") ?? []].flat()[index]);
}

/** Shows the selected panel. The scroll position changes at once, and an animation shows the movement. */
function show(view: PanelsView, motion?: Motion): void {
  const { root, parts } = view;
  mark(view);
  const { tabs } = parts.membership;
  if (tabs === undefined) return;
  const chosen = chosenIn(tabs);
  parts.inView = undefined;
  requestAnimationFrame(() => {
    const distance = scrollTo(view, chosen);
    if (distance === 0 || motion === undefined || motion.duration === 0) return;
    slide(view, Math.sign(distance) * Math.min(Math.abs(distance), root.clientWidth), motion);
  });
}

/** Scrolls a panel into view at once. Returns the distance in pixels. */
function scrollTo(view: PanelsView, chosen: number): number {
  const { root, parts } = view;
  const before = root.scrollLeft;
  const distance = chosen * stepOf(view) * (isRtlAt(root) ? -1 : 1) - before;
  if (Math.abs(distance) >= 1) root.scrollTo({ left: before + distance, behavior: "instant" });
  // Not always the chosen one: an index may be greater than the number of panels.
  parts.inView = panelInView(view);
  return root.scrollLeft === before ? 0 : distance;
}

/**
 * Animates all panels from their previous position. Scroll snapping is off meanwhile, because the panels are not drawn
 * at their scroll positions.
 */
function slide({ root, parts }: PanelsView, by: number, motion: Motion): void {
  const moves = [...parts.panels.values()].map((panel) => {
    return panel.animate({ translate: [`${by}px`, "0"] }, { ...motion }).finished;
  });
  const moving = Promise.allSettled(moves);
  parts.moving = moving;
  root.classList.add("r-tab-bar-view-moving");
  void moving.then(() => {
    if (parts.moving !== moving) return;
    parts.moving = undefined;
    root.classList.remove("r-tab-bar-view-moving");
  });
}

/** Panels of the tabs, next to each other. The selected one is scrolled into view. */
export const renderer: Renderer<TabBarViewProps<Read>, PanelsParts> = {
  arranges: "controls",
  create(view) {
    const root = element("div", "r-tab-bar-view");
    const membership = new Membership(view, "panels", {
      root,
      count: () => view.parts.panels.size,
      show: (motion) => show(view, motion),
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    root.addEventListener("scroll", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (membership.tabs !== undefined) chooseInView(view, membership.tabs);
      }, SETTLE_TIME);
    });
    let width = 0;
    const sizes = new ResizeObserver(() => {
      if (root.clientWidth === width) return;
      width = root.clientWidth;
      if (membership.tabs !== undefined) scrollTo(view, chosenIn(membership.tabs));
    });
    sizes.observe(root);
    return { root, membership, panels: new Map(), inView: undefined, moving: undefined, sizes };
  },
  childrenChanged(view) {
    arrange(view);
    show(view);
    // The tabs refer to their panels by id, so update the tabs.
    for (const bar of view.parts.membership.tabs?.parts.bars ?? []) bar.show();
  },
  moved: ({ parts }) => parts.membership.move(),
  destroy({ parts }) {
    parts.sizes.disconnect();
    parts.membership.leave();
  },
  props: {
    viewportFraction(view) {
      const { viewportFraction } = view.props;
      setStyle(view.root, "--r-t-share", viewportFraction === 1 ? null : `${(viewportFraction ?? 1) * 100}%`);
      show(view);
    },
  },
};

adopt(css`
.r-tab-bar-view {
  display: flex;
  min-inline-size: 0;
  overflow: auto hidden;
  overscroll-behavior-x: contain;
  scroll-snap-type: x mandatory;
  scrollbar-width: none;
  padding-inline: calc((100% - var(--r-t-share, 100%)) / 2);
}
.r-tab-bar-view.r-tab-bar-view-moving { scroll-snap-type: none; }
.r-tab-bar-view-panel {
  flex: none;
  display: grid;
  grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  inline-size: var(--r-t-share, 100%);
  overflow-y: auto;
  scroll-snap-align: center;
  scroll-snap-stop: always;
}
.r-tab-bar-view-panel[inert] { content-visibility: auto; }
.r-tab-bar-view-panel > * { width: auto !important; }
`);
