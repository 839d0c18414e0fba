import type { ChildList } from "./children.ts";
import { isControl, NODE, type Node } from "./node.ts";

/** Where a control that is mounted stands in edits that are held back: in a list, as `top` or in it. */
export interface Place {
  readonly list: ChildList;
  readonly top: Node;
}

/** The places in all edits that are held back, also inside of what is new there. */
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
