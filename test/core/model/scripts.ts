import type { Control } from "runlet";
import { assignList, list, set } from "./edits.ts";
import type { Hooks } from "./kinds.ts";
import type { ModelControl, Script } from "./model-control.ts";
import type { TestRun } from "./test-run.ts";

/** Scripts for the hooks of controls. Most do nothing. */
export const SCRIPTS: readonly (Script | undefined)[] = [
  ...Array.from({ length: 8 }, () => undefined),
  { on: "build", act: "setOwn" },
  { on: "build", act: "pushOwn" },
  { on: "build", act: "popOwn" },
  { on: "build", act: "fail" },
  { on: "build", act: "follow" },
  { on: "beforeUpdate", act: "setOwn" },
  { on: "beforeUpdate", act: "setParent" },
  { on: "beforeUpdate", act: "pushOwn" },
  { on: "beforeUpdate", act: "popOwn" },
  { on: "beforeUpdate", act: "fail" },
  { on: "didMount", act: "setOwn" },
  { on: "didMount", act: "pushOwn" },
  { on: "didMount", act: "popOwn" },
  { on: "didMount", act: "setParent" },
  { on: "didMount", act: "pushParent" },
  { on: "didMount", act: "own" },
  { on: "didMount", act: "fail" },
  { on: "willUnmount", act: "setOwn" },
  { on: "willUnmount", act: "pushOwn" },
  { on: "willUnmount", act: "setParent" },
  { on: "willUnmount", act: "pushParent" },
  { on: "willUnmount", act: "popParent" },
  { on: "willUnmount", act: "fail" },
];

/** Runs the script of a control, if it belongs to this hook. */
export function act(testRun: TestRun, modelControl: ModelControl, hook: keyof Hooks): void {
  if (modelControl.script?.on === hook) perform(testRun, modelControl, modelControl.script.act, hook);
}

/** Runs the action of a hook or a handler. */
export function perform(testRun: TestRun, modelControl: ModelControl, what: Script["act"], hook: string): void {
  const parent = testRun.byControl.get(modelControl.control.parent as Control);
  switch (what) {
    case "setOwn":
      return set(testRun, modelControl, "tooltip", `${hook} ${testRun.calls.length}`);
    case "setParent":
      return parent && set(testRun, parent, "tooltip", `${hook} of a child ${testRun.calls.length}`);
    case "pushOwn":
      return push(testRun, modelControl);
    case "popOwn":
      return pop(testRun, modelControl);
    case "pushParent":
      return parent && push(testRun, parent);
    case "popParent":
      return parent && pop(testRun, parent);
    case "follow":
      // A rebuild that follows the same stream again keeps one subscription.
      modelControl.effects = 1;
      return modelControl.control.effect(testRun.pulse$);
    case "own":
      modelControl.owned++;
      return modelControl.control.own(() => modelControl.owned--);
    case "fail": {
      const message = `${hook} of ${modelControl.name}`;
      testRun.expected.push(message);
      throw new Error(message);
    }
  }
}

function push(testRun: TestRun, holder: ModelControl): void {
  if (!isOpen(holder)) return;
  const child = testRun.create("label");
  list(testRun, holder, `push(${child.name})`, (items, of) => items.push(of(child)));
}

function pop(testRun: TestRun, holder: ModelControl): void {
  if (!isOpen(holder)) return;
  testRun.displaced(holder.list().slice(-1));
  list(testRun, holder, "pop()", (items) => items.pop());
}

/** Returns whether the app may edit a control's list freely. */
function isOpen({ kind, bound }: ModelControl): boolean {
  return kind.list !== undefined && !bound.has(kind.list);
}

/** Runs `build()` of a control and returns its result. A `build()` that fails does so only the first time. */
export function built(testRun: TestRun, modelControl: ModelControl): Control | Control[] | undefined {
  const hasFailed = modelControl.hasFailed;
  modelControl.hasFailed = true;
  if (!hasFailed || modelControl.script?.act !== "fail") act(testRun, modelControl, "build");
  const result = modelControl.plan === undefined ? firstBuilt(testRun, modelControl) : modelControl.plan;
  modelControl.isBuilt = true;
  modelControl.hasFailed = false;
  if (result === undefined) return undefined;
  fill(testRun, modelControl, result);
  return Array.isArray(result) ? result.map(({ control }) => control) : (result as ModelControl).control;
}

function firstBuilt(testRun: TestRun, modelControl: ModelControl): ModelControl | readonly ModelControl[] | undefined {
  const kind = modelControl.kind.builds;
  const choice = (Number(modelControl.key) * 7) % 5;
  const one = () => {
    const child = testRun.create(["label", "text", "row", "frame"][choice % 4] as string);
    if (child.kind.list !== undefined) assignList(testRun, child, [testRun.create("label")]);
    return child;
  };
  if (kind === "nothing" || choice === 0 || (kind !== "anything" && choice < 3)) return undefined;
  if (kind === "one" || (kind === "anything" && choice < 3)) return one();
  return Array.from({ length: choice === 4 ? 2 : 3 }, one);
}

/** Applies a result of `build()` to the model. */
function fill(testRun: TestRun, modelControl: ModelControl, result: ModelControl | readonly ModelControl[]): void {
  const children = [result].flat() as ModelControl[];
  // The replaced children leave only after this `build()`.
  if (modelControl.children.length > 0) testRun.touch(modelControl, true);
  testRun.displaced(modelControl.children);
  if (modelControl.kind.builds === "anything") modelControl.slots.clear();
  const name =
    modelControl.kind.list ?? modelControl.kind.singles[0] ?? (Array.isArray(result) ? "controls" : "content");
  modelControl.bound.delete(name);
  modelControl.values.delete(name);
  modelControl.slots.set(name, children);
  testRun.note(`return ${children.map((child) => child.name)}`);
}
