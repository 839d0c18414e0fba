import type { ChildList } from "./child-list.ts";
import { isControl, NODE, type Node } from "./node.ts";

/**
 * A mounted control's position in edits that an isolated control holds back: the list, and the list's direct child that
 * contains it (`top`).
 */
export interface PendingPosition {
  readonly list: ChildList;
  readonly top: Node;
}

/** Returns the positions of mounted controls in all edits that are held back, also inside new controls there. */
export function findPendingPositions(deferred: readonly Node[]): Map<Node, PendingPosition> {
  const positions = new Map<Node, PendingPosition>();
  const seen = new Set<Node>();
  const visit = (items: readonly unknown[], list: ChildList, within: Node | undefined): void => {
    for (const item of items) {
      if (!isControl(item)) continue;
      const { [NODE]: node } = item;
      const top = within ?? node;
      if (node.session !== undefined) positions.set(node, { list, top });
      else if (!seen.has(node)) {
        seen.add(node);
        for (const inside of node.lists) visit(inside.items, list, top);
      }
    }
  };
  for (const list of deferred.flatMap(({ lists }) => lists)) {
    if (list.pending !== undefined) visit(list.items, list, undefined);
  }
  return positions;
}
