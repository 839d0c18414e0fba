import { BehaviorSubject, isObservable, Observable, type Subscriber } from "rxjs";
import { quote, RunletError } from "../declaration/errors.ts";
import { type AnyControl, isControl, NODE, type Node, propertyPath } from "../tree/node.ts";
import { markMadeByEach } from "../tree/reconcile.ts";
import { type Binding, currentBinding } from "./bindings.ts";

/** The stream and the control of one item. */
interface Row<T, C> {
  readonly item$: BehaviorSubject<T>;
  readonly control: C;
}

type Rows<T, C> = Map<string | number, Row<T, C>>;

/**
 * Makes one control for each item of a list, identified by `key`: `new Column({ controls: each(todos, todo => todo.id,
 * todo$ => new Text({ value: todo$.pipe(map(todo => todo.label)) })) })`. `make` is called once per key. Its `item$`
 * emits the item at once and each time the item is another one (by `Object.is`). It completes when the key is gone. A
 * control that `make` gives no `key` gets the item's key. If two items have the same key, the first is shown and a
 * `duplicate-key` error is reported. If `make` throws, the item is left out and the error is reported. Controls are
 * kept while their parent is unmounted. An emission costs one pass over the list. Flet has no such function.
 */
export function each<T, C extends AnyControl>(
  items$: Observable<readonly T[]>,
  key: (item: T) => string | number,
  make: (item$: Observable<T>, key: string | number) => C,
): Observable<C[]> {
  if (!isObservable(items$)) {
    throw new RunletError(
      "wrong-type",
      `each() takes an Observable of a list, such as state([…]), not ${quote(items$)}. For a list that never changes, use map().`,
    );
  }
  // Rows by parent, so that the next mount of the parent finds them, and no other session does. They are freed together
  // with the parent.
  const rowsByParent = new WeakMap<Node, Rows<T, C>>();
  return new Observable<C[]>((subscriber) => {
    const binding = currentBinding();
    const list = new KeyedRows(binding, subscriber, key, make);
    if (binding !== undefined) {
      list.rows = rowsByParent.get(binding.node) ?? list.rows;
      // Rows in use are not shared: a second subscription of the same stream makes its own controls.
      rowsByParent.delete(binding.node);
      subscriber.add(() => rowsByParent.set(binding.node, list.rows));
    }
    return items$.subscribe({
      next: (items) => list.next(items),
      error: (error: unknown) => subscriber.error(error),
      complete: () => subscriber.complete(),
    });
  });
}

/** The rows of one subscription. */
class KeyedRows<T, C extends AnyControl> {
  rows: Rows<T, C> = new Map();
  readonly #binding: Binding | undefined;
  readonly #subscriber: Subscriber<C[]>;
  readonly #key: (item: T) => string | number;
  readonly #make: (item$: Observable<T>, key: string | number) => C;
  #emitted: readonly C[] | undefined;
  /** Keys that were duplicates in the last emission, so that each is reported once. */
  #reportedKeys: ReadonlySet<string | number> = new Set();
  #isUpdating = false;
  /** The newest list that arrived while the rows were still being updated, if any. */
  #queued: (readonly T[])[] = [];

  constructor(
    binding: Binding | undefined,
    subscriber: Subscriber<C[]>,
    key: (item: T) => string | number,
    make: (item$: Observable<T>, key: string | number) => C,
  ) {
    this.#binding = binding;
    this.#subscriber = subscriber;
    this.#key = key;
    this.#make = make;
  }

  next(items: readonly T[]): void {
    this.#queued = [items];
    if (this.#isUpdating) return;
    this.#isUpdating = true;
    try {
      for (let next = this.#queued.pop(); next !== undefined; next = this.#queued.pop()) this.#update(next);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isUpdating = false;
    }
  }

  #update(items: readonly T[]): void {
    const before = this.rows;
    const rows: Rows<T, C> = new Map();
    const controls: C[] = [];
    let duplicates: Set<string | number> | undefined;
    for (const item of items) {
      const key = this.#key(item);
      if (rows.has(key)) {
        duplicates ??= new Set();
        duplicates.add(key);
        continue;
      }
      const row = before.get(key);
      if (row !== undefined && !Object.is(row.item$.value, item)) row.item$.next(item);
      const current = row ?? this.#createRow(item, key);
      if (current === undefined) continue;
      rows.set(key, current);
      controls.push(current.control);
    }
    this.rows = rows;
    const isSame = this.#emitted?.length === controls.length && controls.every((row, i) => row === this.#emitted?.[i]);
    this.#emitted = controls;
    // A copy, so that edits by the receiver do not affect the next comparison.
    if (!isSame) this.#subscriber.next([...controls]);
    for (const [key, { item$ }] of before) if (!rows.has(key)) item$.complete();
    for (const key of duplicates ?? []) if (!this.#reportedKeys.has(key)) this.#fail(duplicateKey(this.#binding, key));
    this.#reportedKeys = duplicates ?? new Set();
  }

  #createRow(item: T, key: string | number): Row<T, C> | undefined {
    const item$ = new BehaviorSubject(item);
    try {
      const control = this.#make(item$.asObservable(), key);
      if (!isControl(control)) throw noControl(this.#binding, key, control);
      control.key ??= key;
      markMadeByEach(control[NODE]);
      return { item$, control };
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  /** Reports an error and continues, if a control's binding is the subscriber. Otherwise, the error ends the stream. */
  #fail(error: unknown): void {
    if (this.#binding === undefined) this.#subscriber.error(error);
    else this.#binding.report(error);
  }
}

function noControl(binding: Binding | undefined, key: string | number, made: unknown): RunletError {
  const where = binding === undefined ? "" : `${propertyPath(binding.node, binding.name)}: `;
  return new RunletError(
    "not-a-control",
    `${where}the function given to each() must return a control, and it returned ${quote(made)} for the key ${quote(key)}. ` +
      "To show nothing for an item, filter the list.",
  );
}

function duplicateKey(binding: Binding | undefined, key: string | number): RunletError {
  const where = binding === undefined ? "" : `${propertyPath(binding.node, binding.name)}: `;
  return new RunletError(
    "duplicate-key",
    `${where}each() was given two items with the key ${quote(key)}. The first is shown, the other left out. ` +
      "Give each item a key of its own, such as an id.",
  );
}
