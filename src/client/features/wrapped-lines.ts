import { setStyle } from "../dom/css.ts";
import { measureLine, outerLength, pixels } from "../dom/measured-line.ts";
import type { Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

const measured = new WeakSet<HTMLElement>();

/**
 * Makes an element whose children wrap only as wide as its widest line, as in Flutter. A browser makes it as wide as the
 * space around it. `isNeeded` is asked each time.
 */
export function hugLines(target: HTMLElement, isNeeded: () => boolean = () => true): void {
  if (measured.has(target)) return;
  measured.add(target);
  measureLine(target, (line, children) => (isNeeded() ? narrow(line, children) : setStyle(line, "width", null)));
}

/** Code of `wrap` for Rows. Loaded with the first one that wraps, before it is drawn. */
export const feature: Feature = {
  wrap({ root, props }: View<{ readonly wrap?: boolean }>) {
    if (props.wrap === true) hugLines(root);
  },
};

function narrow(target: HTMLElement, children: readonly HTMLElement[]): void {
  if (target.classList.contains("r-box-wide")) return;
  setStyle(target, "width", null);
  const { flexWrap, flexDirection, columnGap } = getComputedStyle(target);
  const isFull = target.dataset.box?.split(" ").includes("x") === true;
  if (flexWrap === "nowrap" || flexDirection !== "row" || isFull) return;
  const lines = linesOf(children).map((line) => {
    const lengths = line.map((child) => outerLength(child, "x"));
    return lengths.reduce((sum, length) => sum + length, pixels(columnGap) * (line.length - 1));
  });
  // The last digits of a sum of widths must not make a line wrap.
  if (lines.length > 1) setStyle(target, "width", `${Math.max(...lines) + 0.05}px`);
}

/** Returns the children of each line. In a line each child is further along than the one before. */
function linesOf(children: readonly HTMLElement[]): HTMLElement[][] {
  const lines: HTMLElement[][] = [];
  let before: DOMRect | undefined;
  for (const child of children) {
    const box = child.getBoundingClientRect();
    if (before === undefined || box.top >= before.bottom - 0.5 || isBack(box, before, child)) lines.push([]);
    lines.at(-1)?.push(child);
    before = box;
  }
  return lines;
}

function isBack(box: DOMRect, before: DOMRect, child: Element): boolean {
  return getComputedStyle(child.parentElement ?? child).direction === "rtl"
    ? box.right > before.left + 0.5
    : box.left < before.right - 0.5;
}
