import type { Hooks } from "./kinds.ts";
import type { Flushed } from "./model.ts";
import type { Thing } from "./thing.ts";

/** One call of a hook. */
export interface Call {
  readonly hook: keyof Hooks;
  readonly thing: Thing;
}

/** What was so before a flush and what its hooks did: more rounds than one leave more open. */
export interface Around {
  readonly built: ReadonlySet<Thing>;
  readonly touched: ReadonlySet<Thing>;
  /** Edits that hooks made, of what other than the control itself while it entered. */
  edits: number;
  /** Whether one of them took or gave children. */
  hasMoved: boolean;
}

/** Throws unless the hooks of one flush were called as the contract has it: whose, how often, in which order. */
export function checkHooks(calls: readonly Call[], flushed: Flushed, around: Around): void {
  const called = (hook: keyof Hooks) => calls.filter((call) => call.hook === hook).map(({ thing }) => thing);
  const { entering, leaving } = flushed;
  const passing = (thing: Thing) => around.hasMoved && !entering.includes(thing) && thing.shown === undefined;
  same("didMount", called("didMount"), entering);
  same("willUnmount", called("willUnmount"), leaving);
  const builds = called("build").filter((thing) => !passing(thing) || around.built.has(thing));
  same(
    "build",
    builds,
    entering.filter((thing) => !around.built.has(thing)),
  );
  once(called("build"));
  checkUpdates(called("beforeUpdate"), flushed, around);
  checkOrder(calls, flushed, around);
}

function checkUpdates(updated: readonly Thing[], flushed: Flushed, { touched, edits, hasMoved }: Around): void {
  const counts = new Map<Thing, number>();
  for (const thing of updated) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  const between = (thing: Thing, least: number, most: number): void => {
    const count = counts.get(thing) ?? 0;
    counts.delete(thing);
    if (!thing.kind.isTraced || (count >= least && count <= most)) return;
    throw new Error(`beforeUpdate of ${thing.name} was called ${count} times, not ${least} to ${most}`);
  };
  for (const thing of flushed.entering) between(thing, 1, 1 + edits);
  for (const thing of flushed.reached) {
    // An isolated control may have had its call when its own values went ahead of its children.
    const isDue = flushed.changed.has(thing) && !thing.kind.isIsolated && !thing.mayHaveUpdated;
    const least = isDue ? 1 : 0;
    between(thing, least, (touched.has(thing) ? 1 : 0) + edits);
  }
  for (const thing of counts.keys()) between(thing, 0, hasMoved ? 1 + edits : 0);
}

function checkOrder(calls: readonly Call[], flushed: Flushed, { edits, hasMoved }: Around): void {
  const position = new Map(calls.map(({ hook, thing }, index) => [`${hook} ${thing.name}`, index]));
  const at = (hook: keyof Hooks, thing: Thing) => position.get(`${hook} ${thing.name}`);
  const ordered = (first: number | undefined, then: number | undefined, what: string): void => {
    if (first !== undefined && then !== undefined && first > then) throw new Error(`out of order: ${what}`);
  };
  const last = (hook: keyof Hooks) => calls.findLastIndex((call) => call.hook === hook);
  const firstMount = calls.findIndex(({ hook }) => hook === "didMount");
  for (const hook of ["build", "beforeUpdate", "willUnmount"] as const) {
    if (firstMount >= 0) ordered(last(hook), firstMount, `${hook} after the first didMount`);
  }
  const firstBuild = calls.findIndex(({ hook }) => hook === "build");
  if (!hasMoved && firstBuild >= 0) ordered(last("willUnmount"), firstBuild, "build before willUnmount");
  for (const thing of flushed.entering) {
    ordered(at("build", thing), at("beforeUpdate", thing), `beforeUpdate of ${thing.name} before its build`);
    for (let above = thing.parent; above !== undefined; above = above.parent) {
      const both = `${thing.name} before its ancestor ${above.name}`;
      ordered(at("build", above), at("build", thing), `build of ${both}`);
      ordered(at("didMount", above), at("didMount", thing), `didMount of ${both}`);
      if (edits === 0) ordered(at("beforeUpdate", above), at("beforeUpdate", thing), `beforeUpdate of ${both}`);
    }
  }
  if (hasMoved) return;
  for (const thing of flushed.leaving) {
    const above = flushed.parents.get(thing);
    if (!above?.children.includes(thing)) continue;
    ordered(at("willUnmount", thing), at("willUnmount", above), `willUnmount of ${above.name} before ${thing.name}`);
  }
}

function once(things: readonly Thing[]): void {
  for (const thing of things) {
    if (things.indexOf(thing) !== things.lastIndexOf(thing)) throw new Error(`${thing.name} was built twice`);
  }
}

/** Compares as multisets; controls that tell nothing of their hooks count for nothing. */
function same(hook: string, actual: readonly Thing[], expected: readonly Thing[]): void {
  const names = (things: readonly Thing[]) => things.map(({ name }) => name).sort();
  const [is, should] = [names(actual), names(expected.filter(({ kind }) => kind.isTraced))];
  if (is.join() !== should.join()) throw new Error(`${hook} of [${is}], which should be of [${should}]`);
}
