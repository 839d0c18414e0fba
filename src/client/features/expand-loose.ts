import type { LayoutProps, Read } from "../../controls/control-props.ts";
import { setStyle } from "../dom/css.ts";
import { boxAround, measureLine, outerLength, pixels } from "../dom/measured-line.ts";
import type { Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

type LooseView = View<LayoutProps<Read>>;

/** Views with `expandLoose`, by their element. */
const loose = new WeakMap<Element, LooseView>();
/** Rows and Columns that are measured, each with a function that ends it. */
const measured = new WeakMap<Element, () => void>();

/**
 * Setter of `expandLoose`. A browser would give the unused part of a share to the siblings. To prevent that, each child
 * that expands is limited to its own share.
 */
function expandLoosely(view: LooseView): void {
  if (view.props.expandLoose === true) loose.set(view.root, view);
  else loose.delete(view.root);
  // Wait until the control is in its parent.
  queueMicrotask(() => {
    const line = boxAround(view.root);
    if (line !== null && !measured.has(line)) measured.set(line, measureLine(line, share));
  });
}

/** Limits each child that expands to its share of the free space. */
function share(line: HTMLElement, children: readonly HTMLElement[]): void {
  const style = getComputedStyle(line);
  const isRow = style.flexDirection.startsWith("row");
  const axis = isRow ? "x" : "y";
  const limit = isRow ? "max-width" : "max-height";
  // A line that is only as long as its children leaves no space to share.
  const isOwn = line.classList.contains(isRow ? "r-box-wide" : "r-box-high");
  const isLong =
    isOwn ||
    line.dataset.id === undefined ||
    line.dataset.box === "column" ||
    line.dataset.box?.split(" ").includes(axis) === true;
  const isUsed = children.some((child) => loose.has(child));
  const isNeeded = isUsed && isLong;
  const weights = new Map<HTMLElement, number>();
  for (const child of children) {
    const weight = loose.has(child) ? Number(loose.get(child)?.props.expand) : pixels(child.style.flexGrow);
    if (weight > 0) weights.set(child, weight);
    // The line may have grown with its content, so its own length is measured without the shares.
    if (weight > 0) setStyle(child, limit, isNeeded ? "0px" : null);
  }
  if (isUsed && !isLong) return;
  if (!isUsed) {
    measured.get(line)?.();
    measured.delete(line);
    return;
  }
  const inside = isRow
    ? line.clientWidth - pixels(style.paddingLeft) - pixels(style.paddingRight)
    : line.clientHeight - pixels(style.paddingTop) - pixels(style.paddingBottom);
  let free = inside - pixels(isRow ? style.columnGap : style.rowGap) * (children.length - 1);
  for (const child of children) if (!weights.has(child)) free -= outerLength(child, axis);
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  for (const [child, weight] of weights) {
    const margin = outerLength(child, axis) - child.getBoundingClientRect()[isRow ? "width" : "height"];
    setStyle(child, limit, `${Math.max(0, (Math.max(0, free) * weight) / all - margin)}px`);
  }
}

/** Setter of `expandLoose`. Loaded when it is used. */
export const feature: Feature = { expandLoose: expandLoosely };
