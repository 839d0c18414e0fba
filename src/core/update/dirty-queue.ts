import { type Observable, Subject } from "rxjs";
import type { Node } from "../tree/node.ts";

/** The queue of dirty controls for the next flush. A flush costs as much as its changes, not as the tree. */
export class DirtyQueue {
  #queue: Node[] = [];
  readonly #flushRequested = new Subject<void>();

  /** Whether a flush is requested for the end of this turn. */
  #isFlushRequested = false;

  /** Emits at the first change of a turn, once for all changes of the turn. */
  readonly flushRequested$: Observable<void> = this.#flushRequested.asObservable();

  /** Records that a value or handler of a mounted control was set. */
  markProperty(node: Node, property: string): void {
    if (node.dirty === undefined) node.dirty = [property];
    else if (!node.dirty.includes(property)) node.dirty.push(property);
    if (!node.isInHook) node.isBeforeUpdateDue = true;
    this.enqueue(node);
  }

  /** Records that the children of a mounted control were edited. */
  markChildren(node: Node): void {
    node.hasNewChildren = true;
    if (!node.isInHook) node.isBeforeUpdateDue = true;
    this.enqueue(node);
  }

  /** Adds a control to the queue of the next flush. */
  enqueue(node: Node): void {
    if (!node.isQueued) {
      node.isQueued = true;
      this.#queue.push(node);
    }
    // A control that is queued already may have been held back by the last flush, so a flush is requested in any case.
    this.requestFlush();
  }

  /** Requests a flush if the queue is not empty and no flush is requested yet. */
  requestFlush(): void {
    if (this.#isFlushRequested || this.#queue.length === 0) return;
    this.#isFlushRequested = true;
    this.#flushRequested.next();
  }

  /** Ends the turn. The next change requests a flush again, even if held-back controls are still queued. */
  endTurn(): void {
    this.#isFlushRequested = false;
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
      node.isQueued = false;
      if (node.session !== undefined) dequeued.push(node);
    }
    return dequeued;
  }

  /** The controls that the last `dequeue` held back. */
  get deferred(): readonly Node[] {
    return this.#queue;
  }
}
