/** What was taken out of a list at a place, and what was put in there. */
export interface Splice<T> {
  readonly at: number;
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** More edits than this are not kept one by one: then the two orders are compared. */
const MOST_EDITS = 64;

/**
 * What happened to a list since some moment: its edits while they are few, so that the cost follows the edit and
 * not the list; else the order that it had at that moment.
 */
export class Edits<T> {
  splices: Splice<T>[] = [];
  #before: readonly T[] | undefined = undefined;

  /** Whether all edits are known one by one. */
  get areKnown(): boolean {
    return this.#before === undefined;
  }

  get areMany(): boolean {
    return this.splices.length > MOST_EDITS;
  }

  /** From now on only the order at that moment is known. */
  keep(before: readonly T[]): void {
    this.#before = before;
    this.splices = [];
  }

  /** The order at that moment. `now` is the list as it is. */
  before(now: readonly T[]): readonly T[] {
    if (this.#before !== undefined) return this.#before;
    let items = [...now];
    for (const { at, removed, added } of this.splices.toReversed()) {
      items = items.slice(0, at).concat(removed, items.slice(at + added.length));
    }
    return items;
  }
}
