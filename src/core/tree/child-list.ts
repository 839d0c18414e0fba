import { quote, RunletError } from "../declaration/errors.ts";
import { describeProblem, mustBe, type Problem, problemWith } from "../declaration/problem.ts";
import type { ListSlot, Slot } from "../declaration/spec.ts";
import { Edits } from "./edits.ts";
import { type AnyControl, Flag, isControl, NO_LISTS, NODE, type Node, pathOf, propertyPath } from "./node.ts";
import { type ArrayOwner, trackedArray } from "./tracked-array.ts";

/** Longest array that is searched from its start, which costs less than keeping a table. */
const MAX_SCANNED = 32;

/**
 * The children in one slot of a control, in three versions: the app's, the last flush's and the client's. Only the
 * app's array is stored. The other two are derived from it by undoing the logged edits (`pending`, then `unsentEdits`).
 */
export class ChildList implements ArrayOwner<AnyControl> {
  readonly owner: Node;
  readonly slot: string;
  readonly entry: Slot<unknown> | ListSlot;
  /** The app's current children. */
  items: AnyControl[] = [];
  /** Edits since the last flush. */
  pending: Edits<AnyControl> | undefined = undefined;
  /** Edits since the slot was last sent, with ids in place of controls. */
  #unsentEdits: Edits<number> | undefined = undefined;
  /** Proxy of `items` that the app gets. Made at the first read. */
  #view: AnyControl[] | undefined = undefined;

  /** How often each child is in `items`. Made when first needed, for long lists only. */
  #occurrences: Map<AnyControl, number> | undefined = undefined;

  constructor(owner: Node, slot: string, entry: Slot<unknown> | ListSlot) {
    this.owner = owner;
    this.slot = slot;
    this.entry = entry;
  }

  /** Whether edits are logged: from the mount of the owner until it has left the page and the client. */
  get #isTracked(): boolean {
    const { flags, sent, session } = this.owner;
    return session !== undefined || sent !== undefined || (flags & Flag.isEntering) !== 0;
  }

  /** Whether the slot holds at most one child, which is sent as one id and not as an array. */
  get isSingle(): boolean {
    return this.entry.kind === "slot";
  }

  // ---- the app's version --------------------------------------------------------------------------

  /** The children as an array for the app. Every edit of the array is tracked. */
  get view(): AnyControl[] {
    this.#view ??= trackedArray(this.items, this);
    return this.#view;
  }

  check(item: unknown): void {
    const problem = checkItem(this.entry, item);
    if (problem === undefined) return;
    const what = describeProblem(`An item of ${propertyPath(this.owner, this.slot)}`, problem);
    throw new RunletError("not-a-control", `${what}.`);
  }

  checkContained(item: unknown): void {
    if (isControl(item) && this.has(item)) return;
    const given = isControl(item) ? pathOf(item[NODE]) : quote(item);
    if (!isControl(item)) {
      const hint = Array.isArray(item) ? "remove(...rows)" : "remove(row), or splice(index, 1)";
      throw new RunletError(
        "not-found",
        `${given} is not in ${propertyPath(this.owner, this.slot)}: remove() takes the controls themselves, as in ${hint}.`,
      );
    }
    throw new RunletError(
      "not-found",
      `${given} is not in ${propertyPath(this.owner, this.slot)}, so it cannot be removed from there. Remove it from its own parent.`,
    );
  }

  /** Returns whether a child is in the app's array. The cost does not depend on the length of the array. */
  has(child: AnyControl): boolean {
    if (this.items.length <= MAX_SCANNED) return this.items.includes(child);
    if (this.#occurrences === undefined) {
      this.#occurrences = new Map();
      this.#count(this.items, 1);
    }
    return this.#occurrences.has(child);
  }

  #count(children: readonly AnyControl[], change: 1 | -1): void {
    const occurrences = this.#occurrences;
    if (occurrences === undefined) return;
    for (const child of children) {
      const count = (occurrences.get(child) ?? 0) + change;
      if (count > 0) occurrences.set(child, count);
      else occurrences.delete(child);
    }
  }

  splice(at: number, count: number, added: readonly AnyControl[]): AnyControl[] {
    const removed = this.items.splice(at, count, ...added);
    if (removed.length === 0 && added.length === 0) return removed;
    if (this.#occurrences !== undefined) {
      this.#count(removed, -1);
      this.#count(added, 1);
    }
    if (this.#isTracked) {
      this.pending ??= new Edits();
      if (this.pending.areKnown) this.pending.splices.push({ at, removed, added });
      if (this.pending.areMany) this.#keepOrderOnly();
    }
    markChildren(this.owner, this.slot);
    return removed;
  }

  rearrange<T>(edit: () => T): T {
    if (this.#isTracked) this.#keepOrderOnly();
    this.#occurrences = undefined;
    try {
      return edit();
    } finally {
      markChildren(this.owner, this.slot);
    }
  }

  /** Replaces all children. An array that the app got from an earlier read is no longer connected to the slot. */
  replace(items: AnyControl[]): void {
    if (this.#isTracked) this.#keepOrderOnly();
    this.items = items;
    this.#view = undefined;
    this.#occurrences = undefined;
    markChildren(this.owner, this.slot);
  }

  /** Removes an item that is not allowed in this list. If the list has it twice, the last one is removed. */
  removeRejected(item: AnyControl): void {
    if (this.#isTracked) this.#keepOrderOnly();
    this.discard(this.items.lastIndexOf(item));
  }

  /** Removes the item at an index, which may be a hole, while the edits of the array are committed. */
  discard(index: number): void {
    this.#count(this.items.splice(index, 1), -1);
  }

  #keepOrderOnly(): void {
    this.pending ??= new Edits();
    this.pending.keepOrderOnly([...this.pending.before(this.items)]);
  }

  // ---- the last flush's version -------------------------------------------------------------------

  /** Returns the children as of the last flush. */
  committed(): readonly AnyControl[] {
    return this.pending === undefined ? this.items : this.pending.before(this.items);
  }

  /**
   * Removes children from the flushed version, because another control took them. The app's other edits of this list
   * still wait.
   */
  removeStolen(children: ReadonlySet<AnyControl>): void {
    this.#keepSentOrder();
    this.#setCommitted(this.committed().filter((item) => !children.has(item)));
  }

  /**
   * Adds a child to the flushed version. The app's other edits of this list still wait. The child is placed after the
   * last item that precedes it in the app's array.
   */
  adopt(child: AnyControl): void {
    const committed = this.isSingle ? [] : [...this.committed()];
    this.#keepSentOrder();
    const before = new Set(this.items.slice(0, this.items.indexOf(child)));
    committed.splice(committed.findLastIndex((item) => before.has(item)) + 1, 0, child);
    this.#setCommitted(committed);
  }

  #setCommitted(committed: readonly AnyControl[]): void {
    this.pending ??= new Edits();
    this.pending.keepOrderOnly(committed);
  }

  /** Ends a flush: the pending edits become part of the flushed version and are logged for the client. */
  commit(): void {
    const { pending } = this;
    if (pending === undefined) return;
    if (this.owner.sent !== undefined) this.#logUnsentEdits(pending);
    this.pending = undefined;
  }

  #logUnsentEdits(pending: Edits<AnyControl>): void {
    if (!pending.areKnown || !pending.splices.every(({ added }) => added.every((item) => this.#isParentOf(item)))) {
      this.#keepSentOrder();
      return;
    }
    this.#unsentEdits ??= new Edits();
    if (!this.#unsentEdits.areKnown) return;
    for (const { at, removed, added } of pending.splices) {
      this.#unsentEdits.splices.push({ at, removed: idsOf(removed), added: idsOf(added) });
    }
    if (this.#unsentEdits.areMany) this.#unsentEdits.keepOrderOnly(this.#unsentEdits.before(idsOf(this.items)));
  }

  /**
   * Returns whether the item is a child in this list. An item that was added and removed between two flushes may have
   * no id to send.
   */
  #isParentOf(item: AnyControl): boolean {
    return item[NODE].parentList === this;
  }

  /**
   * Stops logging single edits for the client. The next send compares the ids that were sent last with the current ids.
   */
  #keepSentOrder(): void {
    if (this.owner.sent === undefined) return;
    this.#unsentEdits ??= new Edits();
    if (this.#unsentEdits.areKnown) this.#unsentEdits.keepOrderOnly(this.#unsentEdits.before(idsOf(this.committed())));
  }

  // ---- the client's version -----------------------------------------------------------------------

  /** Edits that were not sent to the client yet, with ids in place of controls. */
  get unsentEdits(): Edits<number> | undefined {
    return this.#unsentEdits;
  }

  /** Number of children that the client has in the slot. */
  get sentLength(): number {
    const { length } = this.committed();
    if (this.#unsentEdits === undefined) return length;
    if (!this.#unsentEdits.areKnown) return this.#unsentEdits.before([]).length;
    return this.#unsentEdits.splices.reduce((sum, { removed, added }) => sum + removed.length - added.length, length);
  }

  /** Returns the ids of the children as of the last flush. */
  ids(): number[] {
    return idsOf(this.committed());
  }

  /** Records that the client has the children as of the last flush. */
  markSent(): void {
    this.#unsentEdits = undefined;
  }

  /**
   * Starts tracking the list of a page. Children that it has already count as pending edits, so the first flush mounts
   * them.
   */
  startTracking(): void {
    this.#setCommitted([]);
  }

  /**
   * Drops all logged edits. Called when the owner enters, or when neither the page nor the client has the owner any
   * longer.
   */
  reset(): void {
    if (this.pending !== undefined) this.pending = undefined;
    if (this.#unsentEdits !== undefined) this.#unsentEdits = undefined;
  }
}

function idsOf(controls: readonly AnyControl[]): number[] {
  return controls.map((control) => control[NODE].id);
}

/** Returns the children in a slot, if the slot was ever used. */
export function findChildList(node: Node, slot: string): ChildList | undefined {
  for (const list of node.lists) if (list.slot === slot) return list;
  return undefined;
}

/** Returns the children in a slot. The list is made when first needed. */
export function ensureChildList(node: Node, slot: string): ChildList {
  const known = findChildList(node, slot);
  if (known !== undefined) return known;
  const { entries, slots } = node.spec;
  // A new list was empty at the last flush and in the client.
  const list = new ChildList(node, slot, entries[slot] as Slot<unknown> | ListSlot);
  if (node.lists === NO_LISTS) node.lists = [list];
  else node.lists = [...node.lists, list].sort((a, b) => slots.indexOf(a.slot) - slots.indexOf(b.slot));
  return list;
}

/** Returns the problem with an item of a slot; undefined if there is none. */
export function checkItem(entry: Slot<unknown> | ListSlot, item: unknown): Problem | undefined {
  const { only } = entry;
  if (!isControl(item)) return mustBe(only === undefined ? "a control" : `a ${only}, made by new ${only}({ … })`, item);
  if (only === undefined || item[NODE].spec.type === only) return undefined;
  return problemWith(`must be a ${only}, not a ${item[NODE].spec.type}`);
}

/** Marks the children in a slot as changed for the next flush, and notifies the subscribers of `changes()`. */
function markChildren(node: Node, slot: string): void {
  node.session?.markEdited(node);
  node.extras.changeSubjects?.get(slot)?.next(Reflect.get(node.control, slot));
}
