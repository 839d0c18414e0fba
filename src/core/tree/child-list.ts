import { quote, RunletError } from "../declaration/errors.ts";
import type { Control } from "../declaration/reactive-control.ts";
import type { ListSlot, Slot } from "../declaration/spec.ts";
import { Edits } from "./edits.ts";
import { isControl, NODE, type Node, propertyPath } from "./node.ts";
import { type ArrayOwner, trackedArray } from "./tracked-array.ts";

/**
 * The children in one slot of a control, in three versions: the app's, the last flush's and the client's. Only the
 * app's array is stored. The other two are derived from it by undoing the logged edits (`pending`, then `unsentEdits`).
 */
export class ChildList implements ArrayOwner<Control> {
  readonly owner: Node;
  readonly slot: string;
  readonly entry: Slot<unknown> | ListSlot;
  /** The app's current children. */
  items: Control[] = [];
  /** Whether edits are logged: from the mount of the owner until it has left the page and the client. */
  isTracked = false;
  /** Edits since the last flush. */
  pending: Edits<Control> | undefined = undefined;
  /** Edits since the slot was last sent, with ids in place of controls. */
  #unsentEdits: Edits<number> | undefined = undefined;
  /** Proxy of `items` that the app gets. Made at the first read. */
  #view: Control[] | undefined = undefined;

  constructor(owner: Node, slot: string, entry: Slot<unknown> | ListSlot) {
    this.owner = owner;
    this.slot = slot;
    this.entry = entry;
  }

  /** Whether the slot holds at most one child, which is sent as one id and not as an array. */
  get isSingle(): boolean {
    return this.entry.kind === "slot";
  }

  // ---- the app's version --------------------------------------------------------------------------

  /** The children as an array for the app. Every edit of the array is tracked. */
  get view(): Control[] {
    this.#view ??= trackedArray(this.items, this);
    return this.#view;
  }

  check(item: unknown): void {
    const problem = checkItem(this.entry, item);
    if (problem === undefined) return;
    throw new RunletError("not-a-control", `An item of ${propertyPath(this.owner, this.slot)}${problem}.`);
  }

  splice(at: number, count: number, added: readonly Control[]): Control[] {
    const removed = this.items.splice(at, count, ...added);
    if (removed.length === 0 && added.length === 0) return removed;
    if (this.isTracked) {
      this.pending ??= new Edits();
      if (this.pending.areKnown) this.pending.splices.push({ at, removed, added });
      if (this.pending.areMany) this.#keepOrderOnly();
    }
    markChildren(this.owner, this.slot);
    return removed;
  }

  rearrange<T>(edit: () => T): T {
    if (this.isTracked) this.#keepOrderOnly();
    try {
      return edit();
    } finally {
      markChildren(this.owner, this.slot);
    }
  }

  /** Replaces all children. An array that the app got from an earlier read is no longer connected to the slot. */
  replace(items: Control[]): void {
    if (this.isTracked) this.#keepOrderOnly();
    this.items = items;
    this.#view = undefined;
    markChildren(this.owner, this.slot);
  }

  /** Removes an item that is not allowed in this list. If the list has it twice, the last one is removed. */
  removeRejected(item: Control): void {
    if (this.isTracked) this.#keepOrderOnly();
    this.items.splice(this.items.lastIndexOf(item), 1);
  }

  #keepOrderOnly(): void {
    this.pending ??= new Edits();
    this.pending.keepOrderOnly([...this.pending.before(this.items)]);
  }

  // ---- the last flush's version -------------------------------------------------------------------

  /** Returns the children as of the last flush. */
  committed(): readonly Control[] {
    return this.pending === undefined ? this.items : this.pending.before(this.items);
  }

  /**
   * Removes children from the flushed version, because another control took them. The app's other edits of this list
   * still wait.
   */
  removeStolen(children: ReadonlySet<Control>): void {
    this.#keepSentOrder();
    this.#setCommitted(this.committed().filter((item) => !children.has(item)));
  }

  /**
   * Adds a child to the flushed version. The app's other edits of this list still wait. The child is placed after the
   * last item that precedes it in the app's array.
   */
  adopt(child: Control): void {
    const committed = this.isSingle ? [] : [...this.committed()];
    this.#keepSentOrder();
    const before = new Set(this.items.slice(0, this.items.indexOf(child)));
    committed.splice(committed.findLastIndex((item) => before.has(item)) + 1, 0, child);
    this.#setCommitted(committed);
  }

  #setCommitted(committed: readonly Control[]): void {
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

  #logUnsentEdits(pending: Edits<Control>): void {
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
  #isParentOf(item: Control): boolean {
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
    this.isTracked = true;
    this.#setCommitted([]);
  }

  /**
   * Drops all logged edits. Called when the owner enters, or when neither the page nor the client has the owner any
   * longer.
   */
  reset(isShown: boolean): void {
    this.isTracked = isShown;
    this.pending = undefined;
    this.#unsentEdits = undefined;
  }
}

function idsOf(controls: readonly Control[]): number[] {
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
  const list = new ChildList(node, slot, entries[slot] as Slot<unknown> | ListSlot);
  // A new list was empty at the last flush and in the client. If the owner is on the page or in the client, edits are
  // logged from now on.
  list.isTracked = node.session !== undefined || node.isEntering || node.sent !== undefined;
  if (node.lists.length === 0) node.lists = [list];
  else node.lists = [...node.lists, list].sort((a, b) => slots.indexOf(a.slot) - slots.indexOf(b.slot));
  return list;
}

/** Returns the problem with an item of a slot; undefined if there is none. */
export function checkItem(entry: Slot<unknown> | ListSlot, item: unknown): string | undefined {
  if (!isControl(item)) return ` must be a control, not ${quote(item)}`;
  if (entry.only === undefined || item[NODE].spec.type === entry.only) return undefined;
  return ` must be a ${entry.only}, not a ${item[NODE].spec.type}`;
}

/** Marks the children in a slot as changed for the next flush, and notifies the subscribers of `changes()`. */
function markChildren(node: Node, slot: string): void {
  node.session?.dirtyQueue.markChildren(node);
  node.changeSubjects?.get(slot)?.next(Reflect.get(node.control, slot));
}
