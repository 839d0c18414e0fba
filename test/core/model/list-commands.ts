import { type Command, make } from "./commands.ts";
import { assignList, list, open } from "./edits.ts";
import { isPinned, lists, pick, type Step, unique } from "./places.ts";
import type { Thing } from "./thing.ts";
import type { World } from "./world.ts";

type Edit = (world: World, holder: Thing, step: Step) => void;

/** An edit of some list; a control that it left in two places is replaced in the second. */
function onList(edit: Edit): Command {
  return (world, step) => {
    const holder = pick(lists(world), step.a);
    if (holder.list().some((child) => isPinned(world, child))) return;
    edit(world, holder, step);
    if (!world.isLawless) unique(world, holder);
  };
}

/** Every way to edit an array. */
export const LISTS: { readonly [name: string]: Command } = {
  push: onList((world, holder, { b, c }) => {
    const added = Array.from({ length: (c % 3) + 1 }, () => make(world, b, c));
    list(world, holder, `push(${added.map(({ name }) => name)})`, (items, of) => items.push(...added.map(of)));
  }),
  unshift: onList((world, holder, { b, c }) => {
    const added = make(world, b, c);
    list(world, holder, `unshift(${added.name})`, (items, of) => items.unshift(of(added)));
  }),
  pop: onList((world, holder) => list(world, holder, "pop()", (items) => items.pop())),
  shift: onList((world, holder) => list(world, holder, "shift()", (items) => items.shift())),
  splice: onList((world, holder, { b, c, d }) => {
    const added = Array.from({ length: c % 3 }, () => make(world, d, b));
    const from = (b % (holder.list().length + 2)) - (d % 3 === 0 ? 2 : 0);
    const names = added.map(({ name }) => `, ${name}`).join("");
    list(world, holder, `splice(${from}, ${d % 4}${names})`, (items, of) =>
      items.splice(from, d % 4, ...added.map(of)),
    );
  }),
  sort: onList((world, holder, { b }) => {
    const rank = (key: string | number | undefined) => (Number(key) * (b | 1)) % 16;
    const label = `sort((x, y) => (x.key * ${b | 1}) % 16 - (y.key * ${b | 1}) % 16)`;
    list(world, holder, label, (items) => items.sort((x, y) => rank(x.key) - rank(y.key)));
  }),
  reverse: onList((world, holder) => list(world, holder, "reverse()", (items) => items.reverse())),
  fill: onList((world, holder, { b, c, d }) => {
    const added = make(world, d, b);
    const [from, to] = [b % 4, (b % 4) + (c % 3)];
    list(world, holder, `fill(${added.name}, ${from}, ${to})`, (items, of) => items.fill(of(added), from, to));
  }),
  copyWithin: onList((world, holder, { b, c, d }) => {
    const [to, from, end] = [b % 4, c % 5, (c % 5) + (d % 3)];
    list(world, holder, `copyWithin(${to}, ${from}, ${end})`, (items) => items.copyWithin(to, from, end));
  }),
  setIndex: onList((world, holder, { b, c, d }) => {
    const added = make(world, c, d);
    const index = b % (holder.list().length + 1);
    list(world, holder, `[${index}] = ${added.name}`, (items, of) => {
      items[index] = of(added);
    });
  }),
  setLength: onList((world, holder, { b }) => {
    const length = b % (holder.list().length + 1);
    list(world, holder, `length = ${length}`, (items) => {
      items.length = length;
    });
  }),
  exchange: onList((world, holder, { b, c }) => {
    const { length } = holder.list();
    if (length < 2) return;
    const [i, j] = [b % length, c % length];
    list(world, holder, `exchange [${i}] and [${j}]`, (items) => {
      [items[i], items[j]] = [items[j] as never, items[i] as never];
    });
  }),
  assign: onList((world, holder, { b, c, d }) => {
    const old = open(holder).controls as unknown[];
    const kept = holder.list().filter((_, index) => (b >> (index % 6)) % 2 === 0);
    const turned = c % 2 === 0 ? kept : kept.toReversed();
    assignList(world, holder, d % 3 === 0 ? [...turned, make(world, d, c)] : turned);
    // The array that was there before is nobody's any more.
    if (d % 4 === 0) old.push(world.create("label").control);
  }),
};
