/** One edit of a list: the items removed and the items added at an index. */
export interface Splice<T> {
  readonly at: number;
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Maximum number of edits that are kept one by one. Beyond that, the old and the new order are compared. */
const MAX_EDITS = 64;

/**
 * The edits of a list since a certain moment. A few edits are kept one by one, so that the cost depends on the edits
 * and not on the length of the list. Beyond that, only the order at that moment is kept.
 */
export class Edits<T> {
  splices: Splice<T>[] = [];
  #before: readonly T[] | undefined = undefined;

  /** Whether all edits are known one by one. */
  get areKnown(): boolean {
    return this.#before === undefined;
  }

  get areMany(): boolean {
    return this.splices.length > MAX_EDITS;
  }

  /** Replaces the single edits by the order at that moment. */
  keepOrderOnly(before: readonly T[]): void {
    this.#before = before;
    this.splices = [];
  }

  /** Returns the order at that moment. `now` is the current list. */
  before(now: readonly T[]): readonly T[] {
    if (this.#before !== undefined) return this.#before;
    let items = [...now];
    for (const { at, removed, added } of this.splices.toReversed()) {
      items = items.slice(0, at).concat(removed, items.slice(at + added.length));
    }
    return items;
  }
}
