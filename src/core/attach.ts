import { RunletError } from "./errors.ts";
import { NODE, type Node, pathOf } from "./node.ts";
import { storeProperty } from "./properties.ts";
import { runBuild } from "./reconcile.ts";
import type { Session } from "./session.ts";
import type { AnyEntry } from "./spec.ts";
import { collect, Settling } from "./tree.ts";

/** Brings the children of controls up to their slots: who left is unmounted, who came is attached and gone into `entered`. */
export function settle(
  session: Session,
  nodes: readonly Node[],
  held: readonly Node[],
  entered: Node[],
  enterFirst?: () => void,
): void {
  const { outbox, funnel, page } = session;
  const settling = new Settling(page[NODE], (error, node) => funnel.report(error, "tree", error.code, node));
  settling.run(nodes, held);
  for (const node of nodes) node.hasNewChildren = false;
  for (const node of settling.leaving) detach(session, node);
  // Of what was never sent, only the topmost is remembered: it may have moved out from below that.
  for (const node of settling.moved) {
    session.room.moved(node);
    if (node.given === undefined) outbox.changed(node);
  }
  for (const node of settling.touched) outbox.changed(node);
  enterFirst?.();
  for (const node of settling.entering) enter(session, node, entered);
}

function enter(session: Session, node: Node, entered: Node[]): void {
  if (node.session !== undefined) return;
  const { parent } = node;
  const isReady = parent !== undefined && makeReady(session, parent, entered);
  // A `build()` above it may have moved it, taken it in already, or put it out.
  if (node.parent !== parent || node.session !== undefined) return enter(session, node, entered);
  if (!isReady) return stayOut(session, node);
  attach(session, node);
  entered.push(node);
  // Below one that the client has not, it is sent along with that.
  if (!parent.isEntering || parent.given !== undefined || node.given !== undefined) session.outbox.changed(node);
  if (!node.hasNewChildren) return;
  // What `build()` made comes right behind its parent, and among what stood there in the order of the page.
  settle(session, [node], [], entered, () => enterBelow(session, node, entered));
}

/** Its parent has left, or what `build()` returned came in its place: it never enters, and who moved into it leaves. */
function stayOut(session: Session, node: Node): void {
  const leaving: Node[] = [];
  for (const list of node.lists) {
    for (const { [NODE]: child } of list.items) {
      if (child.holder === list && child.session !== undefined) collect(child, leaving);
    }
    // The client may have it still: then what was edited counts if it comes back.
    if (node.given === undefined) list.reset(false);
  }
  for (const child of leaving) detach(session, child);
  node.holder = undefined;
  node.isEntering = false;
}

/** Attaches a parent, or one above it that it has moved under, if that is to enter as well. False when it has left. */
function makeReady(session: Session, parent: Node, entered: Node[]): boolean {
  // Entered in this flush: so did all above it.
  if (parent.isEntering && parent.session !== undefined) return true;
  for (let at: Node | undefined = parent; at !== undefined; at = at.parent) {
    if (at.session !== undefined) continue;
    if (at.isEntering) enter(session, at, entered);
    break;
  }
  return parent.session !== undefined;
}

function enterBelow(session: Session, node: Node, entered: Node[]): void {
  for (const list of node.lists) {
    for (const { [NODE]: child } of [...list.items]) {
      if (!child.isEntering || child.session !== undefined || child.holder !== list) continue;
      enter(session, child, entered);
      enterBelow(session, child, entered);
    }
  }
}

function attach(session: Session, node: Node): void {
  session.insert(node);
  node.wantsHook = true;
  try {
    node.kind.assertClean(node.control);
    if (node.bound !== undefined || node.effects !== undefined) session.streams.start(node);
  } catch (thrown) {
    node.error = session.shown(session.funnel.report(thrown, "hook", "build", node));
    return;
  }
  if (!node.isBuilt) build(session, node);
}

/** Calls `build()` and puts its result in place, or an error box for it. A failed one is tried again at a re-add. */
export function build(session: Session, node: Node): void {
  if (!node.kind.hasBuild) {
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
    node.error = session.shown(session.funnel.report(thrown, "hook", "build", node));
  } finally {
    node.isInHook = isInHook;
  }
}

/** Puts what `build()` returned into the control's own slot. */
function fillSlot(node: Node, built: unknown): void {
  if (built === undefined || built === null) return;
  const name = Array.isArray(built) ? "controls" : "content";
  const { entries } = node.spec;
  const other = name === "content" ? "controls" : "content";
  const target = node.control as unknown as { [slot: string]: unknown };
  if (node.spec.type === "Control") assignPlain(node, name, built);
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

/** A plain control shows one control or a list: whichever was built last. */
function assignPlain(node: Node, name: string, built: unknown): void {
  for (const slot of node.spec.own) {
    storeProperty(node, slot, node.spec.entries[slot] as AnyEntry, slot === name ? built : undefined);
  }
}

/** Unmounts a control: its hook first, then what it owns ends. */
export function detach(session: Session, node: Node): void {
  // Attached in this very flush: didMount was not called, so its twin is not either.
  if (node.isEntering) node.isEntering = false;
  else if (node.kind.hasWillUnmount) {
    session.funnel.run("hook", "willUnmount", node, () => node.control.willUnmount());
  }
  session.remove(node);
}
