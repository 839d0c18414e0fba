import { Flag, type Node, type UpdateQueue } from "../tree/node.ts";

/** The queue of dirty controls for the next flush. A flush costs as much as its changes, not as the tree. */
export class DirtyQueue implements UpdateQueue {
  #queue: Node[] = [];
  readonly #requestUpdate: () => void;

  /** `requestUpdate` is called at every change. It requests a flush at the end of the turn, once for all changes. */
  constructor(requestUpdate: () => void) {
    this.#requestUpdate = requestUpdate;
  }

  /** Records that a value or handler of a mounted control was set. */
  markProperty(node: Node, property: string): void {
    if (node.dirty === undefined) node.dirty = [property];
    else if (!node.dirty.includes(property)) node.dirty.push(property);
    if ((node.flags & Flag.isInHook) === 0) node.flags |= Flag.isBeforeUpdateDue;
    this.enqueue(node);
  }

  /** Records that the children of a mounted control were edited. */
  markChildren(node: Node): void {
    node.flags |= Flag.hasEditedLists;
    if ((node.flags & Flag.isInHook) === 0) node.flags |= Flag.isBeforeUpdateDue;
    this.enqueue(node);
  }

  /** Adds a control to the queue of the next flush. */
  enqueue(node: Node): void {
    if ((node.flags & Flag.isQueued) === 0) {
      node.flags |= Flag.isQueued;
      this.#queue.push(node);
    }
    // A control that is queued already may have been held back by the last flush, so a flush is requested in any case.
    this.#requestUpdate();
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0;
  }

  /** Removes and returns the controls that are mounted and not held back, in the order of their first change. */
  dequeue(isDeferred: ((node: Node) => boolean) | undefined): Node[] {
    const queue = this.#queue;
    this.#queue = [];
    const dequeued: Node[] = [];
    for (const node of queue) {
      if (node.session !== undefined && isDeferred?.(node) === true) {
        this.#queue.push(node);
        continue;
      }
      node.flags &= ~Flag.isQueued;
      if (node.session !== undefined) dequeued.push(node);
    }
    return dequeued;
  }

  /** The controls that the last `dequeue` held back. */
  get deferred(): readonly Node[] {
    return this.#queue;
  }
}
