import { type Axis, expands, SIZE } from "../../layout/layout.ts";
import { setStyle } from "../dom/css.ts";
import { childrenOf, hasLength, measureLine, outerLength, pixels } from "../dom/measured-line.ts";
import { type Box, type Placed, someShown } from "../rendering/boxes.ts";
import { type Feature, layoutProperties, layoutSteps } from "../rendering/feature.ts";

const LIMIT = { x: "max-width", y: "max-height" } as const;

/** Rows and Columns that are measured, each with a function that ends it. */
const measured = new WeakMap<Box, () => void>();
/** Boxes that are limited to their share. */
const limited = new WeakSet<Box>();

const isLoose = ({ props }: Box) => expands(props) && props.expandLoose === true;
const wraps = ({ props }: Box) => (props as { readonly wrap?: boolean }).wrap === true;

/** Measures a Row or Column while it has a child with `expandLoose`. */
function prepare(line: Box): boolean {
  const { flow } = line.layout;
  const isNeeded = flow !== undefined && !wraps(line) && someShown(line, isLoose);
  const end = measured.get(line);
  if (isNeeded && end === undefined)
    measured.set(
      line,
      measureLine(line, flow, true, (all) => share(line, flow, all)),
    );
  if (!isNeeded && end !== undefined) {
    end();
    measured.delete(line);
    for (const child of childrenOf(line)) release(child);
  }
  return false;
}

/** Ends the limit of a box that takes no share any more, or that has moved to another line. */
function apply({ view, parent }: Placed): string {
  if (limited.has(view) && !(expands(view.props) && measured.has(parent))) release(view);
  return "";
}

function release(box: Box): void {
  if (!limited.delete(box)) return;
  for (const limit of Object.values(LIMIT)) setStyle(box.root, limit, null);
}

/**
 * Limits each child that expands to its share of the free space. A browser would give the unused part of a share to the
 * siblings.
 */
function share(line: Box, axis: Axis, children: readonly Box[]): void {
  const sharing = children.filter(({ props, limits }) => expands(props) && limits?.[axis] !== "none");
  if (sharing.length === 0) return;
  // A line that is only as long as its children leaves no space to share.
  if (!hasLength(line, axis)) return sharing.forEach(release);
  // The line may have grown with its content, so its own length is measured without the shares.
  for (const child of sharing) {
    limited.add(child);
    setStyle(child.root, LIMIT[axis], "0px");
  }
  let free = spaceIn(sharing[0] as Box, axis, children.length - 1);
  for (const child of children) if (!sharing.includes(child)) free -= outerLength(child, axis);
  const all = sharing.reduce((sum, { props }) => sum + Number(props.expand), 0);
  for (const child of sharing) {
    const margin = outerLength(child, axis) - child.root.getBoundingClientRect()[SIZE[axis]];
    const part = (Math.max(0, free) * Number(child.props.expand)) / all;
    setStyle(child.root, LIMIT[axis], `${Math.max(0, part - margin)}px`);
  }
}

/** Returns the length for children in the element that holds one of them, without the gaps between them. */
function spaceIn({ root }: Box, axis: Axis, gaps: number): number {
  let holder = root.parentElement as HTMLElement;
  while (getComputedStyle(holder).display === "contents") holder = holder.parentElement as HTMLElement;
  const style = getComputedStyle(holder);
  const [length, start, end, gap] =
    axis === "x"
      ? [holder.clientWidth, style.paddingLeft, style.paddingRight, style.columnGap]
      : [holder.clientHeight, style.paddingTop, style.paddingBottom, style.rowGap];
  return length - pixels(start) - pixels(end) - pixels(gap) * gaps;
}

layoutProperties.add("expandLoose");
layoutSteps.add({ prepare, apply });

/** Code of `expandLoose`. Loaded when it is used. */
export const feature: Feature = {};
