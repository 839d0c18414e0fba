import type { Node } from "./node.ts";
import type { Session } from "./session.ts";

/** The isolated control that a control is, or is in. */
export function boundaryOf(session: Session, node: Node): Node | undefined {
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) if (isIsolated(session, at)) return at;
  return undefined;
}

/** Whether a control is below an isolated one, and so waits for `update()`; not if that one was asked: `open`. */
export function isBehindBoundary(session: Session, node: Node, open: Node | undefined): boolean {
  if (node === open) return false;
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (at === open) return false;
    if (isIsolated(session, at)) return true;
  }
  return false;
}

/** Whether a control is a boundary. */
export function isIsolated(session: Session, node: Node): boolean {
  if (!node.kind.hasBoundary) return false;
  return session.funnel.run("hook", "isIsolated", node, () => node.control.isIsolated()) === true;
}
