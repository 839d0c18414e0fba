import { type Axis, type BoxProps, expands, type Limit, SIZE, withOwnSize } from "../../layout/layout.ts";
import type { View } from "./view.ts";

const AXES = ["x", "y"] as const;

/** A view, as far as its layout goes. */
export type Box = View<BoxProps>;

// ---- up: what takes all the space -----------------------------------------------------------------

/** Determines whether a view takes all the space it may have. Returns whether that changed. */
export function readTakes(view: Box): boolean {
  const { layout, props, takes } = view;
  // Most controls are as small as their content.
  if (layout.takes === undefined && props.align == null && props.aspectRatio == null && !takes.x && !takes.y)
    return false;
  const takesAll = (axis: Axis): boolean => {
    if (props.align != null) return true;
    return props.aspectRatio == null ? contentTakes(view, axis) : axis === "x";
  };
  view.takes = { x: takesAll("x"), y: takesAll("y") };
  return view.takes.x !== takes.x || view.takes.y !== takes.y;
}

/** Returns whether what is in a view takes all the space along an axis. */
function contentTakes(view: Box, axis: Axis): boolean {
  const { props, layout } = view;
  return props[SIZE[axis]] == null && layout.takes?.(axis, props, (test) => someShown(view, test)) === true;
}

/** Returns whether a test passes for any visible child, given as the box that is laid out in its place. */
export function someShown(view: Box, test: (box: Box) => boolean): boolean {
  for (const [name, slot] of view.children) {
    // A badge lies over the control, and takes no space.
    if (name === "badge") continue;
    for (const child of Array.isArray(slot) ? slot : [slot]) {
      let at = child as Box | undefined;
      while (at?.isContents === true && at.props.visible !== false) at = at.children.get("content") as Box | undefined;
      if (at !== undefined && at.props.visible !== false && test(at)) return true;
    }
  }
  return false;
}

// ---- down: limits of a child ---------------------------------------------------------------------

/** A view with the view whose box contains its own, and the slot that it is in there. */
export interface Placed {
  readonly view: Box;
  readonly parent: Box;
  readonly slot: string;
  /** Direction in which the view and its siblings follow each other. Undefined: it is in a cell of its own. */
  readonly flow: Axis | undefined;
}

/** Returns where a view is. Undefined for the page. */
export function placeOf(view: Box): Placed | undefined {
  let at = view as View;
  while (at.parent?.isContents === true) at = at.parent;
  const { parent, slot } = at as { parent: Box | undefined; slot: string };
  return parent && { view, parent, slot, flow: slot === "controls" ? parent.layout.flow : undefined };
}

/** Returns the limit of a view along an axis. */
export function limitAlong({ view, parent, slot }: Placed, axis: Axis): Limit {
  const { layout, props } = parent;
  return (
    layout.limit?.(axis, withOwnSize(parent.limits?.[axis] ?? "loose", axis, props), props, view.props, slot) ?? "none"
  );
}

// ---- what follows for the style sheets --------------------------------------------------------------

/** Returns whether a view is as long as its parent decides. */
export function fills(view: Box, axis: Axis): boolean {
  const { props, limits, takes } = view;
  const own = limits?.[axis];
  if (props.align != null) return own !== "none" && contentTakes(view, axis);
  if (own !== "loose") return own === "tight";
  // With a shape, one side follows from the other.
  if (props.aspectRatio != null) return axis === "x" ? limits?.y !== "tight" : limits?.x === "none";
  return takes[axis];
}

/**
 * Returns the words for a view's box: `x` and `y` for an axis that it fills, `a` to stretch it across its Row, Column or
 * cell, `lx` and `ly` for an axis in which it is at most as long as its parent, and how its parent places it.
 */
export function wordsOf({ view, parent, flow }: Placed): string {
  const { props, limits } = view;
  const word = parent.layout.place?.(parent.props, props) ?? "";
  if (parent.layout.sizesChildren === true) return word;
  let words = word;
  for (const axis of AXES) {
    if (fills(view, axis)) {
      words += ` ${axis}`;
      if (axis !== (flow ?? "x")) words += " a";
      else if (flow === "x" && limits?.x === "loose" && !expands(props)) words += " full";
    } else if (limits?.[axis] !== "none") {
      // Percentages of a height that depends on the content have no effect.
      if (axis === "x" || flow === undefined || parent.props.height != null || fills(parent, "y")) words += ` l${axis}`;
    }
  }
  return words.trim();
}
