import { isSame } from "./equal.ts";
import type { FlushedState, ModelControl, ModelDocument, ModelDocuments } from "./model-control.ts";

/** The effects of one flush, as the design defines them. */
export interface Flushed {
  readonly entering: readonly ModelControl[];
  readonly leaving: readonly ModelControl[];
  /** Controls that are mounted before and after the flush, and did not wait. */
  readonly reached: ReadonlySet<ModelControl>;
  /** Those of `reached` whose document or children changed. */
  readonly changed: ReadonlySet<ModelControl>;
  /** Parent of each control before the flush. */
  readonly parents: ReadonlyMap<ModelControl, ModelControl | undefined>;
}

/**
 * The expected state of a session, computed as simply as possible. Every flush walks the whole tree from the page down
 * and takes over the app's state, except inside isolated controls.
 */
export class Model {
  readonly page: ModelControl;
  /** Documents that the client has received, by id. */
  sent: { [id: string]: ModelDocument } = {};

  constructor(page: ModelControl) {
    this.page = page;
  }

  /** Returns all mounted controls, parents first. */
  mounted(): ModelControl[] {
    const all: ModelControl[] = [];
    const visit = (modelControl: ModelControl): void => {
      all.push(modelControl);
      for (const child of [...(modelControl.flushed?.slots.values() ?? [])].flat()) visit(child);
    };
    if (this.page.flushed !== undefined) visit(this.page);
    return all;
  }

  documents(): ModelDocuments {
    return Object.fromEntries(
      this.mounted().map((modelControl) => [modelControl.id, documentOf(modelControl.flushed as FlushedState)]),
    );
  }

  /** Returns the isolated control that a control is or is inside of. */
  boundaryOf(thing: ModelControl): ModelControl | undefined {
    for (let at: ModelControl | undefined = thing; at !== undefined; at = at.parent) if (at.kind.isIsolated) return at;
    return undefined;
  }

  /** Returns whether a control waits for an `update()`. `open` is the isolated control whose `update()` was called. */
  isHeld(thing: ModelControl, open: ModelControl | undefined): boolean {
    if (thing === open) return false;
    for (let at = thing.parent; at !== undefined; at = at.parent) {
      if (at === open) return false;
      if (at.kind.isIsolated) return true;
    }
    return false;
  }

  /**
   * Runs one flush. `open` is the isolated control whose `update()` was called. Returns undefined, and changes nothing,
   * if a mounted control moves into or out of an isolated control that waits.
   */
  flush(open: ModelControl | undefined): Flushed | undefined {
    const before = this.mounted();
    const heldBefore = new Set(before.filter((modelControl) => this.#holdsSlots(modelControl, open)));
    const next = new Map<ModelControl, FlushedState>();
    const parents = new Map<ModelControl, ModelControl>();
    const reached = new Set<ModelControl>();
    let isCrossing = false;
    const visit = (modelControl: ModelControl, parent: ModelControl | undefined, isHeld: boolean): void => {
      if (next.has(modelControl)) {
        isCrossing = true;
        return;
      }
      const { flushed } = modelControl;
      const waits = modelControl !== open && isHeld;
      const opens = !waits && (modelControl === open || !modelControl.kind.isIsolated || flushed === undefined);
      if (flushed !== undefined && !waits) reached.add(modelControl);
      next.set(modelControl, {
        values: flushed !== undefined && waits ? flushed.values : modelControl.liveValues(),
        slots: flushed !== undefined && !opens ? flushed.slots : modelControl.liveSlots(),
      });
      if (parent !== undefined) parents.set(modelControl, parent);
      if (modelControl.parent !== parent && modelControl.parent !== undefined && heldBefore.has(modelControl.parent))
        isCrossing = true;
      for (const list of next.get(modelControl)?.slots.values() ?? [])
        for (const child of list) visit(child, modelControl, !opens);
    };
    visit(this.page, undefined, false);
    const leaving = before.filter((modelControl) => !next.has(modelControl));
    // A control that waits in its old place while its new place leaves the page.
    const takes = (modelControl: ModelControl): boolean =>
      modelControl.children.some((child) => next.has(child) || (child.flushed === undefined && takes(child)));
    // A leaving control in a slot that waits, or in a new control there, moves at once.
    const gains = (modelControl: ModelControl): boolean =>
      modelControl.children.some((child) => leaving.includes(child) || (child.flushed === undefined && gains(child)));
    if (
      isCrossing ||
      [...next.keys()].some(gains) ||
      leaving.some((modelControl) => this.isUnderPage(modelControl) || takes(modelControl))
    )
      return undefined;
    return this.#commit(next, parents, reached, leaving);
  }

  /** Sends everything to a client that can take it. */
  send(): void {
    this.sent = { ...this.documents() };
  }

  /** Returns whether the app's tree has a control under the page, shown or not. */
  isUnderPage(thing: ModelControl): boolean {
    const visit = (at: ModelControl): boolean => at === thing || at.children.some(visit);
    return visit(this.page);
  }

  #holdsSlots(thing: ModelControl, open: ModelControl | undefined): boolean {
    return this.isHeld(thing, open) || (thing.kind.isIsolated && thing !== open);
  }

  #commit(
    next: ReadonlyMap<ModelControl, FlushedState>,
    nextParents: ReadonlyMap<ModelControl, ModelControl>,
    reached: ReadonlySet<ModelControl>,
    leaving: readonly ModelControl[],
  ): Flushed {
    const parents = new Map([...leaving, ...next.keys()].map((modelControl) => [modelControl, modelControl.parent]));
    const entering = [...next.keys()].filter((modelControl) => modelControl.flushed === undefined);
    const changed = new Set(
      [...reached].filter((modelControl) =>
        isOther(modelControl.flushed as FlushedState, next.get(modelControl) as FlushedState),
      ),
    );
    for (const modelControl of leaving) {
      modelControl.flushed = undefined;
      modelControl.parent = undefined;
    }
    for (const [modelControl, shown] of next) {
      modelControl.flushed = shown;
      modelControl.parent = nextParents.get(modelControl);
    }
    return { entering, leaving, reached, changed, parents };
  }
}

/** Returns the document of the shown state, with the ids of the children. */
export function documentOf({ values, slots }: FlushedState): ModelDocument {
  if (slots.size === 0) return values;
  const ids: { [slot: string]: unknown } = {};
  for (const [slot, list] of slots) ids[slot] = slot === "controls" ? list.map(({ id }) => id) : list[0]?.id;
  return { ...values, $slots: ids };
}

function isOther(a: FlushedState, b: FlushedState): boolean {
  return !isSame(documentOf(a), documentOf(b));
}
