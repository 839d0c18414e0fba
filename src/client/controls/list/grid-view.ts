import type { Read } from "../../../controls/control-props.ts";
import type { GridViewProps } from "../../../controls/list/grid-view.ts";
import type { GridMetrics } from "../../dom/rows.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { createList, type ListParts, listRenderer, redraw } from "./list-renderer.ts";

interface GridViewParts extends ListParts {
  /** Available space for rows. */
  available: ResizeObserverSize | undefined;
  readonly observer: ResizeObserver;
}

type GridViewView = View<GridViewProps<Read>, GridViewParts>;

/**
 * Returns the positions of the tiles. Their width follows from the number of tiles on a line, and their length from the
 * aspect ratio.
 */
function placesOf({ parts, props }: GridViewView): GridMetrics | number {
  if (parts?.available === undefined) return 0;
  const width = props.horizontal === true ? parts.available.blockSize : parts.available.inlineSize;
  const { maxExtent, runsCount = 1, runSpacing = 10, spacing = 10, childAspectRatio = 1 } = props;
  const wanted = maxExtent == null ? runsCount : Math.ceil(width / (maxExtent + runSpacing));
  const lanes = Math.max(1, wanted);
  const across = Math.max(0, (width - runSpacing * (lanes - 1)) / lanes);
  return { lanes, extent: across / childAspectRatio, gap: spacing, across, acrossGap: runSpacing };
}

/** Tiles of one size, several on each line. */
export const renderer: Renderer<GridViewProps<Read>, GridViewParts> = listRenderer<GridViewProps<Read>, GridViewParts>({
  create(view) {
    const list = createList(view, () => placesOf(view));
    const observer = new ResizeObserver(([entry]) => {
      view.parts.available = entry?.contentBoxSize[0];
      list.rows.draw();
    });
    // Observe the list, not its content: the content is as long as its rows.
    observer.observe(list.root);
    return { ...list, observer, available: undefined };
  },
  destroy: ({ parts }) => parts.observer.disconnect(),
  props: {
    runsCount: redraw,
    maxExtent: redraw,
    spacing: redraw,
    runSpacing: redraw,
    childAspectRatio: redraw,
  },
});
