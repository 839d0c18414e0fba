import { type Observable, Subject } from "rxjs";
import type { Node } from "./node.ts";

/** The queue of controls that the next flush looks at. Cost follows the changes, never the tree. */
export class Changes {
  #queue: Node[] = [];
  readonly #begun = new Subject<void>();

  /** Emits when the queue gets its first control: once for all the changes of a batch. */
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
    if (this.#queue.length === 1) this.#begun.next();
  }

  /** Takes the controls out that are mounted and not held back, in the order they were first changed. */
  take(isHeld: (node: Node) => boolean): Node[] {
    const queue = this.#queue;
    this.#queue = [];
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
