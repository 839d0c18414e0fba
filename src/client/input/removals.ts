/** A place between two nodes in the page, and the element that is or was there. */
export interface Place {
  readonly parent: Element;
  readonly next: Node | null;
  readonly previous: Node | null;
  readonly element: Element;
}

/** What was removed from the page, or moved in it, since the last {@link clear}. */
export class Removals {
  #records: MutationRecord[] = [];
  /** Indices of the records that removed a node, by node. Made when needed. */
  #byNode: Map<Node, number[]> | undefined;

  add(records: readonly MutationRecord[]): void {
    for (const record of records) if (record.removedNodes.length > 0) this.#records.push(record);
    this.#byNode = undefined;
  }

  clear(): void {
    if (this.#records.length > 0) this.#records = [];
    this.#byNode = undefined;
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
      const { parentElement: parent, nextSibling: next, previousSibling: previous } = element;
      return parent === null ? undefined : { parent, next, previous, element };
    }
    let top = element;
    while (top.parentElement !== null) top = top.parentElement;
    return this.#formerPlaceOf(top, this.#removalsOf(top).at(-1));
  }

  /** Returns the place that an element in the page had before it was moved. Undefined if it was not. */
  placeBefore(element: Element): Place | undefined {
    const moved = this.#movedAround(element);
    return moved && this.#formerPlaceOf(moved, this.#removalsOf(moved)[0]);
  }

  #movedAround(element: Element): Element | undefined {
    if (this.#records.length === 0) return undefined;
    let at: Element | null = element;
    while (at !== null && this.#removalsOf(at).length === 0) at = at.parentElement;
    return at ?? undefined;
  }

  #formerPlaceOf(element: Element, at: number | undefined): Place | undefined {
    const record = at === undefined ? undefined : this.#records[at];
    if (at === undefined || !(record?.target instanceof Element)) return undefined;
    const parent = record.target;
    if (!parent.isConnected) return this.placeOf(parent);
    const next = this.#remaining(record.nextSibling, parent, at);
    return { parent, next, previous: next === null ? parent.lastChild : next.previousSibling, element };
  }

  /** Returns a node that followed a removed one, or the next after it that is still in the parent. */
  #remaining(following: Node | null, parent: Element, from: number): Node | null {
    let at = following;
    let since = from;
    while (at !== null && at.parentNode !== parent) {
      const later = this.#removalsOf(at).find((index) => index > since);
      if (later === undefined) return null;
      since = later;
      at = this.#records[later]?.nextSibling ?? null;
    }
    return at;
  }

  #removalsOf(node: Node): readonly number[] {
    this.#byNode ??= this.#index();
    return this.#byNode.get(node) ?? [];
  }

  #index(): Map<Node, number[]> {
    const byNode = new Map<Node, number[]>();
    for (const [index, { removedNodes }] of this.#records.entries()) {
      for (const node of removedNodes) {
        const known = byNode.get(node);
        if (known === undefined) byNode.set(node, [index]);
        else known.push(index);
      }
    }
    return byNode;
  }
}
