/** A place between two nodes in the page, and the element that is or was there. */
export interface Place {
  readonly parent: Element;
  readonly previous: Node | null;
  readonly next: Node | null;
  readonly element: Element;
}

/** What was removed from the page, or moved in it, since the last {@link clear}. */
export class Removals {
  #records: MutationRecord[] = [];
  /** Elements from which nodes were removed, by node. Made when needed. The first one is the oldest. */
  #parents: Map<Node, Element[]> | undefined;

  add(records: readonly MutationRecord[]): void {
    for (const record of records) if (record.type === "childList") this.#records.push(record);
    this.#parents = undefined;
  }

  clear(): void {
    if (this.#records.length > 0) this.#records = [];
    this.#parents = undefined;
  }

  /** Returns whether an element, or one around it, was taken out of its place. */
  has(element: Element): boolean {
    return this.#movedAround(element) !== undefined;
  }

  /**
   * Returns the place of an element in the page: where it is or was, or where the innermost element around it was that
   * is not in the page.
   */
  placeOf(element: Element): Place | undefined {
    if (element.isConnected) {
      const { parentElement: parent, previousSibling: previous, nextSibling: next } = element;
      return parent === null ? undefined : { parent, previous, next, element };
    }
    let top = element;
    while (top.parentElement !== null) top = top.parentElement;
    return this.#formerPlaceOf(top, this.#parentsOf(top).at(-1));
  }

  /** Returns the place that an element in the page had before it was moved. Undefined if it was not. */
  placeBefore(element: Element): Place | undefined {
    const moved = this.#movedAround(element);
    return moved && this.#formerPlaceOf(moved, this.#parentsOf(moved)[0]);
  }

  #movedAround(element: Element): Element | undefined {
    if (this.#records.length === 0) return undefined;
    let at: Element | null = element;
    while (at !== null && this.#parentsOf(at).length === 0) at = at.parentElement;
    return at ?? undefined;
  }

  #formerPlaceOf(element: Element, parent: Element | undefined): Place | undefined {
    if (parent === undefined) return undefined;
    if (!parent.isConnected) return this.placeOf(parent);
    const before = this.#formerPrevious(parent);
    let previous = before.get(element) ?? null;
    while (previous !== null && previous.parentNode !== parent) previous = before.get(previous) ?? null;
    return { parent, previous, next: previous === null ? parent.firstChild : previous.nextSibling, element };
  }

  /** Returns the former children of an element, each with the one before it: undoes what happened since, step by step. */
  #formerPrevious(parent: Element): Map<Node, Node | null> {
    const previous = new Map<Node, Node | null>();
    const link = (one: Node | null, other: Node | null): void => {
      if (other !== null) previous.set(other, one);
    };
    for (const child of parent.childNodes) link(child.previousSibling, child);
    for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of this.#records.toReversed()) {
      if (target !== parent) continue;
      for (const node of addedNodes) previous.delete(node);
      let at = previousSibling;
      for (const node of removedNodes) {
        link(at, node);
        at = node;
      }
      link(at, nextSibling);
    }
    return previous;
  }

  #parentsOf(node: Node): readonly Element[] {
    this.#parents ??= this.#index();
    return this.#parents.get(node) ?? [];
  }

  #index(): Map<Node, Element[]> {
    const parents = new Map<Node, Element[]>();
    for (const { target, removedNodes } of this.#records) {
      for (const node of removedNodes) {
        const known = parents.get(node);
        if (known === undefined) parents.set(node, [target as Element]);
        else known.push(target as Element);
      }
    }
    return parents;
  }
}
