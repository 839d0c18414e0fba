import { Observable, type Subscriber } from "rxjs";

/** A queue of items for one subscriber, which keeps them until it subscribes. */
export class MessageBuffer<T> {
  #buffered: T[] = [];
  #listener: Subscriber<T> | undefined;
  #isComplete = false;

  readonly items$: Observable<T> = new Observable((listener) => {
    this.#listener = listener;
    for (const item of this.#buffered.splice(0)) listener.next(item);
    if (this.#isComplete) listener.complete();
    return () => {
      if (this.#listener === listener) this.#listener = undefined;
    };
  });

  push(item: T): void {
    if (this.#isComplete) return;
    if (this.#listener === undefined) this.#buffered.push(item);
    else this.#listener.next(item);
  }

  complete(): void {
    this.#isComplete = true;
    this.#listener?.complete();
  }
}
