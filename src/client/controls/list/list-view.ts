import type { Read } from "../../../controls/control-props.ts";
import type { ListViewProps } from "../../../controls/list/list-view.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { px } from "../../dom/css-values.ts";
import type { GridMetrics } from "../../dom/rows.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { createList, type ListParts, listRenderer, redraw } from "./list-renderer.ts";

interface ListViewParts extends ListParts {
  /** Element that holds the invisible prototype. */
  prototype: HTMLElement | undefined;
  /** Measured length of the prototype, or of the first row, in pixels. */
  extent: number | undefined;
  readonly observer: ResizeObserver;
}

type ListViewView = View<ListViewProps<Read>, ListViewParts>;

function gapOf({ props }: ListViewView): number {
  return Math.max(props.spacing ?? 0, props.dividerThickness ?? 0);
}

function placesOf(view: ListViewView): GridMetrics | number | undefined {
  const { parts, props } = view;
  const isMeasured = parts?.prototype !== undefined || props.firstItemPrototype === true;
  const extent = props.itemExtent ?? (isMeasured ? (parts.extent ?? null) : null);
  // Until a row has been measured, only the first row is drawn.
  if (extent === null) return isMeasured ? 1 : undefined;
  return { lanes: 1, extent, gap: gapOf(view) };
}

/** Measures the control that sets the length of all rows. */
function measure(view: ListViewView): void {
  const { parts, props } = view;
  parts.observer.disconnect();
  parts.extent = undefined;
  const first = (view.children.get("controls") as View[] | undefined)?.[0];
  const model = parts.prototype ?? (props.firstItemPrototype === true ? first?.root : undefined);
  if (model !== undefined) parts.observer.observe(model);
  parts.rows.refresh();
}

function respace(view: ListViewView): void {
  const { root, parts, props } = view;
  setStyle(root, "--r-gap", gapOf(view) === 0 ? null : px(gapOf(view)));
  // Rows clip their overflow, and CSS cannot limit that to one side. The divider before a row needs this much overflow.
  setStyle(root, "--r-clip", gapOf(view) === 0 ? null : px(gapOf(view) + 24));
  root.classList.toggle("r-list-view-divided", (props.dividerThickness ?? 0) > 0);
  setStyle(root, "--r-rule", props.dividerThickness === 0 ? null : px(props.dividerThickness));
  parts.rows.refresh();
}

/** Rows one after the other. */
export const renderer: Renderer<ListViewProps<Read>, ListViewParts> = listRenderer<ListViewProps<Read>, ListViewParts>({
  create(view) {
    const list = createList(view, () => placesOf(view));
    const observer = new ResizeObserver(([entry]) => {
      const [box] = entry?.borderBoxSize ?? [];
      const extent = view.props.horizontal === true ? box?.inlineSize : box?.blockSize;
      // An element outside the page has no size.
      if (extent === undefined || extent === 0 || extent === view.parts.extent) return;
      view.parts.extent = extent;
      list.rows.refresh();
    });
    return { ...list, observer, prototype: undefined, extent: undefined };
  },
  slot({ parts }, name) {
    if (name !== "prototypeItem") return parts.holder;
    if (parts.prototype === undefined) {
      parts.prototype = element("div", "r-list-view-prototype");
      parts.prototype.inert = true;
      parts.root.append(parts.prototype);
    }
    return parts.prototype;
  },
  childrenChanged(view) {
    const { parts, props, children } = view;
    if (parts.prototype !== undefined && !children.has("prototypeItem")) {
      parts.prototype.remove();
      parts.prototype = undefined;
    }
    if (parts.prototype !== undefined || props.firstItemPrototype === true) measure(view);
  },
  destroy: ({ parts }) => parts.observer.disconnect(),
  props: {
    spacing: respace,
    dividerThickness: respace,
    itemExtent: redraw,
    firstItemPrototype: measure,
  },
});

adopt(css`
.r-list-view-prototype { position: absolute; inset-inline: 0; visibility: hidden; pointer-events: none; }
.r-list-horizontal > .r-list-view-prototype { inset-inline: auto; inset-block: 0; }
.r-list-view-divided > .r-list-rows > :not(:first-child)::before {
  content: "";
  position: absolute;
  inset-inline: 0;
  inset-block-start: calc((var(--r-gap) + var(--r-rule)) / -2);
  border-block-start: var(--r-rule) solid var(--r-outlinevariant);
}
.r-list-view-divided.r-list-reverse > .r-list-rows > :not(:first-child)::before {
  inset-block: auto calc((var(--r-gap) + var(--r-rule)) / -2);
}
.r-list-view-divided.r-list-horizontal > .r-list-rows > :not(:first-child)::before {
  inset-block: 0;
  inset-inline: calc((var(--r-gap) + var(--r-rule)) / -2) auto;
  border-block-start: 0;
  border-inline-start: var(--r-rule) solid var(--r-outlinevariant);
}
.r-list-view-divided.r-list-horizontal.r-list-reverse > .r-list-rows > :not(:first-child)::before {
  inset-inline: auto calc((var(--r-gap) + var(--r-rule)) / -2);
}
`);
