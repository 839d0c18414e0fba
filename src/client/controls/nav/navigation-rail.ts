import type { Read } from "../../../controls/control-props.ts";
import type { NavigationRailProps } from "../../../controls/nav/navigation-rail.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { px, toColor } from "../../dom/css-values.ts";
import { toElevation } from "../../dom/elevation.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { listenForChoice, markChosen } from "./destination.ts";
import { setIndicator } from "./indicator.ts";

interface RailParts extends Parts {
  readonly leading: HTMLElement;
  /** Element around the parts that scroll together. */
  readonly group: HTMLElement;
  readonly list: HTMLElement;
  readonly trailing: HTMLElement;
}

type RailView = View<NavigationRailProps<Read>, RailParts>;

/** Marks the selected destination, and styles the labels. */
function mark(view: RailView): void {
  const { selectedLabelTextStyle: chosen, unselectedLabelTextStyle: rest } = view.props;
  markChosen(view, ({ parts }, isChosen) => setTextStyle(parts.label, isChosen ? chosen : rest));
}

/** Distributes the free space before and after the group. */
function alignGroup({ parts, props: { groupAlignment } }: RailView): void {
  setStyle(parts.group, "--r-rail-before", groupAlignment == null ? null : String((1 + groupAlignment) / 2));
  setStyle(parts.group, "--r-rail-after", groupAlignment == null ? null : String((1 - groupAlignment) / 2));
}

/** Navigation between the main destinations of an app, at the side. */
export const renderer: Renderer<NavigationRailProps<Read>, RailParts> = {
  create(view) {
    const root = element("nav", "r-navigation-rail");
    const leading = element("div", "r-navigation-rail-edge");
    const group = element("div", "r-navigation-rail-group");
    const list = element("div", "r-navigation-rail-list");
    const trailing = element("div", "r-navigation-rail-edge");
    group.append(list, trailing);
    root.append(leading, group);
    listenForChoice(view, list, () => mark(view));
    return { root, leading, group, list, trailing };
  },
  slot: ({ parts }, name) =>
    name === "destinations" ? parts.list : name === "leading" ? parts.leading : parts.trailing,
  childrenChanged: mark,
  props: {
    selectedIndex: mark,
    selectedLabelTextStyle: mark,
    unselectedLabelTextStyle: mark,
    elevation: ({ root, props }) => setStyle(root, "box-shadow", toElevation(props.elevation)),
    extended: ({ root, props }) => void root.classList.toggle("r-navigation-rail-extended", props.extended === true),
    labelType({ root, props: { labelType } }) {
      root.classList.toggle("r-navigation-rail-labels-all", labelType === "all");
      root.classList.toggle("r-navigation-rail-labels-selected", labelType === "selected");
    },
    bgcolor: ({ root, props }) => setStyle(root, "background", toColor(props.bgcolor)),
    indicatorColor: setIndicator,
    indicatorShape: setIndicator,
    pinLeadingToTop({ root, parts, props }) {
      (props.pinLeadingToTop === true ? root : parts.group).prepend(parts.leading);
    },
    pinTrailingToBottom({ root, parts, props }) {
      (props.pinTrailingToBottom === true ? root : parts.group).append(parts.trailing);
    },
    scrollable: ({ parts, props }) =>
      void parts.group.classList.toggle("r-navigation-rail-scrolls", props.scrollable === true),
    minWidth: ({ root, props }) => setStyle(root, "--r-rail-narrow", px(props.minWidth)),
    minExtendedWidth: ({ root, props }) => setStyle(root, "--r-rail-wide", px(props.minExtendedWidth)),
    groupAlignment: alignGroup,
    useIndicator: ({ root, props }) =>
      void root.classList.toggle("r-navigation-rail-unmarked", props.useIndicator === false),
  },
};

adopt(css`
.r-navigation-rail {
  --r-d-wide: 56px;
  align-self: stretch;
  flex: none;
  display: flex;
  flex-direction: column;
  inline-size: var(--r-rail-narrow, 80px);
  min-block-size: 0;
  background: var(--r-surface);
  transition: inline-size 300ms cubic-bezier(0.2, 0, 0, 1);
}
.r-navigation-rail.r-navigation-rail-extended { inline-size: var(--r-rail-wide, 256px); }
.r-navigation-rail-edge { flex: none; display: flex; flex-direction: column; align-items: center; padding-block: 8px; }
.r-navigation-rail-edge:empty { display: none; }
.r-navigation-rail-extended .r-navigation-rail-edge { align-items: flex-start; padding-inline: 12px; }
.r-navigation-rail-group { flex: 1; display: flex; flex-direction: column; min-block-size: 0; padding-block: 4px; }
.r-navigation-rail-group::before { content: ""; flex: var(--r-rail-before, 0) 0 0; }
.r-navigation-rail-group::after { content: ""; flex: var(--r-rail-after, 1) 0 0; }
.r-navigation-rail-scrolls { overflow-y: auto; }
.r-navigation-rail-list { flex: none; display: flex; flex-direction: column; }
.r-navigation-rail-destination {
  min-block-size: 56px;
  margin-block: 2px;
  padding: 4px 12px;
}
.r-navigation-rail-pill { max-inline-size: 100%; }
.r-navigation-rail-label {
  max-block-size: 0;
  overflow: hidden;
  opacity: 0;
  transition: opacity 200ms, max-block-size 300ms;
}
.r-navigation-rail-labels-all .r-navigation-rail-label, .r-navigation-rail-labels-selected [aria-current] > .r-navigation-rail-label {
  max-block-size: 48px;
  padding-block-start: 4px;
  opacity: 1;
}
.r-navigation-rail-extended .r-navigation-rail-destination { flex-direction: row; justify-content: flex-start; }
.r-navigation-rail-extended .r-navigation-rail-label {
  max-block-size: none;
  padding: 0;
  padding-inline-start: 12px;
  opacity: 1;
  text-align: start;
  white-space: pre;
  text-overflow: ellipsis;
  font: 500 14px/20px var(--r-font);
  letter-spacing: 0.1px;
}
.r-navigation-rail-unmarked .r-navigation-rail-pill::before { display: none; }
.r-navigation-rail-unmarked [aria-current]:not(:disabled) > * > .r-navigation-rail-icon { color: var(--r-primary); }
@media (prefers-reduced-motion: reduce) {
  .r-navigation-rail, .r-navigation-rail-label { transition: none; }
}
@media (forced-colors: active) {
  .r-navigation-rail { border-inline-end: 1px solid; }
}
`);
