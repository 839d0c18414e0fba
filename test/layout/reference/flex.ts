import type { LayoutNode } from "../case.ts";
import {
  type Axis,
  breadthOf,
  constraintsOf,
  distribute,
  lengthOf,
  offsetOf,
  placeAt,
  type Ranges,
  rangesOf,
  sizeOf,
} from "./axis.ts";
import { type Constraints, constrain } from "./constraints.ts";
import { type ControlLayout, layOut, type Surroundings } from "./control.ts";
import type { Fragment } from "./fragment.ts";
import { isOn, numberOf, visibleChildren, wordOf } from "./properties.ts";
import { scrolled } from "./scroll.ts";
import { layOutWrap } from "./wrap.ts";
import { intrinsicallyHigh, intrinsicallyWide, type Layout } from "./wrappers.ts";

/** A child of a Row or a Column: how to lay it out, and its share of the free space. */
export interface FlexChild {
  readonly layout: Layout;
  /** Share of the free space. 0: the child is as long as it wants to be. */
  readonly share: number;
  /** Whether the child may be shorter than its share. */
  readonly isLoose: boolean;
}

/** A share of less may be too small for the margin and padding of the child that gets it. */
const LEAST_SHARE = 45;
/** More than any control has by itself. */
const FAR = 10_000;

/** How a Row or a Column arranges its children. */
export interface FlexStyle {
  readonly axis: Axis;
  /** Distribution along the axis: `start`, `spaceBetween` and so on. */
  readonly alignment: string;
  /** Place across the axis: `start`, `center`, `end` or `stretch`. */
  readonly crossAlignment: string;
  readonly spacing: number;
  /** Whether it is only as long as its children, even where there is more space. */
  readonly isTight: boolean;
  readonly isRightToLeft: boolean;
  readonly isLikeBrowser?: boolean;
}

export const layOutRow: ControlLayout = (node, constraints, surroundings) => {
  const crossAlignment = wordOf(node, "verticalAlignment") ?? "center";
  return layOutFlex("horizontal", crossAlignment, node, constraints, surroundings);
};

export const layOutColumn: ControlLayout = (node, constraints, surroundings) => {
  const crossAlignment = wordOf(node, "horizontalAlignment") ?? "start";
  return layOutFlex("vertical", crossAlignment, node, constraints, surroundings);
};

function layOutFlex(
  axis: Axis,
  crossAlignment: string,
  node: LayoutNode,
  constraints: Constraints,
  surroundings: Surroundings,
): Fragment {
  const style: FlexStyle = {
    axis,
    alignment: wordOf(node, "alignment") ?? "start",
    crossAlignment,
    spacing: numberOf(node, "spacing") ?? 10,
    isTight: isOn(node, "tight"),
    isRightToLeft: surroundings.isRightToLeft,
    isLikeBrowser: surroundings.isLikeBrowser,
  };
  const children = flexChildren(node, surroundings);
  let layout: Layout = (space) => arrange(style, children, space);
  if (isOn(node, "wrap")) {
    const runs = { spacing: numberOf(node, "runSpacing") ?? 10, alignment: wordOf(node, "runAlignment") ?? "start" };
    layout = (space) => layOutWrap(style, runs, children, space);
  }
  if (isOn(node, "intrinsicWidth")) layout = intrinsicallyWide(layout);
  if (isOn(node, "intrinsicHeight")) layout = intrinsicallyHigh(layout);
  if (wordOf(node, "scroll") !== undefined) layout = scrolled(axis, layout);
  return layout(constraints);
}

/** Returns the visible children of a control, with what their `expand` asks for. */
export function flexChildren(node: LayoutNode, surroundings: Surroundings): FlexChild[] {
  return visibleChildren(node).map((child) => ({
    layout: (space) => layOut(child, space, surroundings),
    share: isOn(child, "expand") ? 1 : (numberOf(child, "expand") ?? 0),
    isLoose: isOn(child, "expandLoose"),
  }));
}

/** Lays out children one after the other. Those with a share of the free space come last, when the free space is known. */
export function arrange(style: FlexStyle, children: readonly FlexChild[], constraints: Constraints): Fragment {
  const { axis, spacing } = style;
  const ranges = rangesOf(axis, constraints);
  const isEndless = ranges.maxLength === Number.POSITIVE_INFINITY;
  const shareOf = ({ share }: FlexChild) => (isEndless ? 0 : share);
  const rigid = children.map((child) =>
    shareOf(child) === 0 ? child.layout(childConstraints(style, ranges, 0, Number.POSITIVE_INFINITY)) : undefined,
  );
  const gaps = spacing * Math.max(0, children.length - 1);
  const taken = rigid.reduce((sum, fragment) => sum + (fragment === undefined ? 0 : lengthOf(axis, fragment)), gaps);
  const shares = children.reduce((sum, child) => sum + shareOf(child), 0);
  const free = Math.max(0, ranges.maxLength - taken);
  const fragments = children.map((child, index) => {
    const length = (free * shareOf(child)) / shares;
    return rigid[index] ?? child.layout(childConstraints(style, ranges, child.isLoose ? 0 : length, length));
  });
  const content = fragments.reduce((sum, fragment) => sum + lengthOf(axis, fragment), gaps);
  const breadth = Math.max(0, ...fragments.map((fragment) => breadthOf(axis, fragment)));
  const size = constrain(constraints, sizeOf(axis, style.isTight || isEndless ? content : ranges.maxLength, breadth));
  const isLimited =
    style.isLikeBrowser === true && children.some((child, at) => limits(style, ranges, child, fragments[at]!));
  const isCrowded = isLimited || (shares > 0 && !isEndless && free / shares < LEAST_SHARE);
  return { ...size, ...place(style, fragments, size, lengthOf(axis, size) - content), isCrowded };
}

/**
 * Whether a child would be broader if the limit across were not there, although it does not take all the space. In CSS, a
 * limit does not reach the children of a Row or Column that is as broad as its content.
 */
function limits(style: FlexStyle, ranges: Ranges, child: FlexChild, fragment: Fragment): boolean {
  const { axis } = style;
  const isAtLimit = breadthOf(axis, fragment) > ranges.maxBreadth - 0.01 && ranges.minBreadth < ranges.maxBreadth;
  if (!isAtLimit || style.crossAlignment === "stretch") return false;
  const length = lengthOf(axis, fragment);
  const endless = constraintsOf(axis, { minLength: length, maxLength: length, minBreadth: 0, maxBreadth: FAR });
  const breadth = breadthOf(axis, child.layout(endless));
  return breadth > ranges.maxBreadth + 0.5 && breadth < FAR;
}

function childConstraints(style: FlexStyle, ranges: Ranges, minLength: number, maxLength: number): Constraints {
  const { maxBreadth } = ranges;
  const isStretched = style.crossAlignment === "stretch" && maxBreadth !== Number.POSITIVE_INFINITY;
  return constraintsOf(style.axis, { minLength, maxLength, minBreadth: isStretched ? maxBreadth : 0, maxBreadth });
}

/** Places children from the left or from the top. From right to left, the last child is the leftmost one. */
function place(
  style: FlexStyle,
  fragments: readonly Fragment[],
  size: { readonly width: number; readonly height: number },
  free: number,
): Pick<Fragment, "parts" | "isUnpainted" | "browserOffset"> {
  const { axis } = style;
  const isMirrored = axis === "horizontal" && style.isRightToLeft;
  const { before, between } = distribute(style.alignment, Math.max(0, free), fragments.length);
  const used = fragments.reduce((sum, fragment) => sum + lengthOf(axis, fragment), 0);
  const gaps = (between + style.spacing) * Math.max(0, fragments.length - 1);
  let along = isMirrored ? Math.max(0, lengthOf(axis, size) - before - used - gaps) : before;
  const parts = (isMirrored ? [...fragments].reverse() : fragments).map((fragment) => {
    const part = placeAt(axis, fragment, along, across(style, breadthOf(axis, size) - breadthOf(axis, fragment)));
    along += lengthOf(axis, fragment) + between + style.spacing;
    return part;
  });
  // Content that does not fit into nothing is not painted, while content that does not fit into something is.
  const browserOffset = isMirrored ? Math.max(0, used + gaps - lengthOf(axis, size)) : 0;
  return { parts, isUnpainted: free < 0 && (size.width === 0 || size.height === 0), browserOffset };
}

/** Distance of a child from the left or the top across the axis, if it leaves some space free. */
export function across({ axis, crossAlignment, isRightToLeft }: FlexStyle, free: number): number {
  const offset = offsetOf(crossAlignment, free);
  return axis === "vertical" && isRightToLeft && crossAlignment !== "stretch" ? free - offset : offset;
}
