import { setStyle } from "../dom/css.ts";
import { measureLine, outerLength, pixels } from "../dom/measured-line.ts";
import { type Box, fills } from "../rendering/boxes.ts";
import type { Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

const measured = new WeakSet<Element>();

/**
 * Makes an element whose children wrap only as wide as its widest line, as in Flutter. A browser makes it as wide as the
 * space around it. The element is that of the view, or in it. `isNeeded` is asked each time.
 */
export function hugLines(view: Box, target: HTMLElement, isNeeded: () => boolean): void {
  if (measured.has(target)) return;
  measured.add(target);
  measureLine(view, "x", target !== view.root, (children) => {
    // A width of its own is not ours to change.
    if (target === view.root && view.props.width != null) return;
    setStyle(target, "width", null);
    if (isNeeded()) narrow(target, children);
  });
}

/** Code of `wrap` for Rows. Loaded with the first one that wraps, before it is drawn. */
export const feature: Feature = {
  wrap(view: View<{ readonly wrap?: boolean }>) {
    const { root, layout } = view;
    if (view.props.wrap !== true || layout.flow !== "x") return;
    const box = view as Box;
    hugLines(box, root, () => view.props.wrap === true && !fills(box, "x"));
  },
};

function narrow(target: HTMLElement, children: readonly Box[]): void {
  const gap = pixels(getComputedStyle(target).columnGap);
  const lines = linesOf(target, children).map((line) => {
    return line.reduce((sum, child) => sum + outerLength(child, "x"), gap * (line.length - 1));
  });
  // A sum of widths may be rounded down, and then its line would wrap. With this extra, a child that could be wider also
  // becomes wider at once. The observer notices that, and the lines are measured again.
  if (lines.length > 1) setStyle(target, "width", `${Math.max(...lines) + 0.05}px`);
}

/** Returns the children of each line. In a line each child is further along than the one before. */
function linesOf(target: HTMLElement, children: readonly Box[]): Box[][] {
  const isFromRight = getComputedStyle(target).direction === "rtl";
  const lines: Box[][] = [];
  let before: DOMRect | undefined;
  for (const child of children) {
    const box = child.root.getBoundingClientRect();
    const isBack =
      before !== undefined && (isFromRight ? box.right > before.left + 0.5 : box.left < before.right - 0.5);
    if (before === undefined || isBack || box.top >= before.bottom - 0.5) lines.push([]);
    lines.at(-1)?.push(child);
    before = box;
  }
  return lines;
}
