import { type Axis, SIZE } from "../../layout/layout.ts";
import { type Box, fills, placeOf, someShown } from "../rendering/boxes.ts";
import { layoutSteps } from "../rendering/feature.ts";

/** Functions that observe the sizes in a line and around it again, by the view of the line. */
const lines = new WeakMap<Box, () => void>();

layoutSteps.add({
  prepare(view) {
    lines.get(view)?.();
    return false;
  },
});

/**
 * Measures a line of controls now, when it is laid out again, and whenever the size of a child or of the space changes.
 * The space is that of the line itself with `isOwn`, or else of the box around it. A size that depends on content says
 * nothing about the space, so the boxes around are observed up to one whose size does not. Returns a function that ends
 * this.
 */
export function measureLine(
  line: Box,
  axis: Axis,
  isOwn: boolean,
  measure: (children: readonly Box[]) => void,
): () => void {
  const sizes = new ResizeObserver(() => {
    // An element outside the page has no style.
    if (line.root.isConnected) measure(childrenOf(line));
  });
  const observe = (): void => {
    sizes.disconnect();
    for (let at = isOwn ? line : placeOf(line)?.parent; at !== undefined; at = placeOf(at)?.parent) {
      sizes.observe(at.root);
      if (hasLength(at, axis)) break;
    }
    for (const { root } of childrenOf(line)) sizes.observe(root);
  };
  lines.set(line, observe);
  observe();
  return () => {
    lines.delete(line);
    sizes.disconnect();
  };
}

/** Returns whether the length of a box along an axis does not depend on its content. */
export function hasLength(box: Box, axis: Axis): boolean {
  return box.props[SIZE[axis]] != null || fills(box, axis);
}

/** Returns the visible boxes in a line, without what is in other slots, such as the bars of a page. */
export function childrenOf(line: Box): Box[] {
  const children: Box[] = [];
  someShown(line, (child) => placeOf(child)?.slot === "controls" && children.push(child) === 0);
  return children;
}

/** Returns the length of a box along an axis, with its margin. */
export function outerLength({ root }: Box, axis: Axis): number {
  const style = getComputedStyle(root);
  const [start, end] = axis === "x" ? [style.marginLeft, style.marginRight] : [style.marginTop, style.marginBottom];
  return root.getBoundingClientRect()[SIZE[axis]] + pixels(start) + pixels(end);
}

/** Returns the number of a length in pixels. Other lengths are 0. */
export function pixels(length: string): number {
  return Number.parseFloat(length) || 0;
}
