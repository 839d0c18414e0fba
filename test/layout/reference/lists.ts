import { type Axis, breadthOf, constraintsOf, lengthOf, placeAt, rangesOf, sizeOf } from "./axis.ts";
import { constrain } from "./constraints.ts";
import { type ControlLayout, layOut } from "./control.ts";
import type { Fragment, Part } from "./fragment.ts";
import { isOn, numberOf, sidesOf, thickness, visibleChildren } from "./properties.ts";
import type { Layout } from "./wrappers.ts";

/** Items of a scrolling list at their places, and the length of all of them. */
interface Items {
  readonly parts: readonly Part[];
  readonly length: number;
}

/** A ListView gives its items its own breadth, and any length. */
export const layOutListView: ControlLayout = (node, constraints, surroundings) => {
  const axis = isOn(node, "horizontal") ? "horizontal" : "vertical";
  const spacing = numberOf(node, "spacing") ?? 0;
  return scrolling(axis, node, surroundings.isRightToLeft, (breadth) => {
    const length = { minLength: 0, maxLength: Number.POSITIVE_INFINITY };
    const item = constraintsOf(axis, { ...length, minBreadth: breadth, maxBreadth: breadth });
    let end = -spacing;
    const parts = visibleChildren(node).map((child) => {
      // A browser does not draw rows beyond the window, and so clips what sticks out of them.
      const fragment = { ...layOut(child, item, surroundings), canClip: true };
      const part = placeAt(axis, fragment, end + spacing, 0);
      end += spacing + lengthOf(axis, fragment);
      return part;
    });
    return { parts, length: Math.max(0, end) };
  })(constraints);
};

/** A GridView gives each item the size of a cell. Its runs are columns, or rows if it is horizontal. */
export const layOutGridView: ControlLayout = (node, constraints, surroundings) => {
  const axis = isOn(node, "horizontal") ? "horizontal" : "vertical";
  const count = numberOf(node, "runsCount") ?? 1;
  const [spacing, runSpacing] = [numberOf(node, "spacing") ?? 10, numberOf(node, "runSpacing") ?? 10];
  return scrolling(axis, node, surroundings.isRightToLeft, (breadth) => {
    const cellBreadth = Math.max(0, breadth - runSpacing * (count - 1)) / count;
    const cellLength = cellBreadth / (numberOf(node, "childAspectRatio") ?? 1);
    const cell = constraintsOf(axis, {
      ...{ minLength: cellLength, maxLength: cellLength },
      ...{ minBreadth: cellBreadth, maxBreadth: cellBreadth },
    });
    const children = visibleChildren(node);
    const parts = children.map((child, index) => {
      const [row, run] = [Math.floor(index / count), index % count];
      const isMirrored = axis === "vertical" && surroundings.isRightToLeft;
      const start = (isMirrored ? count - 1 - run : run) * (cellBreadth + runSpacing);
      return placeAt(axis, layOut(child, cell, surroundings), row * (cellLength + spacing), start);
    });
    const rows = Math.ceil(children.length / count);
    return { parts, length: Math.max(0, rows * (cellLength + spacing) - spacing) };
  })(constraints);
};

/** A list takes all the space, or is as long as its items where there is no end. It clips items that do not fit. */
function scrolling(
  axis: Axis,
  node: Parameters<ControlLayout>[0],
  isRightToLeft: boolean,
  layOutItems: (breadth: number) => Items,
): Layout {
  return (constraints): Fragment => {
    const { maxLength, maxBreadth } = rangesOf(axis, constraints);
    const padding = sidesOf(node, "padding");
    const space = thickness(padding);
    const items = layOutItems(Math.max(0, maxBreadth - breadthOf(axis, space)));
    const whole = items.length + lengthOf(axis, space);
    const length = maxLength === Number.POSITIVE_INFINITY ? whole : maxLength;
    const size = constrain(constraints, sizeOf(axis, length, maxBreadth));
    const isReversed = isOn(node, "reverse") !== (axis === "horizontal" && isRightToLeft);
    const parts = items.parts.map(({ fragment, left, top }) => {
      const part = { fragment, left: left + padding.left, top: top + padding.top };
      if (!isReversed) return part;
      // The first item is at the far end, with the padding of that end.
      return axis === "horizontal"
        ? { ...part, left: size.width - left - padding.right - fragment.width }
        : { ...part, top: size.height - top - padding.bottom - fragment.height };
    });
    return { ...size, parts, canClip: true, isClipped: whole > lengthOf(axis, size) };
  };
}
