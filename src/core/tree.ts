import type { ChildList } from "./children.ts";
import type { Control } from "./control.ts";
import type { Edits } from "./edits.ts";
import type { RunletError } from "./errors.ts";
import { cycle, duplicate, foreign } from "./misplaced.ts";
import { childrenOf, isControl, NODE, type Node, parentsFirst } from "./node.ts";
import { type Place, placesIn } from "./places.ts";

/** A child that was removed from a list. */
interface Departed {
  readonly child: Node;
  readonly from: ChildList;
}

type Report = (error: RunletError, node: Node) => void;

/**
 * Commits the edits of slots since the last flush: decides which control is a child of which. Only controls whose slots
 * changed are visited, so the cost follows the edits. Whether a control is still on the page is found by walking up.
 */
export class Settling {
  /** Controls that are new on the page, parents first. A control whose parent leaves must not be mounted. */
  readonly entering: Node[] = [];
  /** Mounted controls that are no longer on the page, children first. */
  leaving: Node[] = [];
  /** Mounted controls that were put into another list. */
  readonly moved: Node[] = [];
  /** Controls whose children changed although their own edits are held back. */
  readonly touched: Node[] = [];
  readonly #root: Node;
  readonly #report: Report;
  readonly #departed: Departed[] = [];
  /** Children that were put elsewhere while another list still showed them. */
  readonly #taken: Departed[] = [];
  readonly #edited: ChildList[] = [];
  /** Children that another list still holds. */
  readonly #contested: { readonly child: Node; readonly list: ChildList }[] = [];

  constructor(root: Node, report: Report) {
    this.#root = root;
    this.#report = report;
  }

  /** Commits the edited slots of `nodes`. `held` are the controls whose own edits must wait. */
  run(nodes: readonly Node[], held: readonly Node[]): this {
    for (const node of nodes) for (const list of node.lists) if (list.pending !== undefined) this.#edited.push(list);
    // All removals come before any insertion, because a child removed from one list may be inserted in another.
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
    // Needed for their hooks and for paths, until they are unmounted. The old parent may now be inside the child; then
    // the link would be a cycle.
    for (const { child, from } of leaving) if (!isAncestor(child, from.owner)) child.holder = from;
    // A child and its parent left separately. Reversing twice keeps the order of siblings.
    if (isNested) this.leaving = parentsFirst(this.leaving.reverse()).reverse();
    return this;
  }

  // ---- removing children --------------------------------------------------------------------------

  /** Releases the children that are no longer in a list. Returns the children that are new in it. */
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

  /**
   * Commits several edits. An item may have come and gone, or be there twice for a moment as in a swap, so only the sum
   * counts.
   */
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

  /** Compares the whole lists, because the edits are not known one by one. */
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
      // The item is a hole or a duplicate.
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

  // ---- adding children ----------------------------------------------------------------------------

  /** Adds a child to a list. Returns false if the child is not allowed there. */
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

  /**
   * Whether a control contains another one. A control in between may have left already, in edits that are held back;
   * then it is released now.
   */
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

  /**
   * Decides about a child that another list still holds. That list keeps it if it stays on the page and the app still
   * has the child there.
   */
  #resolve(child: Node, list: ChildList): void {
    const { holder } = child;
    // Other children were added since this was checked.
    if (this.#isAbove(child, list.owner)) return this.#refuse(list, child, cycle);
    if (holder !== undefined) {
      if (holder.items.includes(child.control) && this.#isAttached(holder.owner)) {
        return this.#refuse(list, child, duplicate);
      }
      this.#taken.push({ child, from: holder });
    }
    this.#take(list, child);
  }

  /** Decides about contested children once all others are placed, and then commits the edits. */
  #resolveAll(): void {
    for (const { child, list } of this.#contested.splice(0)) this.#resolve(child, list);
    for (const list of this.#edited.splice(0)) list.commit();
  }

  /** Removes taken children from lists whose edits are held back. The rest of such a list stays as it is shown. */
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
   * Mounts children that left one place and are inserted in edits that are held back, so that a child crosses the
   * boundary of an isolated control in one update.
   */
  #claimAll(held: readonly Node[], gone: Departed[]): void {
    const places = placesIn(held.filter((owner) => this.#isAttached(owner)));
    if (places.size === 0) return;
    // Adding a child may push another one out of its slot, which is then checked as well.
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

  /**
   * Whether a child can be added at a position. What contains the position may have left, or the child may be there
   * already.
   */
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

/** Collects a control and all its mounted descendants, children first. */
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
