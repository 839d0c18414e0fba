import { type Draft, produce } from "immer";
import { BehaviorSubject, distinctUntilChanged, map, Observable, type Subscriber } from "rxjs";

/** A value that is an Observable of itself: emits the present value to who subscribes, then each new one. */
export class State<T> extends Observable<T> {
  readonly #subject: BehaviorSubject<T>;

  constructor(initial: T) {
    const subject = new BehaviorSubject(initial);
    super((subscriber: Subscriber<T>) => subject.subscribe(subscriber));
    this.#subject = subject;
  }

  get value(): T {
    return this.#subject.value;
  }

  /** Sets the value. The same value again is no news. */
  set(value: T): void {
    if (!Object.is(value, this.#subject.value)) this.#subject.next(value);
  }

  /** Edits the value in place (immer): `todos.update(draft => { draft.push(todo) })`. */
  update(recipe: (draft: Draft<T>) => T | void): void {
    this.set(produce(this.#subject.value, recipe as (draft: unknown) => unknown) as T);
  }

  /** A part of the value, each time that part changes. */
  select<R>(part: (value: T) => R): Observable<R> {
    return this.pipe(map(part), distinctUntilChanged());
  }
}

/** A value of the app's that properties can follow: `new Text({ value: name })`. */
export function state<T>(initial: T): State<T> {
  return new State(initial);
}
