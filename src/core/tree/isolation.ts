import { type ErrorFunnel, Flag, type Node } from "./node.ts";

/**
 * The isolated controls of a page during one flush, which asks each control once. Changes below an isolated control
 * wait for its `update()`, or for `update()` of a control below, which opens the nearest isolated control. A control
 * that is entering holds nothing back: it is sent with everything below it.
 */
export class Boundaries {
  readonly #funnel: ErrorFunnel;
  /**
   * The isolated control whose changes are sent: the one `update()` was called on, or its nearest isolated ancestor.
   */
  readonly #openBoundary: Node | undefined;
  readonly #answers = new Map<Node, boolean>();

  constructor(funnel: ErrorFunnel, updated: Node | undefined) {
    this.#funnel = funnel;
    this.#openBoundary = this.#nearestBoundary(updated);
  }

  /** Returns whether a control's own children wait for its `update()`. While it enters, they are sent with it. */
  doChildrenWait(node: Node): boolean {
    return node !== this.#openBoundary && (node.flags & Flag.isEntering) === 0 && this.#isIsolated(node);
  }

  /** Returns whether no change of a control may be sent now. */
  isDeferred(node: Node): boolean {
    return this.#isBehindBoundary(node) || (node.dirty === undefined && this.doChildrenWait(node));
  }

  #isBehindBoundary(node: Node): boolean {
    if (node === this.#openBoundary) return false;
    const above = this.#nearestBoundary(node.parent);
    return above !== undefined && above !== this.#openBoundary;
  }

  #nearestBoundary(node: Node | undefined): Node | undefined {
    for (let at = node; at !== undefined; at = at.parent) {
      if (at === this.#openBoundary || ((at.flags & Flag.isEntering) === 0 && this.#isIsolated(at))) return at;
    }
    return undefined;
  }

  #isIsolated(node: Node): boolean {
    if (!node.classInfo.canBeIsolated) return false;
    const known = this.#answers.get(node);
    if (known !== undefined) return known;
    const is = this.#funnel.run("hook", "isIsolated", node, () => node.control.isIsolated()) === true;
    this.#answers.set(node, is);
    return is;
  }
}
