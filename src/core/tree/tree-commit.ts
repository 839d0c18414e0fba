import { RunletError } from "../declaration/errors.ts";
import type { ChildList } from "./child-list.ts";
import type { Edits } from "./edits.ts";
import {
  type AnyControl,
  childrenOf,
  className,
  Flag,
  isControl,
  NODE,
  type Node,
  parentsFirst,
  pathOf,
} from "./node.ts";
import { findPendingPositions, type PendingPosition } from "./pending-positions.ts";

/** A child that was removed from a list. */
interface RemovedChild {
  readonly child: Node;
  readonly from: ChildList;
}

type ReportError = (error: RunletError, node: Node) => void;

/**
 * Commits the edits of slots since the last flush: decides which control is a child of which. Only controls whose slots
 * changed are visited, so the cost follows the edits. Whether a control is still on the page is found by walking up.
 */
export class TreeCommit {
  /** Controls that are new on the page, parents first. A control whose parent leaves must not be mounted. */
  readonly entering: Node[] = [];
  /** Mounted controls that are no longer on the page, children first. */
  leaving: Node[] = [];
  /** Mounted controls that were put into another list. */
  readonly moved: Node[] = [];
  /** Controls whose children changed although their own edits are held back. */
  readonly affected: Node[] = [];
  readonly #root: Node;
  readonly #assignId: (node: Node) => void;
  readonly #report: ReportError;
  readonly #removed: RemovedChild[] = [];
  /** Children that were put elsewhere while another list still showed them. */
  readonly #stolen: RemovedChild[] = [];
  readonly #edited: ChildList[] = [];
  /** Children that another list still holds. */
  readonly #conflicts: { readonly child: Node; readonly list: ChildList }[] = [];

  constructor(root: Node, assignId: (node: Node) => void, report: ReportError) {
    this.#root = root;
    this.#assignId = assignId;
    this.#report = report;
  }

  /** Commits the edited slots of `nodes`. `deferred` are the controls whose own edits must wait. */
  commit(nodes: readonly Node[], deferred: readonly Node[]): this {
    for (const node of nodes) for (const list of node.lists) if (list.pending !== undefined) this.#edited.push(list);
    // All removals come before any insertion, because a child removed from one list may be inserted in another.
    const newChildren = this.#edited.map((list) => this.#applyEdits(list, list.pending as Edits<AnyControl>));
    for (const [index, children] of newChildren.entries()) {
      const list = this.#edited[index] as ChildList;
      for (const child of children) if (!this.#addChild(list, child)) list.removeRejected(child.control);
    }
    this.#resolveConflicts();
    const removed = this.#removed.filter(({ child }) => child.session !== undefined && !this.#isOnPage(child));
    if (deferred.length > 0 && removed.length > 0) this.#adoptAllPending(deferred, removed);
    if (this.#stolen.length > 0) this.#dropStolen();
    const isNested = removed.length > 1 && removed.some(({ from }) => !this.#isOnPage(from.owner));
    for (const { child } of removed) if (child.parentList === undefined) collectMounted(child, this.leaving);
    const leaving = removed.filter(({ child }) => !this.#isOnPage(child));
    // Hooks and paths need the old parent until the control is unmounted. If the old parent is inside the child now,
    // the link would be a cycle.
    for (const { child, from } of leaving) if (!isAncestor(child, from.owner)) child.parentList = from;
    // A child and its parent left separately. Reversing twice keeps the order of siblings.
    if (isNested) this.leaving = parentsFirst(this.leaving.reverse()).reverse();
    return this;
  }

  // ---- removing children --------------------------------------------------------------------------

  /** Releases the children that are no longer in a list. Returns the children that are new in it. */
  #applyEdits(list: ChildList, pending: Edits<AnyControl>): Node[] {
    const { splices } = pending;
    const [only] = splices;
    if (!pending.areKnown) return this.#applyNewOrder(list, pending.before(list.items));
    if (splices.length > 1 || only === undefined || (only.removed.length > 0 && only.added.length > 0)) {
      return this.#applySplices(list, pending);
    }
    for (const item of only.removed) this.#removeChild(list, item[NODE]);
    return only.added.map((item) => item[NODE]);
  }

  /**
   * Commits several edits. Only their sum counts, because an item may have been added and removed, or be in the list
   * twice during a swap.
   */
  #applySplices(list: ChildList, { splices }: Edits<AnyControl>): Node[] {
    for (const { removed, added } of splices) {
      for (const item of removed) item[NODE].count--;
      for (const item of added) item[NODE].count++;
    }
    const newChildren: Node[] = [];
    for (const { removed, added } of splices) {
      for (const { [NODE]: child } of [...removed, ...added]) {
        const isHeld = child.parentList === list;
        const times = (isHeld ? 1 : 0) + child.count;
        child.count = 0;
        if (times <= 0) this.#removeChild(list, child);
        else if (!isHeld) newChildren.push(child);
        for (let extra = 1; extra < times; extra++) this.#rejectChild(list, child, duplicateControl);
      }
    }
    return newChildren;
  }

  /** Compares the whole lists, because the edits are not known one by one. */
  #applyNewOrder(list: ChildList, before: readonly AnyControl[]): Node[] {
    const { items } = list;
    const newChildren: Node[] = [];
    for (let index = 0; index < items.length; ) {
      const item: unknown = items[index];
      const child = isControl(item) ? item[NODE] : undefined;
      if (child !== undefined && ++child.count === 1) {
        if (child.parentList !== list) newChildren.push(child);
        index++;
        continue;
      }
      // The item is a hole or a duplicate.
      list.discard(index);
      if (child !== undefined) this.#report(duplicateControl(list.owner, child), list.owner);
    }
    for (const { [NODE]: child } of before) if (child.count === 0) this.#removeChild(list, child);
    for (const { [NODE]: child } of items) child.count = 0;
    return newChildren;
  }

  #removeChild(list: ChildList, child: Node): void {
    if (child.parentList !== list) return;
    child.parentList = undefined;
    this.#removed.push({ child, from: list });
  }

  // ---- adding children ----------------------------------------------------------------------------

  /** Adds a child to a list. Returns false if the child is not allowed there. */
  #addChild(list: ChildList, child: Node): boolean {
    const problem =
      child.parentList === list
        ? duplicateControl
        : child.session !== undefined && child.session !== this.#root.session
          ? foreignControl
          : this.#wouldFormCycle(child, list.owner)
            ? controlCycle
            : undefined;
    if (problem !== undefined) {
      this.#report(problem(list.owner, child), list.owner);
      return false;
    }
    if (child.parentList !== undefined) this.#conflicts.push({ child, list });
    else this.#acceptChild(list, child);
    return true;
  }

  #acceptChild(list: ChildList, child: Node): void {
    child.parentList = list;
    if (child.session !== undefined) this.moved.push(child);
    else if ((child.flags & Flag.isEntering) === 0) this.#enterSubtree(child);
  }

  #enterSubtree(node: Node): void {
    node.flags |= Flag.isEntering;
    this.#assignId(node);
    this.entering.push(node);
    for (const list of node.lists) {
      const { items } = list;
      for (let index = 0; index < items.length; ) {
        const item: unknown = items[index];
        if (isControl(item) && this.#addChild(list, item[NODE])) index++;
        else if (isControl(item)) list.removeRejected(item);
        else list.discard(index);
      }
      if (node.sent === undefined) list.reset();
      else list.commit();
    }
  }

  /**
   * Returns whether a control contains another one. A control in between may have left already, in edits that are held
   * back. Then it is released now, and the result is false.
   */
  #wouldFormCycle(node: Node, inside: Node): boolean {
    if (node.lists.length === 0 || !isAncestor(node, inside)) return false;
    for (let at = inside; at !== node; at = at.parent as Node) {
      const holder = at.parentList as ChildList;
      if (holder.items.includes(at.control)) continue;
      this.#stolen.push({ child: at, from: holder });
      this.#removeChild(holder, at);
      return false;
    }
    return true;
  }

  /**
   * Decides about a child that another list still holds. That list keeps it if it stays on the page and the app still
   * has the child there.
   */
  #resolveConflict(child: Node, list: ChildList): void {
    const { parentList } = child;
    // Children that were added since the first check may have formed a cycle.
    if (this.#wouldFormCycle(child, list.owner)) return this.#rejectChild(list, child, controlCycle);
    if (parentList !== undefined) {
      if (parentList.items.includes(child.control) && this.#isOnPage(parentList.owner)) {
        return this.#rejectChild(list, child, duplicateControl);
      }
      this.#stolen.push({ child, from: parentList });
    }
    this.#acceptChild(list, child);
  }

  /** Decides about contested children once all others are placed, and then commits the edits. */
  #resolveConflicts(): void {
    for (const { child, list } of this.#conflicts.splice(0)) this.#resolveConflict(child, list);
    for (const list of this.#edited.splice(0)) list.commit();
  }

  /** Removes taken children from lists whose edits are held back. The rest of such a list stays as it is shown. */
  #dropStolen(): void {
    const stolenByList = new Map<ChildList, Set<AnyControl>>();
    for (const { child, from } of this.#stolen) {
      if (!stolenByList.has(from)) stolenByList.set(from, new Set());
      stolenByList.get(from)?.add(child.control);
    }
    for (const [list, children] of stolenByList) {
      if (!this.#isOnPage(list.owner)) continue;
      list.removeStolen(children);
      this.affected.push(list.owner);
    }
  }

  /**
   * Mounts children that left one place and are inserted in edits that are held back, so that a child crosses the
   * boundary of an isolated control in one update.
   */
  #adoptAllPending(deferred: readonly Node[], removed: RemovedChild[]): void {
    const positions = findPendingPositions(deferred.filter((owner) => this.#isOnPage(owner)));
    if (positions.size === 0) return;
    // Adding a child may push another one out of its slot, which is then checked as well.
    for (const { child } of removed) this.#adoptPending(child, positions, removed);
    this.#resolveConflicts();
  }

  #adoptPending(child: Node, positions: ReadonlyMap<Node, PendingPosition>, removed: RemovedChild[]): void {
    if (this.#isOnPage(child)) return;
    const position = positions.get(child);
    if (position !== undefined && this.#canAdopt(child, position)) {
      const { list, top } = position;
      const [current] = list.isSingle ? list.committed() : [];
      if (current !== undefined && current[NODE].parentList === list) {
        current[NODE].parentList = undefined;
        removed.push({ child: current[NODE], from: list });
      }
      list.adopt(top.control);
      this.#acceptChild(list, top);
      this.affected.push(list.owner);
      return;
    }
    for (const below of childrenOf(child)) if (below.parent === child) this.#adoptPending(below, positions, removed);
  }

  /**
   * Returns whether a child can be added at a position. The owner of the list may have left the page, or the child may
   * be there already.
   */
  #canAdopt(child: Node, { list, top }: PendingPosition): boolean {
    const isNew = top === child ? child.parentList !== list : top.parentList === undefined;
    return isNew && this.#isOnPage(list.owner) && !isAncestor(child, list.owner);
  }

  #isOnPage(node: Node): boolean {
    let at = node;
    while (at.parent !== undefined) at = at.parent;
    return at === this.#root;
  }

  #rejectChild(list: ChildList, child: Node, problem: typeof duplicateControl): void {
    this.#edited.push(list);
    list.removeRejected(child.control);
    this.#report(problem(list.owner, child), list.owner);
  }
}

/** Collects a control and all its mounted descendants, children first. */
export function collectMounted(node: Node, into: Node[]): void {
  const { lists } = node;
  for (let n = 0; n < lists.length; n++) {
    const list = lists[n] as ChildList;
    const children = list.committed();
    for (let index = 0; index < children.length; index++) {
      const child = (children[index] as AnyControl)[NODE];
      if (child.parentList === list) collectMounted(child, into);
    }
  }
  if (node.session !== undefined) into.push(node);
}

function isAncestor(node: Node, of: Node): boolean {
  for (let at: Node | undefined = of; at !== undefined; at = at.parent) if (at === node) return true;
  return false;
}

/** Returns the error for a control that is in two places. */
export function duplicateControl(node: Node, child: Node): RunletError {
  return new RunletError(
    "duplicate-control",
    `${pathOf(child)} is already on the page and was put into ${pathOf(node)} too. ` +
      "One instance can be in only one place: take it out of the first place, or make a second instance. " +
      "It was left out of the second.",
  );
}

/** Returns the error for a control that is on the page of another session. */
export function foreignControl(node: Node, child: Node): RunletError {
  return new RunletError(
    "foreign-control",
    `${className(child.control)}, which is on the page of another session, was put into ${pathOf(node)}. ` +
      "Make an instance for each session. It was left out.",
  );
}

/** Returns the error for a control that was put into one of its own descendants. */
export function controlCycle(node: Node, child: Node): RunletError {
  return new RunletError(
    "control-cycle",
    `${className(child.control)} was put into ${pathOf(node)}, which is inside it. It was left out.`,
  );
}
