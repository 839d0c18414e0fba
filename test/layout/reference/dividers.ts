import { constrain, largest } from "./constraints.ts";
import type { ControlLayout } from "./control.ts";
import { numberOf } from "./properties.ts";

/** Height of a Divider, and width of a VerticalDivider, with its empty space. */
const THICKNESS = 16;
/** Size of every text. Real sizes depend on fonts, so that no case depends on them. */
const TEXT = { width: 10, height: 24 };

/** A Divider takes the whole width. */
export const layOutDivider: ControlLayout = (node, constraints) => {
  const height = numberOf(node, "height") ?? THICKNESS;
  return { ...constrain(constraints, { width: largest(constraints).width, height }), parts: [] };
};

/** A VerticalDivider takes the whole height. */
export const layOutVerticalDivider: ControlLayout = (node, constraints) => {
  const width = numberOf(node, "width") ?? THICKNESS;
  return { ...constrain(constraints, { width, height: largest(constraints).height }), parts: [] };
};

export const layOutText: ControlLayout = (_node, constraints) => ({ ...constrain(constraints, TEXT), parts: [] });
