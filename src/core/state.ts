import { type Draft, freeze, produce } from "immer";
import { BehaviorSubject, distinctUntilChanged, map, Observable, type Subscriber } from "rxjs";
import { RunletError } from "./errors.ts";

/** More values than this, each set by who heard of the one before, are two that answer each other for ever. */
const MOST_ANSWERS = 1000;

/**
 * A value that is an Observable of itself: emits the present value to who subscribes, then each new one. Never ends.
 * Objects and arrays in it are frozen, as those of properties are: change them by `update`.
 */
export class State<T> extends Observable<T> {
  readonly #subject: BehaviorSubject<T>;
  /** What was set last: ahead of the subject while that is still telling of the one before. */
  #value: T;
  #isTelling = false;

  constructor(initial: T) {
    const value = freeze(initial, true);
    const subject = new BehaviorSubject(value);
    super((subscriber: Subscriber<T>) => subject.subscribe(subscriber));
    this.#subject = subject;
    this.#value = value;
  }

  /** The present value. Not to be changed in place: that throws a TypeError. */
  get value(): T {
    return this.#value;
  }

  /**
   * Sets the value. The same value again (`Object.is`) is no news. Set by a subscriber who is just being told a value,
   * it reaches everybody after that one, so that all end with the same.
   */
  set(value: T): void {
    this.#value = freeze(value, true);
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      for (let round = 1; !Object.is(this.#value, this.#subject.value); round++) {
        if (round > MOST_ANSWERS) throw stateLoop();
        this.#subject.next(this.#value);
      }
    } finally {
      this.#isTelling = false;
    }
  }

  /** Edits the value in place (immer): `todos.update(draft => { draft.push(todo) })`. Or returns the next one. */
  update(recipe: (draft: Draft<T>) => T | void): void {
    this.set(produce(this.#value, recipe as (draft: unknown) => unknown) as T);
  }

  /** A part of the value, each time that part changes (`Object.is`). */
  select<R>(part: (value: T) => R): Observable<R> {
    return this.pipe(map(part), distinctUntilChanged());
  }
}

/**
 * A value of the app's that properties can follow: `new Text({ value: name })`. A property that the person can change,
 * such as the value of a field, is two-way: what is entered is set here, too.
 */
export function state<T>(initial: T): State<T> {
  return new State(initial);
}

function stateLoop(): RunletError {
  return new RunletError(
    "state-loop",
    `A state() was set ${MOST_ANSWERS} times by subscribers that were being told of its last value. ` +
      "Two of them answer each other, or one always sets another value. Set a value only if it differs.",
  );
}
