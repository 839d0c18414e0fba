import type { Read } from "../../../controls/control-props.ts";
import type { ListProps } from "../../../controls/list/list-props.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { toInsets } from "../../dom/css-values.ts";
import { type GridMetrics, Rows } from "../../dom/rows.ts";
import { scrollProps, setScroll } from "../../input/scroll-props.ts";
import type { Parts, Renderer, Setter } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Elements of a scrollable list. */
export interface ListParts extends Parts {
  /** Element that holds the rows. */
  readonly holder: HTMLElement;
  readonly rows: Rows;
}

type ListView = View<ListProps<Read>, ListParts>;

/** Distance beyond the viewport within which rows are kept ready, in pixels. Used if the app sets none. */
const OVERSCAN = 250;

/** Creates the elements of a scrollable list. `places` returns the positions of the rows. */
export function createList(view: View, places: () => GridMetrics | number | undefined): ListParts {
  const root = element("div", "r-list");
  const holder = element("div", "r-list-rows");
  root.append(holder);
  setScroll(root, "auto", axisOf(view as ListView));
  watchOverflow(root, holder);
  const rows = new Rows(view, root, holder, () => {
    const { horizontal, reverse, buildControlsOnDemand, cacheExtent, semanticChildCount } = (view as ListView).props;
    return {
      isHorizontal: horizontal === true,
      isReverse: reverse === true,
      isOnDemand: buildControlsOnDemand !== false,
      overscan: cacheExtent ?? OVERSCAN,
      count: semanticChildCount ?? undefined,
      metrics: places(),
    };
  });
  return { root, holder, rows };
}

/** Lets a swipe or a wheel over a list that has nothing to scroll reach what is around it. */
function watchOverflow(root: HTMLElement, holder: HTMLElement): void {
  const sizes = new ResizeObserver(() => {
    const hasMore = root.scrollHeight > root.clientHeight + 1 || root.scrollWidth > root.clientWidth + 1;
    root.classList.toggle("r-list-fits", !hasMore);
  });
  sizes.observe(root);
  sizes.observe(holder);
}

/** Setter of properties that only change the positions of rows. */
export const redraw: Setter<unknown, ListParts> = ({ parts }) => parts.rows.refresh();

/** Returns a renderer for one kind of list: the renderer that all lists share, extended by `own`. */
export function listRenderer<P, E extends ListParts>(own: Renderer<P, E>): Renderer<P, E> {
  const scrolling = scrollProps(
    (view) => axisOf(view as ListView),
    (view) => (view as ListView).parts.rows,
  );
  const common: Renderer<ListProps<Read>, ListParts>["props"] = {
    horizontal: setDirection,
    reverse: setDirection,
    scroll: setDirection,
    padding: ({ root, props }) => setStyle(root, "padding", toInsets(props.padding)),
    buildControlsOnDemand({ root, parts, props }) {
      root.classList.toggle("r-list-eager", props.buildControlsOnDemand === false);
      parts.rows.refresh();
    },
    semanticChildCount: redraw,
    cacheExtent: redraw,
    onScroll: scrolling.onScroll,
  };
  return {
    arranges: "controls",
    slot: ({ parts }) => parts.holder,
    ...own,
    childrenChanged(view) {
      own.childrenChanged?.(view);
      view.parts.rows.refresh();
      scrolling.follow(view);
    },
    destroy(view) {
      own.destroy?.(view);
      view.parts.rows.destroy();
    },
    methods: { scrollTo: scrolling.scrollTo },
    props: { ...(common as object), ...own.props } as NonNullable<Renderer<P, E>["props"]>,
  };
}

function axisOf({ props }: ListView): "x" | "y" {
  return props.horizontal === true ? "x" : "y";
}

function setDirection(view: ListView): void {
  const { root, parts, props } = view;
  root.classList.toggle("r-list-horizontal", props.horizontal === true);
  root.classList.toggle("r-list-reverse", props.reverse === true);
  setStyle(root, axisOf(view) === "x" ? "overflow-y" : "overflow-x", null);
  setScroll(root, props.scroll ?? "auto", axisOf(view));
  parts.rows.refresh();
}

adopt(css`
.r-list {
  display: flex;
  flex-direction: column;
  flex: none;
  overflow: hidden;
  overscroll-behavior: auto contain;
  --r-gap: 0px;
  --r-clip: 24px;
}
.r-list.r-list.r-list-fits { overscroll-behavior: auto; }
.r-list.r-list-reverse { flex-direction: column-reverse; }
.r-list.r-list-horizontal { flex-direction: row; overscroll-behavior: contain auto; }
.r-list.r-list-horizontal.r-list-reverse { flex-direction: row-reverse; }
.r-list-rows { flex: none; display: flex; flex-direction: inherit; gap: var(--r-gap); position: relative; }
.r-list-horizontal > .r-list-rows { align-self: stretch; }
.r-list-row {
  display: grid;
  grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  place-items: start;
  position: relative;
  flex: none;
  content-visibility: auto;
  contain-intrinsic-block-size: auto 48px;
  overflow-clip-margin: var(--r-clip);
}
.r-list-horizontal > * > .r-list-row { contain-intrinsic-block-size: none; contain-intrinsic-inline-size: auto 96px; }
.r-list-eager > * > .r-list-row, .r-list-short > .r-list-row { content-visibility: visible; }
.r-list-placed { overflow-anchor: none; }
.r-list-placed > .r-list-row { position: absolute; content-visibility: visible; inset-inline: 0; block-size: var(--r-extent); inline-size: var(--r-across, auto); }
.r-list-horizontal > .r-list-placed > .r-list-row { inset-inline: auto; inset-block: 0; inline-size: var(--r-extent); block-size: var(--r-across, auto); }
`);
