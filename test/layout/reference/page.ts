import type { Boxes, LayoutCase, LayoutNode } from "../case.ts";
import { layOutAppBar, layOutBottomAppBar } from "./bars.ts";
import { type Constraints, loosen, tight } from "./constraints.ts";
import { layOut, type Surroundings } from "./control.ts";
import { arrange, flexChildren } from "./flex.ts";
import { type ClipOptions, type Fragment, type Part, visibleBoxes } from "./fragment.ts";
import { isOn, isVisible, numberOf, sidesOf, wordOf } from "./properties.ts";
import { scrolled } from "./scroll.ts";
import { padded } from "./wrappers.ts";

/** Distance of the floating action button from the edges of the page. */
const BUTTON_MARGIN = 16;

/** Returns the visible part of each box with a key, as Flutter would lay out the page. */
export function referenceBoxes({ page, width, height }: Omit<LayoutCase, "boxes">, options: ClipOptions = {}): Boxes {
  return visibleBoxes(layOutPage(withoutComposed(page), width, height, options), options);
}

/** Replaces composed controls by what they build. One with properties of its own is a Container with these. */
function withoutComposed(node: LayoutNode): LayoutNode {
  const children = node.children.map(withoutComposed);
  const slots = Object.entries(node.slots).map(([name, nodes]) => [name, nodes.map(withoutComposed)]);
  if (node.type === "Own" && Object.keys(node.properties).length === 0) return children[0]!;
  return { ...node, type: node.type === "Own" ? "Container" : node.type, children, slots: Object.fromEntries(slots) };
}

/** A page fills the window. Its content is a Column between its bars. */
function layOutPage(page: LayoutNode, width: number, height: number, { isLikeBrowser = false }: ClipOptions): Fragment {
  const surroundings = { isRightToLeft: isOn(page, "rtl"), windowWidth: width, isLikeBrowser };
  const window = tight({ width, height });
  const parts: Part[] = [];
  const slot = (name: string) => page.slots[name]?.find(isVisible);
  const [top, bottom] = [slot("appbar"), slot("bottomAppbar")];
  let [bodyTop, bodyBottom] = [0, height];
  if (top !== undefined) {
    const fragment = layOutAppBar(top, window, surroundings);
    parts.push({ fragment, left: 0, top: 0 });
    bodyTop = fragment.height;
  }
  if (bottom !== undefined) {
    const fragment = layOutBottomAppBar(bottom, window, surroundings);
    bodyBottom -= fragment.height;
    parts.push({ fragment, left: 0, top: bodyBottom });
  }
  const body = layOutBody(page, tight({ width, height: Math.max(0, bodyBottom - bodyTop) }), surroundings);
  parts.push({ fragment: body, left: 0, top: bodyTop });
  const button = slot("floatingActionButton");
  if (button !== undefined) {
    const fragment = layOut(button, loosen(window), surroundings);
    const left = surroundings.isRightToLeft ? BUTTON_MARGIN : width - BUTTON_MARGIN - fragment.width;
    parts.push({ fragment, left, top: bodyBottom - BUTTON_MARGIN - fragment.height });
  }
  return { width, height, parts };
}

function layOutBody(page: LayoutNode, constraints: Constraints, surroundings: Surroundings): Fragment {
  const style = {
    axis: "vertical" as const,
    alignment: wordOf(page, "verticalAlignment") ?? "start",
    crossAlignment: wordOf(page, "horizontalAlignment") ?? "start",
    spacing: numberOf(page, "spacing") ?? 10,
    isTight: false,
    isRightToLeft: surroundings.isRightToLeft,
  };
  const column = (space: Constraints) => arrange(style, flexChildren(page, surroundings), space);
  const content = wordOf(page, "scroll") === undefined ? column : scrolled("vertical", column);
  return padded(sidesOf(page, "padding", 10), content)(constraints);
}
