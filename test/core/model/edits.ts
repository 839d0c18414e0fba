import type { Control } from "runlet";
import type { Thing } from "./thing.ts";
import type { World } from "./world.ts";

type Open = { [name: string]: unknown };

/** Sets a property, or a text in the place of a control. `undefined` goes back to the default. */
export function set(world: World, thing: Thing, name: string, value: unknown): void {
  world.note(`${thing.name}.${name} = ${JSON.stringify(value)};`);
  world.both(
    () => {
      open(thing)[name] = value;
    },
    () => {
      thing.bound.delete(name);
      store(world, thing, name, value);
    },
  );
}

/** The model's half of a property that was set, by whoever. */
export function store(world: World, thing: Thing, name: string, value: unknown): void {
  const initial = thing.kind.props[name]?.initial ?? null;
  const next = value === undefined ? initial : value;
  const hadChild = name === thing.kind.textSlot && thing.slot(name).length > 0;
  if (Object.is(thing.read(name), next) && !hadChild) return;
  if (hadChild) thing.slots.set(name, []);
  if (Object.is(next, initial)) thing.values.delete(name);
  else thing.values.set(name, next);
  world.touch(thing, hadChild);
}

/** Edits a value in place: one field of an object. */
export function editField(world: World, thing: Thing, name: string, field: string, value: unknown): void {
  const before = thing.read(name);
  if (typeof before !== "object" || before === null || Array.isArray(before)) return;
  world.note(`${thing.name}.edit((draft) => { draft.${name}.${field} = ${JSON.stringify(value)}; });`);
  world.both(
    () =>
      thing.control.edit((draft) => {
        ((draft as unknown as Open)[name] as Open)[field] = value;
      }),
    () => {
      if ((before as Open)[field] === value) return;
      thing.bound.delete(name);
      store(world, thing, name, { ...before, [field]: value });
    },
  );
}

/** Puts a control, or nothing, into a slot for one. */
export function put(world: World, thing: Thing, slot: string, child: Thing | null): void {
  world.note(`${thing.name}.${slot} = ${child?.name ?? null};`);
  world.both(
    () => {
      open(thing)[slot] = child?.control ?? null;
    },
    () => {
      thing.bound.delete(slot);
      const isSame = (thing.slot(slot)[0] ?? null) === child && !thing.values.has(slot);
      thing.values.delete(slot);
      thing.slots.set(slot, child === null ? [] : [child]);
      if (!isSame) world.touch(thing, true);
    },
  );
}

/** Assigns a list as a whole. */
export function assignList(world: World, thing: Thing, children: readonly Thing[]): void {
  const name = thing.kind.list as string;
  world.note(`${thing.name}.${name} = [${children.map((child) => child.name)}];`);
  world.both(
    () => {
      open(thing)[name] = children.map(({ control }) => control);
    },
    () => {
      thing.bound.delete(name);
      thing.slots.set(name, [...children]);
      world.touch(thing, true);
    },
  );
}

/** An edit of a list, of controls or of the model's: `of` gives what stands in it for a thing. */
export type ListEdit = <T extends { key?: string | number }>(list: T[], of: (thing: Thing) => T) => unknown;

/** Edits a list in place, and compares what the edit returned and left with what it does to a plain array. */
export function list(world: World, thing: Thing, label: string, edit: ListEdit): void {
  const name = thing.kind.list as string;
  world.note(`${thing.name}.${name}${label.startsWith("[") ? "" : "."}${label};`);
  let real: unknown;
  let after: readonly unknown[] = [];
  world.both(
    () => {
      const controls = open(thing)[name] as Control[];
      const result = edit(controls, ({ control }) => control);
      real = result === controls ? "the list" : toThings(world, result);
      after = toThings(world, [...controls]) as unknown[];
    },
    () => {
      const items = thing.slot(name);
      const result = edit(items, (child) => child);
      same(`what ${label} returned`, real, result === items ? "the list" : result);
      same(`the list after ${label}`, after, items);
      world.touch(thing, true);
    },
  );
}

export function open(thing: Thing): Open {
  return thing.control as unknown as Open;
}

function toThings(world: World, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => toThings(world, item));
  return world.byControl.get(value as Control) ?? value;
}

function same(what: string, is: unknown, should: unknown): void {
  if (Array.isArray(is) && Array.isArray(should) ? isSameList(is, should) : is === should) return;
  const text = (value: unknown) => JSON.stringify(value, (_, item) => (item as Thing | null)?.name ?? item);
  throw new Error(`${what}: ${text(is)}, not ${text(should)}`);
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
