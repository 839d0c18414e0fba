import { RunletError } from "../declaration/errors.ts";
import type { Session } from "../session/session.ts";
import { Boundaries } from "../tree/isolation.ts";
import { commitChildren } from "../tree/mount.ts";
import { type Node, parentsFirst, pathOf } from "../tree/node.ts";
import { makeDocument, markDirtySinceSend, nextDocument } from "./document.ts";

/**
 * Maximum number of rounds of one flush. A flush that needs more has two hooks that change each other's control
 * endlessly.
 */
const MAX_ROUNDS = 100;

/**
 * One flush. Until nothing is dirty, it commits the children, unmounts controls that left, mounts controls that
 * entered, and calls `beforeUpdate`. Then it checks for unbounded layout, makes documents, sends, and calls `didMount`.
 * Changes behind an isolated control wait, unless `update()` was called on that control or inside it.
 */
export class Flush {
  readonly #session: Session;
  /** Undefined while no control on the page can be isolated, to skip the search for isolated ancestors. */
  readonly #boundaries: Boundaries | undefined;
  #changed: Node[] = [];
  readonly #entered: Node[] = [];

  constructor(session: Session, updated: Node | undefined) {
    this.#session = session;
    if (session.boundaryCount > 0) this.#boundaries = new Boundaries(session, updated);
  }

  execute(): void {
    const { dirtyQueue, funnel, clientState } = this.#session;
    const boundaries = this.#boundaries;
    const isDeferred = boundaries && ((node: Node) => boundaries.isDeferred(node));
    for (let round = 1; !dirtyQueue.isEmpty; round++) {
      const batch = dirtyQueue.dequeue(isDeferred);
      if (batch.length === 0) break;
      this.#changed = round === 1 ? batch : this.#changed.concat(batch);
      const first = this.#entered.length;
      this.#commitChildren(batch);
      if (round > MAX_ROUNDS) {
        funnel.report(flushLoop(batch), "tree", "flush", batch[0] as Node);
        break;
      }
      this.#beforeUpdate(batch, first);
    }
    const unbounded = this.#session.layoutCheck.check(this.#changed, this.#entered);
    if (unbounded.length > 0) this.#changed = this.#changed.concat(unbounded);
    for (const node of this.#changed) {
      this.#makeDocument(node);
      if (node.sent !== undefined) clientState.markChanged(node);
    }
    for (const node of this.#entered) if (node.document === undefined) this.#makeDocument(node);
    this.#session.sendUpdate();
    for (const node of this.#entered) this.#didMount(node);
  }

  #commitChildren(batch: readonly Node[]): void {
    if (!batch.some((node) => node.hasNewChildren)) return;
    const { dirtyQueue } = this.#session;
    const waits = (node: Node) => this.#doChildrenWait(node);
    const edited = batch.filter((node) => node.hasNewChildren && !waits(node));
    const deferred = this.#boundaries === undefined ? [] : [...dirtyQueue.deferred, ...batch.filter(waits)];
    commitChildren(this.#session, edited, deferred, this.#entered);
  }

  /** Calls `beforeUpdate` of the controls that changed or entered in this round, parents first. */
  #beforeUpdate(batch: readonly Node[], firstEntered: number): void {
    const due: Node[] = [];
    for (const node of batch) if (needsBeforeUpdate(node)) due.push(node);
    for (let index = firstEntered; index < this.#entered.length; index++) {
      const node = this.#entered[index] as Node;
      if (needsBeforeUpdate(node)) due.push(node);
    }
    for (const node of due.length > 1 ? parentsFirst(due) : due) {
      if (node.session === undefined) continue;
      node.isBeforeUpdateDue = false;
      node.isInHook = true;
      this.#session.isInBeforeUpdate = true;
      this.#session.funnel.run("hook", "beforeUpdate", node, () => node.control.beforeUpdate());
      this.#session.isInBeforeUpdate = false;
      node.isInHook = false;
    }
  }

  #makeDocument(node: Node): void {
    if (node.session === undefined) return;
    const { dirtyQueue, hasShortLane } = this.#session;
    if (node.document === undefined) {
      node.document = makeDocument(node);
      node.dirtySinceSend = undefined;
    } else if (node.dirty !== undefined) {
      markDirtySinceSend(node, node.dirty);
      node.document = nextDocument(node, node.document, node.dirty, hasShortLane);
    }
    node.dirty = undefined;
    if (node.hasNewChildren && this.#doChildrenWait(node)) dirtyQueue.enqueue(node);
  }

  #doChildrenWait(node: Node): boolean {
    return this.#boundaries?.doChildrenWait(node) === true;
  }

  #didMount(node: Node): void {
    if (!node.isEntering) return;
    node.isEntering = false;
    if (!node.classInfo.hasDidMount) return;
    this.#session.funnel.run("hook", "didMount", node, () => node.control.didMount());
  }
}

function needsBeforeUpdate(node: Node): boolean {
  return node.isBeforeUpdateDue && node.classInfo.hasBeforeUpdate;
}

function flushLoop(batch: readonly Node[]): RunletError {
  return new RunletError(
    "flush-loop",
    `The page did not settle in ${MAX_ROUNDS} rounds: ${batch.slice(0, 3).map(pathOf).join(", ")} changed again in each. ` +
      "A beforeUpdate() or a bound stream sets another control's property, which sets the first one's again.",
  );
}
