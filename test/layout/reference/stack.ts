import type { LayoutNode } from "../case.ts";
import { type Constraints, largest, loosen, type Size, tight } from "./constraints.ts";
import { type ControlLayout, layOut, type Surroundings } from "./control.ts";
import { isBeyond, type Part } from "./fragment.ts";
import { type Alignment, alignmentOf, numberOf, visibleChildren, wordOf } from "./properties.ts";

/** A Stack is as large as its largest child without a position, or takes all the space if it has none. */
export const layOutStack: ControlLayout = (node, constraints, surroundings) => {
  const alignment = alignmentOf(node, "alignment") ?? { x: surroundings.isRightToLeft ? 1 : -1, y: -1 };
  const own = ownConstraints(wordOf(node, "fit"), constraints);
  const parts = visibleChildren(node).map((child) => ({
    child,
    fragment: isPositioned(child) ? undefined : layOut(child, own, surroundings),
  }));
  const fragments = parts.flatMap(({ fragment }) => (fragment === undefined ? [] : [fragment]));
  const size: Size =
    fragments.length === 0
      ? largest(constraints)
      : {
          width: Math.max(constraints.minWidth, ...fragments.map(({ width }) => width)),
          height: Math.max(constraints.minHeight, ...fragments.map(({ height }) => height)),
        };
  const placed = parts.map(({ child, fragment }) =>
    fragment === undefined
      ? placePositioned(child, size, alignment, surroundings)
      : {
          fragment,
          left: along(alignment.x, size.width, fragment.width),
          top: along(alignment.y, size.height, fragment.height),
        },
  );
  const canClip = wordOf(node, "clipBehavior") !== "none";
  return { ...size, parts: placed, canClip, isClipped: canClip && placed.some((part) => isBeyond(part, size)) };
};

function isPositioned(child: LayoutNode): boolean {
  return ["left", "top", "right", "bottom"].some((side) => numberOf(child, side) !== undefined);
}

/** Constraints of children without a position. */
function ownConstraints(fit: string | undefined, constraints: Constraints): Constraints {
  if (fit === "expand") return tight(largest(constraints));
  return fit === "passThrough" ? constraints : loosen(constraints);
}

function placePositioned(child: LayoutNode, size: Size, alignment: Alignment, surroundings: Surroundings): Part {
  const [left, top] = [numberOf(child, "left"), numberOf(child, "top")];
  const [right, bottom] = [numberOf(child, "right"), numberOf(child, "bottom")];
  const [minWidth, maxWidth] = rangeBetween(left, right, size.width);
  const [minHeight, maxHeight] = rangeBetween(top, bottom, size.height);
  const fragment = layOut(child, { minWidth, maxWidth, minHeight, maxHeight }, surroundings);
  return {
    fragment,
    left: positionOf(left, right, size.width, fragment.width, alignment.x),
    top: positionOf(top, bottom, size.height, fragment.height, alignment.y),
  };
}

/** A child with both positions of an axis has a fixed length. Otherwise it has space without an end. */
function rangeBetween(near: number | undefined, far: number | undefined, space: number): [min: number, max: number] {
  if (near === undefined || far === undefined) return [0, Number.POSITIVE_INFINITY];
  const length = Math.max(0, space - near - far);
  return [length, length];
}

function positionOf(
  near: number | undefined,
  far: number | undefined,
  space: number,
  length: number,
  alignment: number,
): number {
  return near ?? (far === undefined ? along(alignment, space, length) : space - far - length);
}

function along(alignment: number, space: number, length: number): number {
  return ((1 + alignment) / 2) * (space - length);
}
