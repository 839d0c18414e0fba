import { RunletError } from "../declaration/errors.ts";
import { storeProperty } from "../declaration/properties.ts";
import type { AnyEntry } from "../declaration/spec.ts";
import type { Session } from "../session/session.ts";
import { NODE, type Node, pathOf } from "./node.ts";
import { runBuild } from "./reconcile.ts";
import { collectMounted, TreeCommit } from "./tree-commit.ts";

/**
 * Commits the edited children of `nodes`: unmounts the controls that left, mounts the controls that came, and adds
 * these to `entered`. `deferred` are controls whose own edits wait behind an isolated control. `beforeEntering` runs
 * before the new controls are mounted.
 */
export function commitChildren(
  session: Session,
  nodes: readonly Node[],
  deferred: readonly Node[],
  entered: Node[],
  beforeEntering?: () => void,
): void {
  const { clientState, funnel, page } = session;
  const commit = new TreeCommit(page[NODE], (error, node) => funnel.report(error, "tree", error.code, node));
  commit.commit(nodes, deferred);
  for (const node of nodes) node.hasNewChildren = false;
  for (const node of commit.leaving) unmount(session, node);
  // Only the root of a subtree that was never sent is marked. A control may have moved out of such a subtree.
  for (const node of commit.moved) {
    session.layoutCheck.markMoved(node);
    if (node.sent === undefined) clientState.markChanged(node);
  }
  for (const node of commit.affected) clientState.markChanged(node);
  beforeEntering?.();
  for (const node of commit.entering) enter(session, node, entered);
}

function enter(session: Session, node: Node, entered: Node[]): void {
  if (node.session !== undefined) return;
  const { parent } = node;
  const isParentMounted = parent !== undefined && ensureParentMounted(session, parent, entered);
  // An ancestor's `build()` has just run and may have moved, mounted or removed this node.
  if (node.parent !== parent || node.session !== undefined) return enter(session, node, entered);
  if (!isParentMounted) return cancelEntering(session, node);
  mount(session, node);
  entered.push(node);
  // Below a parent that the client does not have yet, the control is sent together with that parent.
  if (!parent.isEntering || parent.sent !== undefined || node.sent !== undefined) session.clientState.markChanged(node);
  if (!node.hasNewChildren) return;
  // Controls that `build()` made are mounted right after their parent, in page order with its other new children.
  commitChildren(session, [node], [], entered, () => enterDescendants(session, node, entered));
}

/**
 * Drops a control that cannot enter, because its parent has left or a `build()` replaced it. Mounted controls that
 * moved into it leave the page.
 */
function cancelEntering(session: Session, node: Node): void {
  const leaving: Node[] = [];
  for (const list of node.lists) {
    for (const { [NODE]: child } of list.items) {
      if (child.parentList === list && child.session !== undefined) collectMounted(child, leaving);
    }
    // If the client still has the control, its edits are kept: they are sent if it comes back.
    if (node.sent === undefined) list.reset(false);
  }
  for (const child of leaving) unmount(session, child);
  node.parentList = undefined;
  node.isEntering = false;
}

/**
 * Mounts a parent, or its nearest ancestor that is not mounted, if that control is about to enter. Returns false if the
 * parent has left.
 */
function ensureParentMounted(session: Session, parent: Node, entered: Node[]): boolean {
  // A parent that was mounted in this flush has mounted ancestors.
  if (parent.isEntering && parent.session !== undefined) return true;
  for (let at: Node | undefined = parent; at !== undefined; at = at.parent) {
    if (at.session !== undefined) continue;
    if (at.isEntering) enter(session, at, entered);
    break;
  }
  return parent.session !== undefined;
}

function enterDescendants(session: Session, node: Node, entered: Node[]): void {
  for (const list of node.lists) {
    for (const { [NODE]: child } of [...list.items]) {
      if (!child.isEntering || child.session !== undefined || child.parentList !== list) continue;
      enter(session, child, entered);
      enterDescendants(session, child, entered);
    }
  }
}

function mount(session: Session, node: Node): void {
  session.insert(node);
  node.isBeforeUpdateDue = true;
  try {
    node.classInfo.assertNoHiddenProperties(node.control);
    if (node.boundStreams !== undefined || node.effects !== undefined) session.bindings.subscribeAll(node);
  } catch (thrown) {
    node.error = session.visibleNotice(session.funnel.report(thrown, "hook", "build", node));
    return;
  }
  if (!node.isBuilt) build(session, node);
}

/**
 * Calls `build()` and shows its result, or an error box if it throws. A failed `build()` is tried again at the next
 * mount.
 */
export function build(session: Session, node: Node): void {
  if (!node.classInfo.hasBuild) {
    node.isBuilt = true;
    return;
  }
  const { isInHook } = node;
  node.isInHook = true;
  try {
    fillSlot(node, runBuild(session, node));
    node.isBuilt = true;
    node.error = undefined;
  } catch (thrown) {
    node.error = session.visibleNotice(session.funnel.report(thrown, "hook", "build", node));
  } finally {
    node.isInHook = isInHook;
  }
}

/** Puts the result of `build()` into the control's own slot. */
function fillSlot(node: Node, built: unknown): void {
  if (built === undefined || built === null) return;
  const name = Array.isArray(built) ? "controls" : "content";
  const { entries } = node.spec;
  const other = name === "content" ? "controls" : "content";
  const target = node.control as unknown as { [slot: string]: unknown };
  if (node.spec.type === "Control") fillPlainControl(node, name, built);
  else if (entries[name]?.kind === (name === "controls" ? "list" : "slot")) target[name] = built;
  else if (name === "content" && entries[other]?.kind === "list") target[other] = [built];
  else {
    throw new RunletError(
      "build-without-slot",
      `${pathOf(node)}: build() returned ${name === "controls" ? "a list" : "a control"}, and ${node.spec.type} has no "${name}" to put it in. ` +
        "Return nothing and set its properties, or extend Control.",
    );
  }
}

/** Fills the slots of a plain control. It shows either one control or a list, so the other slot is emptied. */
function fillPlainControl(node: Node, name: string, built: unknown): void {
  for (const slot of node.spec.own) {
    storeProperty(node, slot, node.spec.entries[slot] as AnyEntry, slot === name ? built : undefined);
  }
}

/** Unmounts a control: calls `willUnmount` first, then ends everything that the control owns. */
export function unmount(session: Session, node: Node): void {
  // A control that was mounted in this same flush got no didMount yet, so it gets no willUnmount either.
  if (node.isEntering) node.isEntering = false;
  else if (node.classInfo.hasWillUnmount) {
    session.funnel.run("hook", "willUnmount", node, () => node.control.willUnmount());
  }
  session.remove(node);
}
