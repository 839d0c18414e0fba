import type { ChildList } from "./children.ts";
import { isControl, NODE, type Node } from "./node.ts";

/**
 * A mounted control's position in edits that an isolated control holds back: the list, and the list's direct child that
 * contains it (`top`).
 */
export interface Place {
  readonly list: ChildList;
  readonly top: Node;
}

/** Returns the positions of mounted controls in all edits that are held back, also inside new controls there. */
export function placesIn(held: readonly Node[]): Map<Node, Place> {
  const places = new Map<Node, Place>();
  const seen = new Set<Node>();
  const look = (items: readonly unknown[], list: ChildList, within: Node | undefined): void => {
    for (const item of items) {
      if (!isControl(item)) continue;
      const { [NODE]: node } = item;
      const top = within ?? node;
      if (node.session !== undefined) places.set(node, { list, top });
      else if (!seen.has(node)) {
        seen.add(node);
        for (const inside of node.lists) look(inside.items, list, top);
      }
    }
  };
  for (const list of held.flatMap(({ lists }) => lists)) {
    if (list.pending !== undefined) look(list.items, list, undefined);
  }
  return places;
}
