import type { Node } from "./node.ts";
import type { Session } from "./session.ts";

/**
 * The isolated controls of a page, as one flush sees them: each is asked once. Changes below one wait for its own
 * `update()`, or that of a control below it, which opens the nearest. One that enters holds nothing yet: all comes with it.
 */
export class Boundaries {
  readonly #session: Session;
  /** The one that was asked to update, or that the asked control is in. */
  readonly #open: Node | undefined;
  readonly #known = new Map<Node, boolean>();

  constructor(session: Session, asked: Node | undefined) {
    this.#session = session;
    this.#open = this.#nearest(asked);
  }

  /** Whether a control's own children wait for its `update()`. Not while it enters: they come with it. */
  doChildrenWait(node: Node): boolean {
    return node !== this.#open && !node.isEntering && this.#isIsolated(node);
  }

  /** Whether no change of a control may go out now. */
  isHeld(node: Node): boolean {
    return this.#isBehind(node) || (node.dirty === undefined && this.doChildrenWait(node));
  }

  #isBehind(node: Node): boolean {
    if (node === this.#open) return false;
    const above = this.#nearest(node.parent);
    return above !== undefined && above !== this.#open;
  }

  #nearest(node: Node | undefined): Node | undefined {
    for (let at = node; at !== undefined; at = at.parent) {
      if (at === this.#open || (!at.isEntering && this.#isIsolated(at))) return at;
    }
    return undefined;
  }

  #isIsolated(node: Node): boolean {
    if (!node.kind.hasBoundary) return false;
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const { funnel } = this.#session;
    const is = funnel.run("hook", "isIsolated", node, () => node.control.isIsolated()) === true;
    this.#known.set(node, is);
    return is;
  }
}
