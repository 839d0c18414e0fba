import type { Control } from "./control.ts";
import { Edits } from "./edits.ts";
import { quote, RunletError } from "./errors.ts";
import { type ListOwner, trackedList } from "./list.ts";
import { isControl, NODE, type Node, nameOf } from "./node.ts";
import type { ListSlot, Slot } from "./spec.ts";

/**
 * The children in one slot of a control: as the app has them, as of the last flush, and as the client was given
 * them. Only the first are kept; to the others lead the edits that were made since.
 */
export class ChildList implements ListOwner<Control> {
  readonly owner: Node;
  readonly slot: string;
  readonly entry: Slot<unknown> | ListSlot;
  /** As the app has them. */
  items: Control[] = [];
  /** Edits are noted: from the attach of the owner until it has left, for the client as well. */
  isShown = false;
  /** What was edited since the last flush. */
  pending: Edits<Control> | undefined = undefined;
  /** What changed since the client was given the slot: ids. */
  #unsent: Edits<number> | undefined = undefined;
  /** The items as the app sees them: made at the first read. */
  #view: Control[] | undefined = undefined;

  constructor(owner: Node, slot: string, entry: Slot<unknown> | ListSlot) {
    this.owner = owner;
    this.slot = slot;
    this.entry = entry;
  }

  /** Whether it holds one child at most, and so is one id on the wire. */
  get isSingle(): boolean {
    return this.entry.kind === "slot";
  }

  // ---- as the app has them ------------------------------------------------------------------------

  /** A real array to the app, whose every edit is noticed. */
  get view(): Control[] {
    this.#view ??= trackedList(this.items, this);
    return this.#view;
  }

  check(item: unknown): void {
    const problem = checkItem(this.entry, item);
    if (problem === undefined) return;
    throw new RunletError("not-a-control", `An item of ${nameOf(this.owner, this.slot)}${problem}.`);
  }

  splice(at: number, count: number, added: readonly Control[]): Control[] {
    const removed = this.items.splice(at, count, ...added);
    if (removed.length === 0 && added.length === 0) return removed;
    if (this.isShown) {
      this.pending ??= new Edits();
      if (this.pending.areKnown) this.pending.splices.push({ at, removed, added });
      if (this.pending.areMany) this.#giveUp();
    }
    markChildren(this.owner, this.slot);
    return removed;
  }

  rearrange<T>(edit: () => T): T {
    if (this.isShown) this.#giveUp();
    try {
      return edit();
    } finally {
      markChildren(this.owner, this.slot);
    }
  }

  /** Holds other items from now on. The array that the app may still hold is just an array then. */
  replace(items: Control[]): void {
    if (this.isShown) this.#giveUp();
    this.items = items;
    this.#view = undefined;
    markChildren(this.owner, this.slot);
  }

  /** Takes an item out that may not stand there: where it stands twice, the second time. */
  refuse(item: Control): void {
    if (this.isShown) this.#giveUp();
    this.items.splice(this.items.lastIndexOf(item), 1);
  }

  #giveUp(): void {
    this.pending ??= new Edits();
    this.pending.keep([...this.pending.before(this.items)]);
  }

  // ---- as of the last flush -----------------------------------------------------------------------

  /** The children as of the last flush. */
  shown(): readonly Control[] {
    return this.pending === undefined ? this.items : this.pending.before(this.items);
  }

  /** Another control has these now, though the app's edits here have to wait. */
  lose(children: ReadonlySet<Control>): void {
    this.#keepUnsent();
    this.#pend(this.shown().filter((item) => !children.has(item)));
  }

  /** Has a child now, though the app's edits here have to wait: behind those that stand before it. */
  gain(child: Control): void {
    const shown = this.isSingle ? [] : [...this.shown()];
    this.#keepUnsent();
    const before = new Set(this.items.slice(0, this.items.indexOf(child)));
    shown.splice(shown.findLastIndex((item) => before.has(item)) + 1, 0, child);
    this.#pend(shown);
  }

  #pend(shown: readonly Control[]): void {
    this.pending ??= new Edits();
    this.pending.keep(shown);
  }

  /** A flush has taken the edits in. */
  commit(): void {
    const { pending } = this;
    if (pending === undefined) return;
    if (this.owner.given !== undefined) this.#note(pending);
    this.pending = undefined;
  }

  #note(pending: Edits<Control>): void {
    if (!pending.areKnown || !pending.splices.every(({ added }) => added.every((item) => this.#holds(item)))) {
      this.#keepUnsent();
      return;
    }
    this.#unsent ??= new Edits();
    if (!this.#unsent.areKnown) return;
    for (const { at, removed, added } of pending.splices) {
      this.#unsent.splices.push({ at, removed: idsOf(removed), added: idsOf(added) });
    }
    if (this.#unsent.areMany) this.#unsent.keep(this.#unsent.before(idsOf(this.items)));
  }

  /** An item that came and went between two flushes has no id that the client could be told. */
  #holds(item: Control): boolean {
    return item[NODE].holder === this;
  }

  /** Edits are not enough any more: what the client was given will be compared with what it should have. */
  #keepUnsent(): void {
    if (this.owner.given === undefined) return;
    this.#unsent ??= new Edits();
    if (this.#unsent.areKnown) this.#unsent.keep(this.#unsent.before(idsOf(this.shown())));
  }

  // ---- as the client was given them ---------------------------------------------------------------

  /** What the client was not told yet. */
  get unsent(): Edits<number> | undefined {
    return this.#unsent;
  }

  /** How many children the client has in the slot. */
  get sentLength(): number {
    const { length } = this.shown();
    if (this.#unsent === undefined) return length;
    if (!this.#unsent.areKnown) return this.#unsent.before([]).length;
    return this.#unsent.splices.reduce((sum, { removed, added }) => sum + removed.length - added.length, length);
  }

  /** Ids as of the last flush. */
  ids(): number[] {
    return idsOf(this.shown());
  }

  /** The client has them as of the last flush. */
  sent(): void {
    this.#unsent = undefined;
  }

  /** The page starts: what it has already is still to come. */
  begin(): void {
    this.isShown = true;
    this.#pend([]);
  }

  /** The owner enters, or neither page nor client has it any more: what was edited before is nobody's concern. */
  reset(isShown: boolean): void {
    this.isShown = isShown;
    this.pending = undefined;
    this.#unsent = undefined;
  }
}

function idsOf(controls: readonly Control[]): number[] {
  return controls.map((control) => control[NODE].id);
}

/** The children in a slot, if it was ever used. */
export function findList(node: Node, slot: string): ChildList | undefined {
  for (const list of node.lists) if (list.slot === slot) return list;
  return undefined;
}

/** The children in a slot; made when first needed. */
export function childList(node: Node, slot: string): ChildList {
  const known = findList(node, slot);
  if (known !== undefined) return known;
  const { entries, slots } = node.spec;
  const list = new ChildList(node, slot, entries[slot] as Slot<unknown> | ListSlot);
  // A list that is new was empty at the last flush, and as the client has the control, if it has it.
  list.isShown = node.session !== undefined || node.isEntering || node.given !== undefined;
  if (node.lists.length === 0) node.lists = [list];
  else node.lists = [...node.lists, list].sort((a, b) => slots.indexOf(a.slot) - slots.indexOf(b.slot));
  return list;
}

/** What is wrong with an item of a slot, if anything. */
export function checkItem(entry: Slot<unknown> | ListSlot, item: unknown): string | undefined {
  if (!isControl(item)) return ` must be a control, not ${quote(item)}`;
  if (entry.only === undefined || item[NODE].spec.type === entry.only) return undefined;
  return ` must be a ${entry.only}, not a ${item[NODE].spec.type}`;
}

/** Notes that the children in a slot changed, for the next flush and for whoever asked for `changes()`. */
function markChildren(node: Node, slot: string): void {
  node.session?.changes.markChildren(node);
  node.changes?.get(slot)?.next(Reflect.get(node.control, slot));
}
