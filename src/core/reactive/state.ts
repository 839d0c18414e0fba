import { type Draft, enableMapSet, Immer, isDraftable } from "immer";
import { BehaviorSubject, distinctUntilChanged, map, Observable, type Subscriber } from "rxjs";
import { quote, RunletError } from "../declaration/errors.ts";
import { freezeState } from "./freeze-state.ts";
import { messageOf } from "./thrown.ts";

enableMapSet();
/** Does not freeze what it returns, because `freezeState` does, and would skip what is frozen already. */
const immer = new Immer({ autoFreeze: false });

/** Number of rounds after which subscribers that set the state again count as an endless loop. */
const MAX_ROUNDS = 1000;

/**
 * A value that is an Observable of itself. A subscriber gets the present value at once, then each new one. It never
 * completes. The value may be anything. Plain objects, arrays, Maps and Sets are frozen, and `update` changes them. A
 * Date, at any depth, is frozen and replaced as a whole. So is an instance of a class that is not marked with immer's
 * `immerable`, which is not frozen: a change of its fields is not noticed.
 */
export class State<T> extends Observable<T> {
  readonly #subject: BehaviorSubject<T>;
  /** Value that was set last. While the subject emits a value, it may differ from this one. */
  #value: T;
  #isEmitting = false;

  constructor(initial: T) {
    const value = freezeState(initial);
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
    this.#value = freezeState(value);
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
   * next value, which it must do for a Date, for another instance of a class, and for a value that is no object. Throws
   * `bad-state` if it returns nothing for one of these.
   */
  update(recipe: (draft: Draft<T>) => T | void): void {
    const edit = recipe as (draft: unknown) => unknown;
    const isEditable = typeof this.#value !== "object" || this.#value === null || isDraftable(this.#value);
    const next = isEditable ? produce(this.#value, edit) : edit(this.#value);
    if (next === undefined && !isEditable) throw notEditable(this.#value);
    this.set(next as T);
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

/** Runs immer. Its error about a draft that was changed while another value was returned is worded for `update()`. */
function produce(value: unknown, edit: (draft: unknown) => unknown): unknown {
  let result: unknown;
  try {
    return immer.produce(value, (draft) => (result = edit(draft)));
  } catch (error) {
    if (result === undefined || !messageOf(error).startsWith("[Immer]")) throw error;
    // A part of the draft cannot be read any more.
    const returned = typeof result === "object" ? "an object" : quote(result);
    throw new RunletError(
      "bad-state",
      `The function given to update() of a state() changed the value in place, and returned ${returned} as well. ` +
        "Do only one of the two: write (draft) => { draft.push(item); } with braces, or return a new value and change nothing.",
    );
  }
}

function notEditable(value: unknown): RunletError {
  return new RunletError(
    "bad-state",
    `A state() that holds ${quote(value)} cannot be changed in place: nothing would notice it. Return a new value from ` +
      "update(), or use set(). Plain objects, arrays, Maps and Sets can be changed in place, and so can instances of a " +
      "class with [immerable] = true (of immer).",
  );
}

function stateLoop(): RunletError {
  return new RunletError(
    "state-loop",
    `A state() was set ${MAX_ROUNDS} times by subscribers while they received its last value. ` +
      "Two of them answer each other, or one always sets another value. Set a value only if it differs.",
  );
}
