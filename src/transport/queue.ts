import { Observable, type Subscriber } from "rxjs";

/** A queue of items for one subscriber, which keeps them until it subscribes. */
export class Queue<T> {
  #waiting: T[] = [];
  #listener: Subscriber<T> | undefined;
  #isOver = false;

  readonly items$: Observable<T> = new Observable((listener) => {
    this.#listener = listener;
    for (const item of this.#waiting.splice(0)) listener.next(item);
    if (this.#isOver) listener.complete();
    return () => {
      if (this.#listener === listener) this.#listener = undefined;
    };
  });

  push(item: T): void {
    if (this.#isOver) return;
    if (this.#listener === undefined) this.#waiting.push(item);
    else this.#listener.next(item);
  }

  end(): void {
    this.#isOver = true;
    this.#listener?.complete();
  }
}
