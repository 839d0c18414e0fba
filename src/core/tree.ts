import type { ChildList } from "./children.ts";
import type { Control } from "./control.ts";
import type { Edits } from "./edits.ts";
import type { RunletError } from "./errors.ts";
import { cycle, duplicate, foreign } from "./misplaced.ts";
import { childrenOf, isControl, NODE, type Node, parentsFirst } from "./node.ts";
import { type Place, placesIn } from "./places.ts";

/** A child that is in a list no more. */
interface Departed {
  readonly child: Node;
  readonly from: ChildList;
}

type Report = (error: RunletError, node: Node) => void;

/**
 * Who is whose child. What the app edited in its slots since the last flush is taken in, for controls whose slots
 * changed only: the cost follows the edits. Whether a control is still on the page is asked by walking up.
 */
export class Settling {
  /** Controls that came under the page, parents first. One whose parent is leaving is not to be attached. */
  readonly entering: Node[] = [];
  /** Controls that were mounted and are under the page no more, children first. */
  leaving: Node[] = [];
  /** Controls that stay on the page and came into a list. */
  readonly moved: Node[] = [];
  /** Controls whose children changed though their own edits are held back. */
  readonly touched: Node[] = [];
  readonly #root: Node;
  readonly #report: Report;
  readonly #departed: Departed[] = [];
  /** Children that came elsewhere while another list showed them still. */
  readonly #taken: Departed[] = [];
  readonly #edited: ChildList[] = [];
  /** Children that another list holds still. */
  readonly #contested: { readonly child: Node; readonly list: ChildList }[] = [];

  constructor(root: Node, report: Report) {
    this.#root = root;
    this.#report = report;
  }

  /** Brings the children of controls up to their slots. `held` are controls whose own edits have to wait. */
  run(nodes: readonly Node[], held: readonly Node[]): this {
    for (const node of nodes) for (const list of node.lists) if (list.pending !== undefined) this.#edited.push(list);
    // All go before any comes: who left here may have come there.
    const arrivals = this.#edited.map((list) => this.#cut(list, list.pending as Edits<Control>));
    for (const [index, children] of arrivals.entries()) {
      const list = this.#edited[index] as ChildList;
      for (const child of children) if (!this.#adopt(list, child)) list.refuse(child.control);
    }
    this.#resolveAll();
    const gone = this.#departed.filter(({ child }) => child.session !== undefined && !this.#isAttached(child));
    if (held.length > 0 && gone.length > 0) this.#claimAll(held, gone);
    if (this.#taken.length > 0) this.#bereave();
    const isNested = gone.length > 1 && gone.some(({ from }) => !this.#isAttached(from.owner));
    for (const { child } of gone) if (child.holder === undefined) collect(child, this.leaving);
    const leaving = gone.filter(({ child }) => !this.#isAttached(child));
    // For their hooks and for paths: their detach takes it away. What it left may have come to stand in it.
    for (const { child, from } of leaving) if (!isAncestor(child, from.owner)) child.holder = from;
    // A child and its parent left separately. Reversed twice, siblings keep their order.
    if (isNested) this.leaving = parentsFirst(this.leaving.reverse()).reverse();
    return this;
  }

  // ---- who goes -----------------------------------------------------------------------------------

  /** Lets go of the children that are in a list no more; gives those that are in it and were not. */
  #cut(list: ChildList, pending: Edits<Control>): Node[] {
    const { splices } = pending;
    const [only] = splices;
    if (!pending.areKnown) return this.#compare(list, pending.before(list.items));
    if (splices.length > 1 || only === undefined || (only.removed.length > 0 && only.added.length > 0)) {
      return this.#count(list, pending);
    }
    for (const item of only.removed) this.#leave(list, item[NODE]);
    return only.added.map((item) => item[NODE]);
  }

  /** A few edits: an item may have come and gone, or stand twice for a moment as in a swap. Only the sum counts. */
  #count(list: ChildList, { splices }: Edits<Control>): Node[] {
    for (const { removed, added } of splices) {
      for (const item of removed) item[NODE].count--;
      for (const item of added) item[NODE].count++;
    }
    const arrivals: Node[] = [];
    for (const { removed, added } of splices) {
      for (const { [NODE]: child } of [...removed, ...added]) {
        const isHeld = child.holder === list;
        const times = (isHeld ? 1 : 0) + child.count;
        child.count = 0;
        if (times <= 0) this.#leave(list, child);
        else if (!isHeld) arrivals.push(child);
        for (let extra = 1; extra < times; extra++) this.#refuse(list, child, duplicate);
      }
    }
    return arrivals;
  }

  /** Another order altogether. */
  #compare(list: ChildList, before: readonly Control[]): Node[] {
    const { items } = list;
    const arrivals: Node[] = [];
    for (let index = 0; index < items.length; ) {
      const item: unknown = items[index];
      const child = isControl(item) ? item[NODE] : undefined;
      if (child !== undefined && ++child.count === 1) {
        if (child.holder !== list) arrivals.push(child);
        index++;
        continue;
      }
      // A hole, or the second time.
      items.splice(index, 1);
      if (child !== undefined) this.#report(duplicate(list.owner, child), list.owner);
    }
    for (const { [NODE]: child } of before) if (child.count === 0) this.#leave(list, child);
    for (const { [NODE]: child } of items) child.count = 0;
    return arrivals;
  }

  #leave(list: ChildList, child: Node): void {
    if (child.holder !== list) return;
    child.holder = undefined;
    this.#departed.push({ child, from: list });
  }

  // ---- who comes ----------------------------------------------------------------------------------

  /** Takes a child in. False when it may not stand there. */
  #adopt(list: ChildList, child: Node): boolean {
    const problem =
      child.holder === list
        ? duplicate
        : child.session !== undefined && child.session !== this.#root.session
          ? foreign
          : this.#isAbove(child, list.owner)
            ? cycle
            : undefined;
    if (problem !== undefined) {
      this.#report(problem(list.owner, child), list.owner);
      return false;
    }
    if (child.holder !== undefined) this.#contested.push({ child, list });
    else this.#take(list, child);
    return true;
  }

  #take(list: ChildList, child: Node): void {
    child.holder = list;
    if (child.session !== undefined) this.moved.push(child);
    else if (!child.isEntering) this.#enter(child);
  }

  #enter(node: Node): void {
    node.isEntering = true;
    this.#root.session?.identify(node);
    this.entering.push(node);
    for (const list of node.lists) {
      const { items } = list;
      for (let index = 0; index < items.length; ) {
        const item: unknown = items[index];
        if (isControl(item) && this.#adopt(list, item[NODE])) index++;
        else if (isControl(item)) list.refuse(item);
        else items.splice(index, 1);
      }
      if (node.given === undefined) list.reset(true);
      else list.commit();
    }
  }

  /** Whether a control stands in another. It may be out of that already, where edits are held back: then it leaves now. */
  #isAbove(node: Node, inside: Node): boolean {
    if (node.lists.length === 0 || !isAncestor(node, inside)) return false;
    for (let at = inside; at !== node; at = at.parent as Node) {
      const holder = at.holder as ChildList;
      if (holder.items.includes(at.control)) continue;
      this.#taken.push({ child: at, from: holder });
      this.#leave(holder, at);
      return false;
    }
    return true;
  }

  /** Another list has the child still: that one keeps it if it stays on the page and the app has it there. */
  #resolve(child: Node, list: ChildList): void {
    const { holder } = child;
    // Others came since it was looked at.
    if (this.#isAbove(child, list.owner)) return this.#refuse(list, child, cycle);
    if (holder !== undefined) {
      if (holder.items.includes(child.control) && this.#isAttached(holder.owner)) {
        return this.#refuse(list, child, duplicate);
      }
      this.#taken.push({ child, from: holder });
    }
    this.#take(list, child);
  }

  /** When all have come: who of those that another list holds may stay, and then the edits are taken in. */
  #resolveAll(): void {
    for (const { child, list } of this.#contested.splice(0)) this.#resolve(child, list);
    for (const list of this.#edited.splice(0)) list.commit();
  }

  /** Where children were taken from edits that are held back, the rest stays as it is shown. */
  #bereave(): void {
    const taken = new Map<ChildList, Set<Control>>();
    for (const { child, from } of this.#taken) {
      if (!taken.has(from)) taken.set(from, new Set());
      taken.get(from)?.add(child.control);
    }
    for (const [list, children] of taken) {
      if (!this.#isAttached(list.owner)) continue;
      list.lose(children);
      this.touched.push(list.owner);
    }
  }

  /**
   * Who left, or stands in what left, may have come to a control whose edits are held back, or into something new there:
   * a child crosses a boundary in one update.
   */
  #claimAll(held: readonly Node[], gone: Departed[]): void {
    const places = placesIn(held.filter((owner) => this.#isAttached(owner)));
    if (places.size === 0) return;
    // Who is claimed may push another out of its slot, who is looked at in turn.
    for (const { child } of gone) this.#claim(child, places, gone);
    this.#resolveAll();
  }

  #claim(child: Node, places: ReadonlyMap<Node, Place>, gone: Departed[]): void {
    if (this.#isAttached(child)) return;
    const place = places.get(child);
    if (place !== undefined && this.#isFree(child, place)) {
      const { list, top } = place;
      const [there] = list.isSingle ? list.shown() : [];
      if (there !== undefined && there[NODE].holder === list) {
        there[NODE].holder = undefined;
        gone.push({ child: there[NODE], from: list });
      }
      list.gain(top.control);
      this.#take(list, top);
      this.touched.push(list.owner);
      return;
    }
    for (const below of childrenOf(child)) if (below.parent === child) this.#claim(below, places, gone);
  }

  /** Whether a child can be taken to a place: what it found there may have left since, or come already. */
  #isFree(child: Node, { list, top }: Place): boolean {
    const isNew = top === child ? child.holder !== list : top.holder === undefined;
    return isNew && this.#isAttached(list.owner) && !isAncestor(child, list.owner);
  }

  #isAttached(node: Node): boolean {
    let at = node;
    while (at.parent !== undefined) at = at.parent;
    return at === this.#root;
  }

  #refuse(list: ChildList, child: Node, problem: typeof duplicate): void {
    this.#edited.push(list);
    list.refuse(child.control);
    this.#report(problem(list.owner, child), list.owner);
  }
}

/** A control and all below it that are mounted, children first. */
export function collect(node: Node, into: Node[]): void {
  const { lists } = node;
  for (let n = 0; n < lists.length; n++) {
    const list = lists[n] as ChildList;
    const shown = list.shown();
    for (let index = 0; index < shown.length; index++) {
      const child = (shown[index] as Control)[NODE];
      if (child.holder === list) collect(child, into);
    }
  }
  if (node.session !== undefined) into.push(node);
}

function isAncestor(node: Node, of: Node): boolean {
  for (let at: Node | undefined = of; at !== undefined; at = at.parent) if (at === node) return true;
  return false;
}
