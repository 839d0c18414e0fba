import { type Constraints, largest, tighten } from "./constraints.ts";
import { type ControlLayout, layOut } from "./control.ts";
import { EMPTY, type Fragment } from "./fragment.ts";
import { addSides, alignmentOf, borderOf, numberOf, sidesOf, visibleChildren } from "./properties.ts";
import { aligned, type Layout, padded } from "./wrappers.ts";

/**
 * A Container from outside to inside: its margin, its size, its border and padding, its alignment, its content. Without
 * content, it takes all the space that its size leaves open.
 */
export const layOutContainer: ControlLayout = (node, constraints, surroundings) => {
  const [content] = visibleChildren(node);
  let inside: Layout;
  if (content === undefined) {
    inside = (space) => ({ ...largest(space), parts: [] });
  } else {
    inside = (space) => layOut(content, space, surroundings);
    const alignment = alignmentOf(node, "alignment");
    if (alignment !== undefined) inside = aligned(alignment, inside);
  }
  const filled = padded(addSides(sidesOf(node, "padding"), borderOf(node)), inside);
  const box: Layout = (space) => {
    const own = tighten(space, { width: numberOf(node, "width"), height: numberOf(node, "height") });
    return { ...filled(own), key: node.key };
  };
  return padded(sidesOf(node, "margin"), box)(constraints);
};

/** A control that adds nothing to its content. */
export const layOutContent: ControlLayout = (node, constraints, surroundings) => {
  const [content] = visibleChildren(node);
  return content === undefined ? nothing(constraints) : layOut(content, constraints, surroundings);
};

/** A Card has a margin, which is part of its size. */
export const layOutCard: ControlLayout = (node, constraints, surroundings) =>
  padded(sidesOf(node, "margin", 4), (space) => layOutContent(node, space, surroundings))(constraints);

/** A SafeArea in a window without unsafe areas has its minimum padding. */
export const layOutSafeArea: ControlLayout = (node, constraints, surroundings) =>
  padded(sidesOf(node, "minimumPadding"), (space) => layOutContent(node, space, surroundings))(constraints);

function nothing({ minWidth, minHeight }: Constraints): Fragment {
  return { ...EMPTY, width: minWidth, height: minHeight };
}
