import { canContain, isPinned, lists, movable, pick, type Step, singles, takeOut } from "./choices.ts";
import { assignList, editField, list, put, set } from "./edits.ts";
import { KINDS } from "./kinds.ts";
import type { ModelControl } from "./model-control.ts";
import { SCRIPTS } from "./scripts.ts";
import type { TestRun } from "./test-run.ts";

/** The action of a step. Its numbers choose among what exists. */
export type Command = (world: TestRun, step: Step) => void;

/** Makes a control of a kind that the program allows, with any script. */
export function make(testRun: TestRun, kind: number, script: number): ModelControl {
  const { name, isTraced } = pick(KINDS, testRun.kinds.includes(kind) ? kind : pick(testRun.kinds, kind));
  return testRun.create(name, isTraced ? pick(SCRIPTS, script) : undefined);
}

/** Puts a control without a place into a slot. */
function place(testRun: TestRun, modelControl: ModelControl, { a, b, c }: Step): void {
  const holders = [...lists(testRun), ...singles(testRun)].filter((holder) =>
    canContain(testRun, modelControl, holder),
  );
  const holder = pick(holders, a);
  if (holder.kind.list === undefined) {
    const slot = pick(holder.kind.singles, b);
    const old = holder.slot(slot)[0];
    if (old === undefined || !isPinned(testRun, old)) put(testRun, holder, slot, modelControl);
    return;
  }
  const at = c % (holder.list().length + 1);
  list(testRun, holder, `splice(${at}, 0, ${modelControl.name})`, (items, of) => items.splice(at, 0, of(modelControl)));
}

const move: Command = (testRun, step) => {
  const modelControl = pick(movable(testRun), step.d);
  const holder = testRun.holderOf(modelControl);
  // Between two flushes a control may be in two places.
  if (step.c % 2 === 0 || holder?.kind.list === undefined) takeOut(testRun, modelControl, step.c);
  place(testRun, modelControl, step);
  if (holder?.list !== undefined && step.c % 2 === 1) takeOut(testRun, modelControl, step.c, holder);
};

const wrap: Command = (testRun, { a, b, c }) => {
  const modelControl = pick(movable(testRun), a);
  const holder = testRun.holderOf(modelControl);
  if (holder === undefined) return;
  const kinds = [2, 3, 5, 10, 11].filter((kind) => testRun.kinds.includes(kind));
  if (kinds.length === 0) return;
  const wrapper = make(testRun, pick(kinds, b), c);
  const index = holder.kind.list === undefined ? -1 : holder.list().indexOf(modelControl);
  if (holder.kind.list === undefined) {
    const slot = holder.kind.singles.find((name) => holder.slot(name).includes(modelControl)) as string;
    put(testRun, holder, slot, wrapper);
  } else {
    list(testRun, holder, `[${index}] = ${wrapper.name}`, (items, of) => {
      items[index] = of(wrapper);
    });
  }
  if (wrapper.kind.list !== undefined) assignList(testRun, wrapper, [modelControl]);
  else put(testRun, wrapper, "content", modelControl);
};

const unwrap: Command = (testRun, { a }) => {
  const wrapper = pick(movable(testRun), a);
  const holder = testRun.holderOf(wrapper);
  if (holder?.kind.list === undefined || wrapper.kind.list === undefined || wrapper.bound.has("controls")) return;
  const inside = [...wrapper.list()];
  const index = holder.list().indexOf(wrapper);
  list(testRun, holder, `splice(${index}, 1, ...${wrapper.name}.controls)`, (items, of) =>
    items.splice(index, 1, ...inside.map(of)),
  );
  assignList(testRun, wrapper, []);
};

const swap: Command = (testRun, { a, b, c, d }) => {
  const [one, other] = [pick(lists(testRun), a), pick(lists(testRun), b)];
  const [i, j] = [c % Math.max(1, one.list().length), d % Math.max(1, other.list().length)];
  const [x, y] = [one.list()[i], other.list()[j]];
  if (x === undefined || y === undefined || !canContain(testRun, x, other) || !canContain(testRun, y, one)) return;
  list(testRun, one, `[${i}] = ${y.name}`, (items, of) => {
    items[i] = of(y);
  });
  list(testRun, other, `[${j}] = ${x.name}`, (items, of) => {
    items[j] = of(x);
  });
};

const setProp: Command = (testRun, { a, b, c, d }) => {
  const modelControl = pick(testRun.controls, a);
  const [name, { initial, samples }] = pick(Object.entries(modelControl.kind.props), b);
  const before = modelControl.read(name);
  set(testRun, modelControl, name, c % 6 === 0 ? undefined : pick(samples, c));
  if (d % 8 === 0) set(testRun, modelControl, name, before === initial ? undefined : before);
};

const setText: Command = (testRun, { a, b }) => {
  const modelControls = testRun.controls.filter(({ kind }) => kind.textSlot !== undefined);
  if (modelControls.length === 0) return;
  const modelControl = pick(modelControls, a);
  const slot = modelControl.kind.textSlot as string;
  if (!modelControl.slot(slot).some((child) => isPinned(testRun, child)))
    set(testRun, modelControl, slot, pick(["x", "y", null], b));
};

const rebuild: Command = (testRun, { a, b }) => {
  const modelControls = testRun.controls.filter(
    (modelControl) => modelControl.flushed && modelControl.isBuilt && modelControl.plan === undefined,
  );
  const plain = modelControls.filter(({ kind, children }) => kind.builds === "anything" && children.length > 0);
  if (plain.length === 0) return;
  const modelControl = pick(plain, a);
  const children = modelControl.children;
  const results = [
    children.toReversed(),
    children.slice(1),
    children[0] as ModelControl,
    [...children, make(testRun, b, b)],
  ];
  modelControl.plan = pick(results, b);
  testRun.note(`${modelControl.name}.rebuild();`);
  const { calls } = testRun;
  modelControl.control.rebuild();
  testRun.calls = calls;
  modelControl.isTouched = true;
  modelControl.plan = undefined;
};

/** Commands with which an app changes its tree. */
export const TREE: { readonly [name: string]: Command } = {
  add: (testRun, step) => place(testRun, make(testRun, step.c, step.d), step),
  move,
  remove: (testRun, { a, b }) => takeOut(testRun, pick(movable(testRun), a), b),
  wrap,
  unwrap,
  swap,
  setProp,
  setText,
  edit: (testRun, { a, b, c }) => {
    const modelControl = pick(testRun.controls, a);
    const [name, field] = pick(
      [
        ["margin", "left"],
        ["style", "size"],
        ["padding", "right"],
      ] as const,
      b,
    );
    editField(testRun, modelControl, name, field, c % 4);
  },
  rebuild,
};
