import type { Control } from "runlet";
import type { ModelControl } from "./model-control.ts";
import type { TestRun } from "./test-run.ts";

type Open = { [name: string]: unknown };

/** Sets a property, or a text in place of a control. `undefined` restores the default. */
export function set(testRun: TestRun, modelControl: ModelControl, name: string, value: unknown): void {
  testRun.note(`${modelControl.name}.${name} = ${JSON.stringify(value)};`);
  testRun.both(
    () => {
      open(modelControl)[name] = value;
    },
    () => {
      modelControl.bound.delete(name);
      store(testRun, modelControl, name, value);
    },
  );
}

/** Applies a set property to the model, whether the app or the client set it. */
export function store(testRun: TestRun, modelControl: ModelControl, name: string, value: unknown): void {
  const initial = modelControl.kind.props[name]?.initial ?? null;
  const next = value === undefined ? initial : value;
  const hadChild = name === modelControl.kind.textSlot && modelControl.slot(name).length > 0;
  if (Object.is(modelControl.read(name), next) && !hadChild) return;
  if (hadChild) modelControl.slots.set(name, []);
  if (Object.is(next, initial)) modelControl.values.delete(name);
  else modelControl.values.set(name, next);
  testRun.touch(modelControl, hadChild);
}

/** Edits a value in place: one field of an object. */
export function editField(
  testRun: TestRun,
  modelControl: ModelControl,
  name: string,
  field: string,
  value: unknown,
): void {
  const before = modelControl.read(name);
  if (typeof before !== "object" || before === null || Array.isArray(before)) return;
  testRun.note(`${modelControl.name}.edit((draft) => { draft.${name}.${field} = ${JSON.stringify(value)}; });`);
  testRun.both(
    () =>
      modelControl.control.edit((draft) => {
        ((draft as unknown as Open)[name] as Open)[field] = value;
      }),
    () => {
      if ((before as Open)[field] === value) return;
      modelControl.bound.delete(name);
      store(testRun, modelControl, name, { ...before, [field]: value });
    },
  );
}

/** Puts a control, or null, into a slot for one control. */
export function put(testRun: TestRun, modelControl: ModelControl, slot: string, child: ModelControl | null): void {
  testRun.note(`${modelControl.name}.${slot} = ${child?.name ?? null};`);
  testRun.both(
    () => {
      open(modelControl)[slot] = child?.control ?? null;
    },
    () => {
      modelControl.bound.delete(slot);
      const isSame = (modelControl.slot(slot)[0] ?? null) === child && !modelControl.values.has(slot);
      modelControl.values.delete(slot);
      modelControl.slots.set(slot, child === null ? [] : [child]);
      if (!isSame) testRun.touch(modelControl, true);
    },
  );
}

/** Assigns a whole list. */
export function assignList(testRun: TestRun, modelControl: ModelControl, children: readonly ModelControl[]): void {
  const name = modelControl.kind.list as string;
  testRun.note(`${modelControl.name}.${name} = [${children.map((child) => child.name)}];`);
  testRun.both(
    () => {
      open(modelControl)[name] = children.map(({ control }) => control);
    },
    () => {
      modelControl.bound.delete(name);
      modelControl.slots.set(name, [...children]);
      testRun.touch(modelControl, true);
    },
  );
}

/** An edit of a list, either of controls or of the model. `of` returns the list's item for a control of the model. */
export type ListEdit = <T extends { key?: string | number }>(
  list: T[],
  of: (modelControl: ModelControl) => T,
) => unknown;

/** Edits a list in place, and compares its result and the list with the same edit of a plain array. */
export function list(testRun: TestRun, modelControl: ModelControl, label: string, edit: ListEdit): void {
  const name = modelControl.kind.list as string;
  testRun.note(`${modelControl.name}.${name}${label.startsWith("[") ? "" : "."}${label};`);
  let real: unknown;
  let after: readonly unknown[] = [];
  testRun.both(
    () => {
      const controls = open(modelControl)[name] as Control[];
      const result = edit(controls, ({ control }) => control);
      real = result === controls ? "the list" : toThings(testRun, result);
      after = toThings(testRun, [...controls]) as unknown[];
    },
    () => {
      const items = modelControl.slot(name);
      const result = edit(items, (child) => child);
      same(`the result of ${label}`, real, result === items ? "the list" : result);
      same(`the list after ${label}`, after, items);
      testRun.touch(modelControl, true);
    },
  );
}

export function open(modelControl: ModelControl): Open {
  return modelControl.control as unknown as Open;
}

function toThings(testRun: TestRun, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => toThings(testRun, item));
  return testRun.byControl.get(value as Control) ?? value;
}

function same(what: string, is: unknown, should: unknown): void {
  if (Array.isArray(is) && Array.isArray(should) ? isSameList(is, should) : is === should) return;
  const text = (value: unknown) => JSON.stringify(value, (_, item) => (item as ModelControl | null)?.name ?? item);
  throw new Error(`${what}: ${text(is)}, not ${text(should)}`);
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
