import { isSame } from "./equal.ts";
import type { Doc, Docs, Shown, Thing } from "./thing.ts";

/** What one flush did, as the design has it. */
export interface Flushed {
  readonly entering: readonly Thing[];
  readonly leaving: readonly Thing[];
  /** Controls that are mounted before and after, and did not wait. */
  readonly reached: ReadonlySet<Thing>;
  /** Of those, the ones whose document or children are other ones now. */
  readonly changed: ReadonlySet<Thing>;
  /** Whose child each control was before. */
  readonly parents: ReadonlyMap<Thing, Thing | undefined>;
}

/**
 * What a session must come to, as simply as it can be said: every flush walks the whole tree from the page down
 * and takes over what the app has, but behind isolated controls.
 */
export class Model {
  readonly page: Thing;
  /** What the client was given, by id: what is not sent is no part of it. */
  given: { [id: string]: Doc } = {};

  constructor(page: Thing) {
    this.page = page;
  }

  /** Everything that is on the page, parents first. */
  mounted(): Thing[] {
    const all: Thing[] = [];
    const visit = (thing: Thing): void => {
      all.push(thing);
      for (const child of [...(thing.shown?.slots.values() ?? [])].flat()) visit(child);
    };
    if (this.page.shown !== undefined) visit(this.page);
    return all;
  }

  documents(): Docs {
    return Object.fromEntries(this.mounted().map((thing) => [thing.id, documentOf(thing.shown as Shown)]));
  }

  /** The isolated control that a control is, or is in. */
  boundaryOf(thing: Thing): Thing | undefined {
    for (let at: Thing | undefined = thing; at !== undefined; at = at.parent) if (at.kind.isIsolated) return at;
    return undefined;
  }

  /** Whether a control waits for an `update()`, if `open` was asked for one. */
  isHeld(thing: Thing, open: Thing | undefined): boolean {
    if (thing === open) return false;
    for (let at = thing.parent; at !== undefined; at = at.parent) {
      if (at === open) return false;
      if (at.kind.isIsolated) return true;
    }
    return false;
  }

  /**
   * One flush; `open` is the isolated control whose `update()` was called. Undefined when a mounted control is moved
   * over a boundary that stays shut: then nothing was done.
   */
  flush(open: Thing | undefined): Flushed | undefined {
    const before = this.mounted();
    const heldBefore = new Set(before.filter((thing) => this.#holdsSlots(thing, open)));
    const next = new Map<Thing, Shown>();
    const parents = new Map<Thing, Thing>();
    const reached = new Set<Thing>();
    let isCrossing = false;
    const visit = (thing: Thing, parent: Thing | undefined, isHeld: boolean): void => {
      if (next.has(thing)) {
        isCrossing = true;
        return;
      }
      const { shown } = thing;
      const waits = thing !== open && isHeld;
      const opens = !waits && (thing === open || !thing.kind.isIsolated || shown === undefined);
      if (shown !== undefined && !waits) reached.add(thing);
      next.set(thing, {
        values: shown !== undefined && waits ? shown.values : thing.liveValues(),
        slots: shown !== undefined && !opens ? shown.slots : thing.liveSlots(),
      });
      if (parent !== undefined) parents.set(thing, parent);
      if (thing.parent !== parent && thing.parent !== undefined && heldBefore.has(thing.parent)) isCrossing = true;
      for (const list of next.get(thing)?.slots.values() ?? []) for (const child of list) visit(child, thing, !opens);
    };
    visit(this.page, undefined, false);
    const leaving = before.filter((thing) => !next.has(thing));
    // A control that waits in its old place, while its new one leaves the page.
    const takes = (thing: Thing): boolean =>
      thing.children.some((child) => next.has(child) || (child.shown === undefined && takes(child)));
    // One that leaves, and has come into a slot that waits, or into something new there: it crosses at once.
    const gains = (thing: Thing): boolean =>
      thing.children.some((child) => leaving.includes(child) || (child.shown === undefined && gains(child)));
    if (isCrossing || [...next.keys()].some(gains) || leaving.some((thing) => this.isUnderPage(thing) || takes(thing)))
      return undefined;
    return this.#commit(next, parents, reached, leaving);
  }

  /** The client can take what it lacks. */
  send(): void {
    this.given = { ...this.documents() };
  }

  /** Whether the app has a control somewhere under the page, shown or not. */
  isUnderPage(thing: Thing): boolean {
    const visit = (at: Thing): boolean => at === thing || at.children.some(visit);
    return visit(this.page);
  }

  #holdsSlots(thing: Thing, open: Thing | undefined): boolean {
    return this.isHeld(thing, open) || (thing.kind.isIsolated && thing !== open);
  }

  #commit(
    next: ReadonlyMap<Thing, Shown>,
    nextParents: ReadonlyMap<Thing, Thing>,
    reached: ReadonlySet<Thing>,
    leaving: readonly Thing[],
  ): Flushed {
    const parents = new Map([...leaving, ...next.keys()].map((thing) => [thing, thing.parent]));
    const entering = [...next.keys()].filter((thing) => thing.shown === undefined);
    const changed = new Set([...reached].filter((thing) => isOther(thing.shown as Shown, next.get(thing) as Shown)));
    for (const thing of leaving) {
      thing.shown = undefined;
      thing.parent = undefined;
    }
    for (const [thing, shown] of next) {
      thing.shown = shown;
      thing.parent = nextParents.get(thing);
    }
    return { entering, leaving, reached, changed, parents };
  }
}

/** The document of what is shown, with the ids of the children. */
export function documentOf({ values, slots }: Shown): Doc {
  if (slots.size === 0) return values;
  const ids: { [slot: string]: unknown } = {};
  for (const [slot, list] of slots) ids[slot] = slot === "controls" ? list.map(({ id }) => id) : list[0]?.id;
  return { ...values, $slots: ids };
}

function isOther(a: Shown, b: Shown): boolean {
  return !isSame(documentOf(a), documentOf(b));
}
