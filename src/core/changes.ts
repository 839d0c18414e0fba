import { type Observable, Subject } from "rxjs";
import type { Node } from "./node.ts";

/** The queue of controls that the next flush looks at. Cost follows the changes, never the tree. */
export class Changes {
  #queue: Node[] = [];
  readonly #begun = new Subject<void>();

  /** A flush is on its way for what is in the queue. */
  #isAnnounced = false;

  /** Emits at the first change of a batch: once for all of them. */
  readonly begun$: Observable<void> = this.#begun.asObservable();

  /** A property of a mounted control was set. */
  mark(node: Node, property: string): void {
    if (node.dirty === undefined) node.dirty = [property];
    else if (!node.dirty.includes(property)) node.dirty.push(property);
    if (!node.isInHook) node.wantsHook = true;
    this.enqueue(node);
  }

  /** Has the next flush look at a control. */
  enqueue(node: Node): void {
    if (node.isQueued) return;
    node.isQueued = true;
    this.#queue.push(node);
    this.announce();
  }

  /** Has a flush come for what is in the queue, if none is on its way. */
  announce(): void {
    if (this.#isAnnounced || this.#queue.length === 0) return;
    this.#isAnnounced = true;
    this.#begun.next();
  }

  /** The turn has come: the next change announces a new batch, whatever is held back in the queue. */
  turn(): void {
    this.#isAnnounced = false;
  }

  /** Takes the controls out that are mounted and not held back, in the order they were first changed. */
  take(isHeld: (node: Node) => boolean): Node[] {
    const queue = this.#queue;
    this.#queue = [];
    this.#isAnnounced = false;
    const taken: Node[] = [];
    for (const node of queue) {
      if (node.session !== undefined && isHeld(node)) {
        this.#queue.push(node);
        continue;
      }
      node.isQueued = false;
      if (node.session !== undefined) taken.push(node);
    }
    return taken;
  }
}
