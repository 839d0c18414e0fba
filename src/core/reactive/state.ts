import { type Draft, freeze, produce } from "immer";
import { BehaviorSubject, distinctUntilChanged, map, Observable, type Subscriber } from "rxjs";
import { RunletError } from "../declaration/errors.ts";

/** Number of rounds after which subscribers that set the state again count as an endless loop. */
const MAX_ROUNDS = 1000;

/**
 * A value that is an Observable of itself. A subscriber gets the present value at once, then each new one. It never
 * completes. Objects and arrays in it are frozen, as in properties: change them by `update`.
 */
export class State<T> extends Observable<T> {
  readonly #subject: BehaviorSubject<T>;
  /** Value that was set last. While the subject emits a value, it may differ from this one. */
  #value: T;
  #isEmitting = false;

  constructor(initial: T) {
    const value = freeze(initial, true);
    const subject = new BehaviorSubject(value);
    super((subscriber: Subscriber<T>) => subject.subscribe(subscriber));
    this.#subject = subject;
    this.#value = value;
  }

  /** Present value. It is frozen: changing it in place throws a TypeError. */
  get value(): T {
    return this.#value;
  }

  /**
   * Sets the value. The same value again (`Object.is`) is not emitted. If a subscriber sets a value while one is
   * emitted, the new one is emitted afterward to all subscribers, so that they all end with the same value.
   */
  set(value: T): void {
    this.#value = freeze(value, true);
    if (this.#isEmitting) return;
    this.#isEmitting = true;
    try {
      for (let round = 1; !Object.is(this.#value, this.#subject.value); round++) {
        if (round > MAX_ROUNDS) throw stateLoop();
        this.#subject.next(this.#value);
      }
    } finally {
      this.#isEmitting = false;
    }
  }

  /**
   * Edits the value in place (immer): `todos.update(draft => { draft.push(todo) })`. The function may also return the
   * next value.
   */
  update(recipe: (draft: Draft<T>) => T | void): void {
    this.set(produce(this.#value, recipe as (draft: unknown) => unknown) as T);
  }

  /** Returns a stream of one part of the value, which emits when that part changes (`Object.is`). */
  select<R>(part: (value: T) => R): Observable<R> {
    return this.pipe(map(part), distinctUntilChanged());
  }
}

/**
 * Creates a value that properties can follow: `new Text({ value: name })`. For a property that the person can change,
 * such as the value of a field, the binding is two-way: input sets the state too.
 */
export function state<T>(initial: T): State<T> {
  return new State(initial);
}

function stateLoop(): RunletError {
  return new RunletError(
    "state-loop",
    `A state() was set ${MAX_ROUNDS} times by subscribers while they received its last value. ` +
      "Two of them answer each other, or one always sets another value. Set a value only if it differs.",
  );
}
