import { RunletError } from "../declaration/errors.ts";
import { Boundaries } from "../tree/isolation.ts";
import type { MountedTree } from "../tree/mounted-tree.ts";
import { type ErrorFunnel, Flag, type Node, parentsFirst, pathOf } from "../tree/node.ts";
import type { ClientState } from "./client-state.ts";
import {
  type DocumentBytes,
  ERROR,
  makeDocument,
  markDirtySinceSend,
  nextDocument,
  replaceDocument,
} from "./document.ts";
import { resetUnsendable } from "./unsendable.ts";

/**
 * Maximum number of rounds of one flush. A flush that needs more has two hooks that change each other's control
 * endlessly.
 */
const MAX_ROUNDS = 100;

/** A check of the whole tree that is part of each flush, such as a check of the layout. */
export interface TreeCheck {
  /** Name of the place of its errors, which a box shows where they happened. */
  readonly name: string;
  /** Whether the next flush must check, because a control was moved or has an error. */
  readonly isDue: boolean;
  /** Returns whether a property of a control may change the result for it and for everything inside it. */
  dependsOn(node: Node, property: string): boolean;
  /** Records that a control was moved, so that everything inside it is checked again. */
  markMoved(node: Node): void;
  /** Checks the controls that changed or entered. Returns those whose error appeared or disappeared. */
  check(changed: readonly Node[], entered: readonly Node[]): readonly Node[];
}

/** The parts of a session that take part in a flush. */
export interface FlushHost extends DocumentBytes {
  /** Whether no control is dirty. */
  readonly isClean: boolean;
  /** The controls that the last `dequeue` held back. */
  readonly deferred: readonly Node[];
  /** Removes and returns the dirty controls that are mounted and not held back, in the order of their first change. */
  dequeue(isDeferred: ((node: Node) => boolean) | undefined): Node[];
  /** Adds a control whose edits are held back to the dirty ones, without a request for another flush. */
  holdBack(node: Node): void;
  /** Whether changes join the running flush, so that they request no other one. */
  isCollecting: boolean;
  readonly funnel: ErrorFunnel;
  readonly tree: MountedTree;
  readonly clientState: ClientState;
  readonly root: { readonly treeCheck?: TreeCheck };
  readonly hasShortLane: boolean;
  /** Whether a `beforeUpdate()` is running, in which `update()` is an error. */
  isInBeforeUpdate: boolean;
  /** Sends the documents, if the client can receive. */
  sendDocuments(): void;
}

/**
 * One flush. Until nothing is dirty, it commits the children, unmounts controls that left, mounts controls that
 * entered, and calls `beforeUpdate`. Then it checks the tree, makes documents, sends, and calls `didMount`.
 * Changes behind an isolated control wait, unless `update()` was called on that control or inside it.
 */
export class Flush {
  readonly #host: FlushHost;
  /** Undefined while no control on the page can be isolated, to skip the search for isolated ancestors. */
  readonly #boundaries: Boundaries | undefined;
  #changed: Node[] = [];
  readonly #entered: Node[] = [];

  constructor(host: FlushHost, updated: Node | undefined) {
    this.#host = host;
    if (host.tree.boundaryCount > 0) this.#boundaries = new Boundaries(host.funnel, updated);
  }

  execute(): void {
    const host = this.#host;
    const boundaries = this.#boundaries;
    const isDeferred = boundaries && ((node: Node) => boundaries.isDeferred(node));
    host.isCollecting = true;
    for (let round = 1; !host.isClean; round++) {
      const batch = host.dequeue(isDeferred);
      if (batch.length === 0) break;
      this.#changed = round === 1 ? batch : this.#changed.concat(batch);
      const first = this.#entered.length;
      this.#commitChildren(batch);
      if (round > MAX_ROUNDS) {
        host.isCollecting = false;
        host.funnel.report(flushLoop(batch), "tree", "flush", batch[0] as Node);
        break;
      }
      this.#beforeUpdate(batch, first);
    }
    host.isCollecting = false;
    if (this.#isCheckDue()) this.#checkTree();
    for (const node of this.#changed) {
      this.#makeDocument(node);
      if (node.sent !== undefined) host.clientState.markChanged(node);
    }
    const mounted = this.#makeFirstDocuments();
    this.#host.sendDocuments();
    for (const node of mounted) this.#didMount(node);
  }

  /** Makes the documents of the controls that entered. Returns those whose `didMount` is to be called. */
  #makeFirstDocuments(): Node[] {
    const mounted: Node[] = [];
    for (const node of this.#entered) {
      if (node.document === undefined) this.#makeDocument(node);
      if (node.classInfo.hasDidMount) mounted.push(node);
      else node.flags &= ~Flag.isEntering;
    }
    return mounted;
  }

  #commitChildren(batch: readonly Node[]): void {
    if (!batch.some(hasEditedLists)) return;
    const { deferred: held, tree } = this.#host;
    const waits = (node: Node) => this.#doChildrenWait(node);
    const edited = batch.filter((node) => hasEditedLists(node) && !waits(node));
    const deferred = this.#boundaries === undefined ? [] : [...held, ...batch.filter(waits)];
    tree.commit(edited, deferred, this.#entered);
  }

  #isCheckDue(): boolean {
    const { treeCheck } = this.#host.root;
    if (treeCheck === undefined) return false;
    if (this.#entered.length > 0 || treeCheck.isDue) return true;
    return this.#changed.some((node) => node.dirty?.some((name) => treeCheck.dependsOn(node, name)) === true);
  }

  #checkTree(): void {
    const found = this.#host.root.treeCheck?.check(this.#changed, this.#entered) ?? [];
    for (const node of found) (node.dirty ??= []).push(ERROR);
    if (found.length > 0) this.#changed = this.#changed.concat(found);
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
      node.flags = (node.flags & ~Flag.isBeforeUpdateDue) | Flag.isInBeforeUpdate;
      this.#host.isInBeforeUpdate = true;
      this.#host.funnel.run("hook", "beforeUpdate", node, () => node.control.beforeUpdate());
      this.#host.isInBeforeUpdate = false;
      node.flags &= ~Flag.isInBeforeUpdate;
    }
  }

  #makeDocument(node: Node): void {
    if (node.session === undefined) return;
    try {
      this.#encodeChanges(node);
    } catch (error) {
      // The type of a property may be the app's own. Its error must not keep other controls from their documents.
      if (!resetUnsendable(node, this.#host.funnel, this.#host)) throw error;
      replaceDocument(node, makeDocument(node), this.#host);
      node.dirtySinceSend = undefined;
    }
    node.dirty = undefined;
    if (hasEditedLists(node) && this.#doChildrenWait(node)) this.#host.holdBack(node);
  }

  #encodeChanges(node: Node): void {
    if (node.document === undefined) {
      replaceDocument(node, makeDocument(node), this.#host);
      node.dirtySinceSend = undefined;
    } else if (node.dirty !== undefined) {
      markDirtySinceSend(node, node.dirty);
      const document = nextDocument(node, node.document, node.dirty, this.#host.hasShortLane);
      replaceDocument(node, document, this.#host, node.dirty);
    }
  }

  #doChildrenWait(node: Node): boolean {
    return this.#boundaries?.doChildrenWait(node) === true;
  }

  #didMount(node: Node): void {
    if ((node.flags & Flag.isEntering) === 0) return;
    node.flags &= ~Flag.isEntering;
    this.#host.funnel.run("hook", "didMount", node, () => node.control.didMount());
  }
}

function hasEditedLists({ flags }: Node): boolean {
  return (flags & Flag.hasEditedLists) !== 0;
}

function needsBeforeUpdate({ classInfo, flags }: Node): boolean {
  return classInfo.hasBeforeUpdate && (flags & Flag.isBeforeUpdateDue) !== 0;
}

function flushLoop(batch: readonly Node[]): RunletError {
  return new RunletError(
    "flush-loop",
    `The page did not settle in ${MAX_ROUNDS} rounds: ${batch.slice(0, 3).map(pathOf).join(", ")} changed again in each. ` +
      "A beforeUpdate() or a bound stream sets another control's property, which sets the first one's again.",
  );
}
