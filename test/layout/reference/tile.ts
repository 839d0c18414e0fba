import type { LayoutNode } from "../case.ts";
import { type Constraints, constrain, largest, loosen } from "./constraints.ts";
import { type ControlLayout, layOut, type Surroundings } from "./control.ts";
import { EMPTY, type Fragment, type Part } from "./fragment.ts";
import { isOn, isVisible, numberOf, sidesOf } from "./properties.ts";
import { padded } from "./wrappers.ts";

/** Heights of a tile with one, two and three lines, and how much less it is when it is dense. */
const [ONE_LINE, TWO_LINES, THREE_LINES, DENSE] = [56, 72, 88, 8];
const PADDING = { left: 16, top: 0, right: 24, bottom: 0 };
/** Least space above and below the content. */
const VERTICAL_PADDING = 8;

/** With less space for its title, a tile is too narrow for what is in it. */
const LEAST_TITLE = 60;

/** A ListTile: `leading` at the start, `trailing` at the end, and the title with the width between them. */
export const layOutListTile: ControlLayout = (node, constraints, surroundings) => {
  const { left, right } = PADDING;
  const usual = surroundings.isRightToLeft ? { ...PADDING, left: right, right: left } : PADDING;
  const padding = node.properties.contentPadding === undefined ? usual : sidesOf(node, "contentPadding");
  return padded(padding, (space) => layOutLine(node, space, surroundings))(constraints);
};

function layOutLine(node: LayoutNode, constraints: Constraints, surroundings: Surroundings): Fragment {
  const { width } = largest(constraints);
  const dense = isOn(node, "dense") ? DENSE : 0;
  const icon: Constraints = { ...loosen(constraints), maxHeight: ONE_LINE - dense };
  const leading = slotOf(node, "leading", icon, surroundings);
  const trailing = slotOf(node, "trailing", icon, surroundings);
  const gap = numberOf(node, "horizontalSpacing") ?? 16;
  const minLeading = numberOf(node, "minLeadingWidth") ?? 24;
  const start = leading === undefined ? 0 : Math.max(minLeading, leading.width) + gap;
  const end = trailing === undefined ? 0 : Math.max(trailing.width + gap, 32);
  const titleWidth = Math.max(0, width - start - end);
  const text = { ...loosen(constraints), minWidth: titleWidth, maxWidth: titleWidth };
  const title = slotOf(node, "title", text, surroundings) ?? EMPTY;
  const subtitle = slotOf(node, "subtitle", text, surroundings);
  const isThreeLine = isOn(node, "isThreeLine");
  const target = (isThreeLine ? THREE_LINES : subtitle === undefined ? ONE_LINE : TWO_LINES) - dense;
  const lines = title.height + (subtitle?.height ?? 0);
  const height = Math.max(target, lines + 2 * VERTICAL_PADDING);
  const isTop = isThreeLine;
  const centered = (fragment: Fragment) => (isTop ? VERTICAL_PADDING : (height - fragment.height) / 2);
  const titleTop = isTop ? VERTICAL_PADDING : (height - lines) / 2;
  const parts: Part[] = [{ fragment: title, left: start, top: titleTop }];
  if (subtitle !== undefined) parts.push({ fragment: subtitle, left: start, top: titleTop + title.height });
  if (leading !== undefined) parts.push({ fragment: leading, left: 0, top: centered(leading) });
  if (trailing !== undefined) parts.push({ fragment: trailing, left: width - trailing.width, top: centered(trailing) });
  const mirror = (part: Part) => ({ ...part, left: width - part.left - part.fragment.width });
  return {
    ...constrain(constraints, { width, height }),
    isCrowded: titleWidth < LEAST_TITLE,
    parts: surroundings.isRightToLeft ? parts.map(mirror) : parts,
  };
}

function slotOf(
  node: LayoutNode,
  name: string,
  constraints: Constraints,
  surroundings: Surroundings,
): Fragment | undefined {
  const child = node.slots[name]?.find(isVisible);
  return child === undefined ? undefined : layOut(child, constraints, surroundings);
}
