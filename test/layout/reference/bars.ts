import { type Constraints, constrain, loosen, tight } from "./constraints.ts";
import { type ControlLayout, layOut } from "./control.ts";
import type { Part } from "./fragment.ts";
import { isOn, isVisible, numberOf, sidesOf, visibleChildren } from "./properties.ts";
import { padded } from "./wrappers.ts";

const APP_BAR_HEIGHT = 56;
/** Space before and after the title of an AppBar. */
const TITLE_SPACING = 16;
const BOTTOM_BAR_HEIGHT = 80;
const BOTTOM_BAR_PADDING = { left: 16, top: 12, right: 16, bottom: 12 };

/** An AppBar: `leading` as a square at the start, the actions at the end, and the title between them. */
export const layOutAppBar: ControlLayout = (node, constraints, surroundings) => {
  const width = constraints.maxWidth;
  const height = numberOf(node, "toolbarHeight") ?? APP_BAR_HEIGHT;
  const parts: Part[] = [];
  const leading = node.slots.leading?.find(isVisible);
  const leadingWidth = leading === undefined ? 0 : (numberOf(node, "leadingWidth") ?? APP_BAR_HEIGHT);
  if (leading !== undefined) {
    const fragment = layOut(leading, tight({ width: leadingWidth, height }), surroundings);
    parts.push({ fragment, left: 0, top: 0 });
  }
  const space: Constraints = { minWidth: 0, maxWidth: width, minHeight: 0, maxHeight: height };
  const actions = (node.slots.actions ?? []).filter(isVisible).map((action) => layOut(action, space, surroundings));
  const actionsWidth = actions.reduce((sum, action) => sum + action.width, 0);
  let left = width - actionsWidth;
  for (const fragment of actions) {
    parts.push({ fragment, left, top: (height - fragment.height) / 2 });
    left += fragment.width;
  }
  const title = node.slots.title?.find(isVisible);
  if (title !== undefined) {
    const maxWidth = Math.max(0, width - leadingWidth - actionsWidth - 2 * TITLE_SPACING);
    const fragment = layOut(title, { ...space, maxWidth }, surroundings);
    const first = leadingWidth + TITLE_SPACING;
    const last = width - actionsWidth - TITLE_SPACING - fragment.width;
    const center = Math.max(first, Math.min(last, (width - fragment.width) / 2));
    const start = isOn(node, "centerTitle") ? center : first;
    parts.push({ fragment, left: start, top: (height - fragment.height) / 2 });
  }
  const mirror = (part: Part) => ({ ...part, left: width - part.left - part.fragment.width });
  return { width, height, parts: surroundings.isRightToLeft ? parts.map(mirror) : parts, isClipped: true };
};

/** A BottomAppBar is as wide as the window, and gives its content all the space inside its padding. */
export const layOutBottomAppBar: ControlLayout = (node, constraints, surroundings) => {
  const height = numberOf(node, "height") ?? BOTTOM_BAR_HEIGHT;
  const padding = node.properties.padding === undefined ? BOTTOM_BAR_PADDING : sidesOf(node, "padding");
  const size = constrain(loosen(constraints), { width: constraints.maxWidth, height });
  const [content] = visibleChildren(node);
  if (content === undefined) return { ...size, parts: [] };
  return padded(padding, (space) => layOut(content, space, surroundings))(tight(size));
};
