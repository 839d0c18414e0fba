import { makeDocument, nextDocument } from "./document.ts";
import { RunletError } from "./errors.ts";
import { isBehindBoundary, isIsolated } from "./isolation.ts";
import { type Node, pathOf } from "./node.ts";
import { assertNoHiddenProperties, storeProperty } from "./properties.ts";
import type { Session } from "./session.ts";
import { type AnyEntry, ListSlot, Slot } from "./spec.ts";

/** More rounds than this are two hooks that answer each other for ever. */
const MOST_ROUNDS = 100;

/**
 * One flush: settle the slots, unmount who left, attach who entered, call `beforeUpdate`, until nothing is
 * dirty; then documents, then send, then `didMount`. What is behind an isolated control waits, but for `open`.
 */
export function flush(session: Session, open: Node | undefined): void {
  const waits = (node: Node) => node !== open && isIsolated(session, node);
  const isHeld = (node: Node) => isBehindBoundary(session, node, open) || (waits(node) && hasOnlyDirtySlots(node));
  const changed = new Set<Node>();
  const mounted: Node[] = [];
  for (let round = 1; ; round++) {
    const batch = session.changes.take(isHeld);
    if (batch.length === 0) break;
    if (round > MOST_ROUNDS) {
      session.funnel.report(flushLoop(batch), "tree", "flush", batch[0] as Node);
      for (const node of batch) changed.add(node);
      break;
    }
    const settling = batch.filter((node) => hasDirtySlots(node) && !waits(node));
    const entered: Node[] = [];
    attachAll(session, settle(session, settling), entered);
    mounted.push(...entered);
    for (const node of parentsFirst([...batch, ...entered])) {
      if (node.session === undefined) continue;
      beforeUpdate(session, node);
      changed.add(node);
    }
  }
  for (const node of changed) makeDocuments(session, node, waits(node));
  session.send();
  for (const node of mounted) didMount(session, node);
}

/** Brings children up to their slots and unmounts who left; gives who enters. */
function settle(session: Session, nodes: readonly Node[]): readonly Node[] {
  const { entering, leaving, robbed } = session.tree.settle(nodes);
  for (const [node, parent] of leaving) detach(session, node, parent);
  for (const node of robbed) session.outbox.changed(node);
  return entering;
}

/** Unmounts a control that was `parent`'s child: its hook first, then what it owns ends. */
export function detach(session: Session, node: Node, parent: Node | undefined): void {
  node.parent = parent;
  // Attached in this very flush: didMount was not called, so its twin is not either.
  if (node.isEntering) node.isEntering = false;
  else session.funnel.run("hook", "willUnmount", node, () => node.control.willUnmount());
  session.remove(node);
  node.parent = undefined;
}

function hasDirtySlots(node: Node): boolean {
  return node.spec.slots.some((slot) => node.dirty?.includes(slot));
}

/** Only its children changed: nothing that an isolated control would send by itself. */
function hasOnlyDirtySlots(node: Node): boolean {
  return node.dirty?.every((name) => node.spec.slots.includes(name)) === true;
}

/** Attaches controls parents first; what `build()` made joins the list behind its parent. */
function attachAll(session: Session, entering: readonly Node[], entered: Node[]): void {
  for (const node of entering) {
    if (node.session !== undefined) continue;
    attach(session, node);
    entered.push(node);
    if (!hasDirtySlots(node)) continue;
    const inside = settle(session, [node]);
    node.dirty = undefined;
    attachAll(session, inside, entered);
  }
}

function attach(session: Session, node: Node): void {
  session.insert(node);
  node.dirty = undefined;
  node.wantsHook = true;
  try {
    assertNoHiddenProperties(node);
    session.streams.start(node);
    if (node.isBuilt) return;
  } catch (thrown) {
    node.error = session.shown(session.funnel.report(thrown, "hook", "build", node));
    return;
  }
  build(session, node);
}

/** Calls `build()` and puts its result in place, or an error box for it. A failed one is tried again at a re-add. */
export function build(session: Session, node: Node): void {
  node.isInHook = true;
  try {
    fillSlot(node, node.control.build());
    node.isBuilt = true;
    node.error = undefined;
  } catch (thrown) {
    node.error = session.shown(session.funnel.report(thrown, "hook", "build", node));
  } finally {
    node.isInHook = false;
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
  else if (entries[name] instanceof (name === "controls" ? ListSlot : Slot)) target[name] = built;
  else if (name === "content" && entries[other] instanceof ListSlot) target[other] = [built];
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
  for (const slot of node.spec.slots) {
    storeProperty(node, slot, node.spec.entries[slot] as AnyEntry, slot === name ? built : undefined);
  }
}

function beforeUpdate(session: Session, node: Node): void {
  if (!node.wantsHook) return;
  node.wantsHook = false;
  node.isInHook = true;
  session.isInBeforeUpdate = true;
  session.funnel.run("hook", "beforeUpdate", node, () => node.control.beforeUpdate());
  session.isInBeforeUpdate = false;
  node.isInHook = false;
}

function makeDocuments(session: Session, node: Node, doSlotsWait: boolean): void {
  if (node.session === undefined) return;
  if (node.document === undefined) node.document = makeDocument(node);
  else if (node.dirty !== undefined) node.document = nextDocument(node, node.document, node.dirty);
  const waiting = doSlotsWait ? node.dirty?.filter((name) => node.spec.slots.includes(name)) : undefined;
  node.dirty = waiting === undefined || waiting.length === 0 ? undefined : waiting;
  if (node.dirty !== undefined) session.changes.enqueue(node);
  session.outbox.changed(node);
}

function didMount(session: Session, node: Node): void {
  if (!node.isEntering) return;
  node.isEntering = false;
  session.funnel.run("hook", "didMount", node, () => node.control.didMount());
}

function parentsFirst(nodes: readonly Node[]): readonly Node[] {
  if (nodes.length === 1) return nodes;
  const depths = new Map<Node, number>();
  for (const node of new Set(nodes)) {
    let depth = 0;
    for (let at = node.parent; at !== undefined; at = at.parent) depth++;
    depths.set(node, depth);
  }
  return [...depths.keys()].sort((a, b) => (depths.get(a) as number) - (depths.get(b) as number));
}

function flushLoop(batch: readonly Node[]): RunletError {
  return new RunletError(
    "flush-loop",
    `The page did not settle in ${MOST_ROUNDS} rounds: ${batch.slice(0, 3).map(pathOf).join(", ")} changed again in each. ` +
      "A beforeUpdate() or a bound stream sets another control's property, which sets the first one's again.",
  );
}
