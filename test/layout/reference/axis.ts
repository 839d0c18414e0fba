import type { Constraints, Size } from "./constraints.ts";
import type { Fragment, Part } from "./fragment.ts";

/**
 * The direction of a Row or a Column. Code that works for both speaks of lengths along this direction, and of breadths
 * across it.
 */
export type Axis = "horizontal" | "vertical";

/** Constraints by direction instead of by width and height. */
export interface Ranges {
  readonly minLength: number;
  readonly maxLength: number;
  readonly minBreadth: number;
  readonly maxBreadth: number;
}

export function lengthOf(axis: Axis, { width, height }: Size): number {
  return axis === "horizontal" ? width : height;
}

export function breadthOf(axis: Axis, { width, height }: Size): number {
  return axis === "horizontal" ? height : width;
}

export function sizeOf(axis: Axis, length: number, breadth: number): Size {
  return axis === "horizontal" ? { width: length, height: breadth } : { width: breadth, height: length };
}

export function rangesOf(axis: Axis, { minWidth, maxWidth, minHeight, maxHeight }: Constraints): Ranges {
  return axis === "horizontal"
    ? { minLength: minWidth, maxLength: maxWidth, minBreadth: minHeight, maxBreadth: maxHeight }
    : { minLength: minHeight, maxLength: maxHeight, minBreadth: minWidth, maxBreadth: maxWidth };
}

export function constraintsOf(axis: Axis, { minLength, maxLength, minBreadth, maxBreadth }: Ranges): Constraints {
  return axis === "horizontal"
    ? { minWidth: minLength, maxWidth: maxLength, minHeight: minBreadth, maxHeight: maxBreadth }
    : { minWidth: minBreadth, maxWidth: maxBreadth, minHeight: minLength, maxHeight: maxLength };
}

/** Places a fragment at a distance from the start along an axis, and at another one across it. */
export function placeAt(axis: Axis, fragment: Fragment, along: number, across: number): Part {
  return axis === "horizontal" ? { fragment, left: along, top: across } : { fragment, left: across, top: along };
}

/** Space before the first child and between two children, apart from their `spacing`. */
interface Distribution {
  readonly before: number;
  readonly between: number;
}

/** Distributes free space among children by an alignment such as `spaceBetween`. */
export function distribute(alignment: string, free: number, count: number): Distribution {
  switch (alignment) {
    case "end":
      return { before: free, between: 0 };
    case "center":
      return { before: free / 2, between: 0 };
    case "spaceBetween":
      return { before: 0, between: count > 1 ? free / (count - 1) : 0 };
    case "spaceAround":
      return { before: free / count / 2, between: free / count };
    case "spaceEvenly":
      return { before: free / (count + 1), between: free / (count + 1) };
    default:
      return { before: 0, between: 0 };
  }
}

/** Distance from the near edge at which an alignment such as `end` places something that leaves `free` space. */
export function offsetOf(alignment: string, free: number): number {
  if (alignment === "end") return free;
  return alignment === "center" ? free / 2 : 0;
}
