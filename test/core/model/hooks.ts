import type { Hooks } from "./kinds.ts";
import type { Flushed } from "./model.ts";
import type { ModelControl } from "./model-control.ts";

/** One call of a hook. */
export interface Call {
  readonly hook: keyof Hooks;
  readonly thing: ModelControl;
}

/** State before a flush, and edits by hooks during it. Further rounds allow more calls. */
export interface Around {
  /** The control that `update()` was called on. */
  readonly updated: ModelControl | undefined;
  readonly built: ReadonlySet<ModelControl>;
  readonly touched: ReadonlySet<ModelControl>;
  /** Number of edits by hooks, except edits of a control by its own hook. */
  edits: number;
  /** Whether a hook moved children. */
  hasMoved: boolean;
}

/**
 * Throws unless the hooks of one flush were called as the contract says: for which controls, how often and in which
 * order.
 */
export function checkHooks(calls: readonly Call[], flushed: Flushed, around: Around): void {
  const called = (hook: keyof Hooks) =>
    calls.filter((call) => call.hook === hook).map(({ thing: modelControl }) => modelControl);
  const { entering, leaving } = flushed;
  const passing = (modelControl: ModelControl) =>
    around.hasMoved && !entering.includes(modelControl) && modelControl.flushed === undefined;
  same("didMount", called("didMount"), entering);
  same("willUnmount", called("willUnmount"), leaving);
  const builds = called("build").filter((modelControl) => !passing(modelControl) || around.built.has(modelControl));
  same(
    "build",
    builds,
    entering.filter((modelControl) => !around.built.has(modelControl)),
  );
  once(called("build"));
  checkUpdates(called("beforeUpdate"), flushed, around);
  checkOrder(calls, flushed, around);
}

function checkUpdates(calls: readonly ModelControl[], flushed: Flushed, around: Around): void {
  const { touched, edits, hasMoved, updated } = around;
  const counts = new Map<ModelControl, number>();
  for (const modelControl of calls) counts.set(modelControl, (counts.get(modelControl) ?? 0) + 1);
  const between = (modelControl: ModelControl, least: number, most: number): void => {
    const count = counts.get(modelControl) ?? 0;
    counts.delete(modelControl);
    if (!modelControl.kind.isTraced || (count >= least && count <= most)) return;
    throw new Error(`beforeUpdate of ${modelControl.name} was called ${count} times, not ${least} to ${most}`);
  };
  for (const modelControl of flushed.entering) between(modelControl, 1, 1 + edits);
  for (const modelControl of flushed.reached) {
    // An isolated control may have been updated already, when its own properties were sent before its children.
    const isDue = flushed.changed.has(modelControl) && !modelControl.kind.isIsolated && !modelControl.mayHaveUpdated;
    const least = isDue || modelControl === updated ? 1 : 0;
    between(modelControl, least, (touched.has(modelControl) ? 1 : 0) + edits);
  }
  for (const modelControl of counts.keys()) between(modelControl, 0, hasMoved ? 1 + edits : 0);
}

function checkOrder(calls: readonly Call[], flushed: Flushed, { edits, hasMoved }: Around): void {
  const position = new Map(
    calls.map(({ hook, thing: modelControl }, index) => [`${hook} ${modelControl.name}`, index]),
  );
  const at = (hook: keyof Hooks, modelControl: ModelControl) => position.get(`${hook} ${modelControl.name}`);
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
  for (const modelControl of flushed.entering) {
    ordered(
      at("build", modelControl),
      at("beforeUpdate", modelControl),
      `beforeUpdate of ${modelControl.name} before its build`,
    );
    for (let above = modelControl.parent; above !== undefined; above = above.parent) {
      const both = `${modelControl.name} before its ancestor ${above.name}`;
      ordered(at("build", above), at("build", modelControl), `build of ${both}`);
      ordered(at("didMount", above), at("didMount", modelControl), `didMount of ${both}`);
      if (edits === 0) ordered(at("beforeUpdate", above), at("beforeUpdate", modelControl), `beforeUpdate of ${both}`);
    }
  }
  if (hasMoved) return;
  for (const modelControl of flushed.leaving) {
    const above = flushed.parents.get(modelControl);
    if (!above?.children.includes(modelControl)) continue;
    ordered(
      at("willUnmount", modelControl),
      at("willUnmount", above),
      `willUnmount of ${above.name} before ${modelControl.name}`,
    );
  }
}

function once(modelControls: readonly ModelControl[]): void {
  for (const modelControl of modelControls) {
    if (modelControls.indexOf(modelControl) !== modelControls.lastIndexOf(modelControl))
      throw new Error(`${modelControl.name} was built twice`);
  }
}

/** Compares as multisets. Controls that do not report their hooks are ignored. */
function same(hook: string, actual: readonly ModelControl[], expected: readonly ModelControl[]): void {
  const names = (modelControls: readonly ModelControl[]) => modelControls.map(({ name }) => name).sort();
  const [is, should] = [names(actual), names(expected.filter(({ kind }) => kind.isTraced))];
  if (is.join() !== should.join()) throw new Error(`${hook} was called for [${is}] instead of [${should}]`);
}
