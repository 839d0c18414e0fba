import { settle } from "./attach.ts";
import { makeDocument, nextDocument, noteUnsent } from "./document.ts";
import { RunletError } from "./errors.ts";
import { Boundaries } from "./isolation.ts";
import { type Node, parentsFirst, pathOf } from "./node.ts";
import type { Session } from "./session.ts";

/** Most rounds of one flush. A flush that needs more has two hooks that change each other's control endlessly. */
const MOST_ROUNDS = 100;

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

  constructor(session: Session, asked: Node | undefined) {
    this.#session = session;
    if (session.boundaries > 0) this.#boundaries = new Boundaries(session, asked);
  }

  run(): void {
    const { changes, funnel, outbox } = this.#session;
    const boundaries = this.#boundaries;
    const isHeld = boundaries && ((node: Node) => boundaries.isHeld(node));
    for (let round = 1; !changes.isEmpty; round++) {
      const batch = changes.take(isHeld);
      if (batch.length === 0) break;
      this.#changed = round === 1 ? batch : this.#changed.concat(batch);
      const first = this.#entered.length;
      this.#settle(batch);
      if (round > MOST_ROUNDS) {
        funnel.report(flushLoop(batch), "tree", "flush", batch[0] as Node);
        break;
      }
      this.#beforeUpdate(batch, first);
    }
    const misplaced = this.#session.room.run(this.#changed, this.#entered);
    if (misplaced.length > 0) this.#changed = this.#changed.concat(misplaced);
    for (const node of this.#changed) {
      this.#makeDocument(node);
      if (node.given !== undefined) outbox.changed(node);
    }
    for (const node of this.#entered) if (node.document === undefined) this.#makeDocument(node);
    this.#session.send();
    for (const node of this.#entered) this.#didMount(node);
  }

  #settle(batch: readonly Node[]): void {
    if (!batch.some((node) => node.hasNewChildren)) return;
    const { changes } = this.#session;
    const waits = (node: Node) => this.#doChildrenWait(node);
    const edited = batch.filter((node) => node.hasNewChildren && !waits(node));
    const held = this.#boundaries === undefined ? [] : [...changes.waiting, ...batch.filter(waits)];
    settle(this.#session, edited, held, this.#entered);
  }

  /** Calls `beforeUpdate` of the controls that changed or entered in this round, parents first. */
  #beforeUpdate(batch: readonly Node[], firstEntered: number): void {
    const due: Node[] = [];
    for (const node of batch) if (wantsHook(node)) due.push(node);
    for (let index = firstEntered; index < this.#entered.length; index++) {
      const node = this.#entered[index] as Node;
      if (wantsHook(node)) due.push(node);
    }
    for (const node of due.length > 1 ? parentsFirst(due) : due) {
      if (node.session === undefined) continue;
      node.wantsHook = false;
      node.isInHook = true;
      this.#session.isInBeforeUpdate = true;
      this.#session.funnel.run("hook", "beforeUpdate", node, () => node.control.beforeUpdate());
      this.#session.isInBeforeUpdate = false;
      node.isInHook = false;
    }
  }

  #makeDocument(node: Node): void {
    if (node.session === undefined) return;
    const { changes, hasShortLane } = this.#session;
    if (node.document === undefined) {
      node.document = makeDocument(node);
      node.unsent = undefined;
    } else if (node.dirty !== undefined) {
      noteUnsent(node, node.dirty);
      node.document = nextDocument(node, node.document, node.dirty, hasShortLane);
    }
    node.dirty = undefined;
    if (node.hasNewChildren && this.#doChildrenWait(node)) changes.enqueue(node);
  }

  #doChildrenWait(node: Node): boolean {
    return this.#boundaries?.doChildrenWait(node) === true;
  }

  #didMount(node: Node): void {
    if (!node.isEntering) return;
    node.isEntering = false;
    if (!node.kind.hasDidMount) return;
    this.#session.funnel.run("hook", "didMount", node, () => node.control.didMount());
  }
}

function wantsHook(node: Node): boolean {
  return node.wantsHook && node.kind.hasBeforeUpdate;
}

function flushLoop(batch: readonly Node[]): RunletError {
  return new RunletError(
    "flush-loop",
    `The page did not settle in ${MOST_ROUNDS} rounds: ${batch.slice(0, 3).map(pathOf).join(", ")} changed again in each. ` +
      "A beforeUpdate() or a bound stream sets another control's property, which sets the first one's again.",
  );
}
