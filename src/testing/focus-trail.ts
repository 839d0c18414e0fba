import { type Control, specOf } from "../controls/control.ts";
import type { FocusLevel } from "../input/focus-order.ts";
import { chosenIn, isHolder, itemsIn, itemsOf, roleOf, stopsIn } from "./focus-group.ts";
import type { FocusTree } from "./focus-tree.ts";

type Level = FocusLevel<Control>;

/** A control inside another, among the children that the other one had. */
interface Place {
  readonly parent: number;
  readonly child: Control;
  readonly siblings: readonly number[];
}

/** Where a control was, from its parent to the page. */
export class FocusTrail {
  readonly control: Control;
  /** Page that the control was on. After the end of a session it is another one. */
  readonly page: Control;
  readonly #tree: FocusTree;
  readonly #places: readonly Place[];

  constructor(tree: FocusTree, control: Control) {
    this.#tree = tree;
    this.control = control;
    this.page = tree.page;
    const places: Place[] = [];
    for (let at: Control | undefined = control; at?.parent !== undefined; at = at.parent) {
      places.push({ parent: at.parent.id, child: at, siblings: tree.childIdsOf(at.parent.id) ?? [] });
    }
    this.#places = places;
  }

  /** Ids of the controls that it was in. */
  get ids(): readonly number[] {
    return this.#places.map(({ parent }) => parent);
  }

  /** View that the control was in. */
  get view(): Control | undefined {
    return this.#places.find(({ child }) => specOf(child).type === "View")?.child;
  }

  /** Returns the candidates for the focus when the control can no longer have it, the nearest first. */
  *levels(): Iterable<Level> {
    if (this.control.isMounted) yield { after: this.#stopsIn(this.control), before: [] };
    yield* this.#groupAround(0);
    for (const [index, place] of this.#places.entries()) {
      const parent = this.#tree.find(place.parent);
      if (parent === undefined) continue;
      const { after, before } = this.#siblingsOf(place);
      const { type } = specOf(place.child);
      yield {
        after: after.flatMap((sibling) => this.#stopsIn(sibling)),
        // In another control of the same type, the first one is the nearest.
        before: before.flatMap((sibling) => {
          const stops = this.#stopsIn(sibling);
          return specOf(sibling).type === type ? stops : stops.reverse();
        }),
        owner: this.#tree.isFocusable(parent) ? parent : undefined,
      };
      if (specOf(parent).type === "View") return;
      yield* this.#groupAround(index + 1);
    }
  }

  /** Returns the group that a control of this trail is or was in: this one, or the one around it at an index. */
  *#groupAround(from: number): Iterable<Level> {
    const lost = this.#places[from]?.child;
    const role = lost && roleOf(lost);
    if (lost === undefined || role === undefined) return;
    const [after, before]: [Control[], Control[]] = [[], []];
    for (const place of this.#places.slice(from)) {
      const around = this.#siblingsOf(place);
      after.push(...around.after.flatMap((sibling) => itemsIn(this.#tree, sibling, role)));
      before.push(...around.before.flatMap((sibling) => itemsIn(this.#tree, sibling, role).reverse()));
      const parent = this.#tree.find(place.parent);
      if (parent === undefined || !isHolder(parent, role)) continue;
      yield { chosen: chosenIn(this.#tree, parent, itemsOf(this.#tree, parent, role)), after, before };
      return;
    }
  }

  /** Returns what comes after a place now, and what comes before it, each with the nearest first. */
  #siblingsOf({ parent, child, siblings }: Place): { after: Control[]; before: Control[] } {
    const control = this.#tree.find(parent);
    const now = control === undefined ? [] : this.#tree.childrenOf(control);
    const at = now.indexOf(child);
    if (at !== -1) return { after: now.slice(at + 1), before: now.slice(0, at).reverse() };
    const positions = new Map(now.map(({ id }, index) => [id, index]));
    const previous = siblings.slice(0, siblings.indexOf(child.id)).findLast((id) => positions.has(id));
    // What came to this place at the same time comes next.
    const start = previous === undefined ? 0 : (positions.get(previous) ?? 0) + 1;
    return { after: now.slice(start), before: now.slice(0, start).reverse() };
  }

  #stopsIn(control: Control): Control[] {
    return stopsIn(this.#tree, control);
  }
}
