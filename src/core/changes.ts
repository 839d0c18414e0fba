import { type Observable, Subject } from "rxjs";
import type { Node } from "./node.ts";

/** The queue of controls that the next flush looks at. Cost follows the changes, never the tree. */
export class Changes {
  #queue: Node[] = [];
  readonly #begun = new Subject<void>();

  /** The end of this turn will flush. */
  #isAnnounced = false;

  /** Emits at the first change of a turn: once for all of them. */
  readonly begun$: Observable<void> = this.#begun.asObservable();

  /** A value or handler of a mounted control was set. */
  mark(node: Node, property: string): void {
    if (node.dirty === undefined) node.dirty = [property];
    else if (!node.dirty.includes(property)) node.dirty.push(property);
    if (!node.isInHook) node.wantsHook = true;
    this.enqueue(node);
  }

  /** The children of a mounted control were edited. */
  markChildren(node: Node): void {
    node.hasNewChildren = true;
    if (!node.isInHook) node.wantsHook = true;
    this.enqueue(node);
  }

  /** Has the next flush look at a control. */
  enqueue(node: Node): void {
    if (!node.isQueued) {
      node.isQueued = true;
      this.#queue.push(node);
    }
    // One that is in the queue already may have been held back there.
    this.announce();
  }

  /** Has a flush come for what is in the queue, if none is on its way. */
  announce(): void {
    if (this.#isAnnounced || this.#queue.length === 0) return;
    this.#isAnnounced = true;
    this.#begun.next();
  }

  /** The turn is over: the next change announces a new one, whatever is held back in the queue. */
  turn(): void {
    this.#isAnnounced = false;
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0;
  }

  /** Takes the controls out that are mounted and not held back, in the order they were first changed. */
  take(isHeld: ((node: Node) => boolean) | undefined): Node[] {
    const queue = this.#queue;
    this.#queue = [];
    const taken: Node[] = [];
    for (const node of queue) {
      if (node.session !== undefined && isHeld?.(node) === true) {
        this.#queue.push(node);
        continue;
      }
      node.isQueued = false;
      if (node.session !== undefined) taken.push(node);
    }
    return taken;
  }

  /** What is held back. */
  get waiting(): readonly Node[] {
    return this.#queue;
  }
}
