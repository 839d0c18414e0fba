import { assignList, editField, list, put, set } from "./edits.ts";
import { KINDS } from "./kinds.ts";
import { fits, isPinned, lists, movable, pick, type Step, singles, takeOut } from "./places.ts";
import { SCRIPTS } from "./scripts.ts";
import type { Thing } from "./thing.ts";
import type { World } from "./world.ts";

/** What a step does: its numbers choose among what there is. */
export type Command = (world: World, step: Step) => void;

/** Makes a control of a kind that the program may have, with any script. */
export function make(world: World, kind: number, script: number): Thing {
  const { name, isTraced } = pick(KINDS, world.kinds.includes(kind) ? kind : pick(world.kinds, kind));
  return world.create(name, isTraced ? pick(SCRIPTS, script) : undefined);
}

/** Puts a control that stands nowhere into a slot. */
function place(world: World, thing: Thing, { a, b, c }: Step): void {
  const holders = [...lists(world), ...singles(world)].filter((holder) => fits(world, thing, holder));
  const holder = pick(holders, a);
  if (holder.kind.list === undefined) {
    const slot = pick(holder.kind.singles, b);
    const old = holder.slot(slot)[0];
    if (old === undefined || !isPinned(world, old)) put(world, holder, slot, thing);
    return;
  }
  const at = c % (holder.list().length + 1);
  list(world, holder, `splice(${at}, 0, ${thing.name})`, (items, of) => items.splice(at, 0, of(thing)));
}

const move: Command = (world, step) => {
  const thing = pick(movable(world), step.d);
  const holder = world.holderOf(thing);
  // Between two flushes it may stand in two places.
  if (step.c % 2 === 0 || holder?.kind.list === undefined) takeOut(world, thing, step.c);
  place(world, thing, step);
  if (holder?.list !== undefined && step.c % 2 === 1) takeOut(world, thing, step.c, holder);
};

const wrap: Command = (world, { a, b, c }) => {
  const thing = pick(movable(world), a);
  const holder = world.holderOf(thing);
  if (holder === undefined) return;
  const kinds = [2, 3, 5, 10, 11].filter((kind) => world.kinds.includes(kind));
  if (kinds.length === 0) return;
  const wrapper = make(world, pick(kinds, b), c);
  const index = holder.kind.list === undefined ? -1 : holder.list().indexOf(thing);
  if (holder.kind.list === undefined) {
    const slot = holder.kind.singles.find((name) => holder.slot(name).includes(thing)) as string;
    put(world, holder, slot, wrapper);
  } else {
    list(world, holder, `[${index}] = ${wrapper.name}`, (items, of) => {
      items[index] = of(wrapper);
    });
  }
  if (wrapper.kind.list !== undefined) assignList(world, wrapper, [thing]);
  else put(world, wrapper, "content", thing);
};

const unwrap: Command = (world, { a }) => {
  const wrapper = pick(movable(world), a);
  const holder = world.holderOf(wrapper);
  if (holder?.kind.list === undefined || wrapper.kind.list === undefined || wrapper.bound.has("controls")) return;
  const inside = [...wrapper.list()];
  const index = holder.list().indexOf(wrapper);
  list(world, holder, `splice(${index}, 1, ...${wrapper.name}.controls)`, (items, of) =>
    items.splice(index, 1, ...inside.map(of)),
  );
  assignList(world, wrapper, []);
};

const swap: Command = (world, { a, b, c, d }) => {
  const [one, other] = [pick(lists(world), a), pick(lists(world), b)];
  const [i, j] = [c % Math.max(1, one.list().length), d % Math.max(1, other.list().length)];
  const [x, y] = [one.list()[i], other.list()[j]];
  if (x === undefined || y === undefined || !fits(world, x, other) || !fits(world, y, one)) return;
  list(world, one, `[${i}] = ${y.name}`, (items, of) => {
    items[i] = of(y);
  });
  list(world, other, `[${j}] = ${x.name}`, (items, of) => {
    items[j] = of(x);
  });
};

const setProp: Command = (world, { a, b, c, d }) => {
  const thing = pick(world.things, a);
  const [name, { initial, samples }] = pick(Object.entries(thing.kind.props), b);
  const before = thing.read(name);
  set(world, thing, name, c % 6 === 0 ? undefined : pick(samples, c));
  if (d % 8 === 0) set(world, thing, name, before === initial ? undefined : before);
};

const setText: Command = (world, { a, b }) => {
  const things = world.things.filter(({ kind }) => kind.textSlot !== undefined);
  if (things.length === 0) return;
  const thing = pick(things, a);
  const slot = thing.kind.textSlot as string;
  if (!thing.slot(slot).some((child) => isPinned(world, child))) set(world, thing, slot, pick(["x", "y", null], b));
};

const rebuild: Command = (world, { a, b }) => {
  const things = world.things.filter((thing) => thing.shown && thing.isBuilt && thing.plan === undefined);
  const plain = things.filter(({ kind, children }) => kind.builds === "anything" && children.length > 0);
  if (plain.length === 0) return;
  const thing = pick(plain, a);
  const children = thing.children;
  const results = [children.toReversed(), children.slice(1), children[0] as Thing, [...children, make(world, b, b)]];
  thing.plan = pick(results, b);
  world.note(`${thing.name}.rebuild();`);
  const { calls } = world;
  thing.control.rebuild();
  world.calls = calls;
  thing.isTouched = true;
  thing.plan = undefined;
};

/** What an app does with its tree. */
export const TREE: { readonly [name: string]: Command } = {
  add: (world, step) => place(world, make(world, step.c, step.d), step),
  move,
  remove: (world, { a, b }) => takeOut(world, pick(movable(world), a), b),
  wrap,
  unwrap,
  swap,
  setProp,
  setText,
  edit: (world, { a, b, c }) => {
    const thing = pick(world.things, a);
    const [name, field] = pick(
      [
        ["margin", "left"],
        ["style", "size"],
        ["padding", "right"],
      ] as const,
      b,
    );
    editField(world, thing, name, field, c % 4);
  },
  rebuild,
};
