import { isPinned, lists, pick, type Step, unique } from "./choices.ts";
import { type Command, make } from "./commands.ts";
import { assignList, list, open } from "./edits.ts";
import type { ModelControl } from "./model-control.ts";
import type { TestRun } from "./test-run.ts";

type Edit = (world: TestRun, holder: ModelControl, step: Step) => void;

/** Returns a command that edits a list. A second occurrence of a control is replaced afterwards. */
function onList(edit: Edit): Command {
  return (testRun, step) => {
    const holder = pick(lists(testRun), step.a);
    if (holder.list().some((child) => isPinned(testRun, child))) return;
    edit(testRun, holder, step);
    if (!testRun.isUnchecked) unique(testRun, holder);
  };
}

/** Commands for every way to edit an array. */
export const LISTS: { readonly [name: string]: Command } = {
  push: onList((testRun, holder, { b, c }) => {
    const added = Array.from({ length: (c % 3) + 1 }, () => make(testRun, b, c));
    list(testRun, holder, `push(${added.map(({ name }) => name)})`, (items, of) => items.push(...added.map(of)));
  }),
  unshift: onList((testRun, holder, { b, c }) => {
    const added = make(testRun, b, c);
    list(testRun, holder, `unshift(${added.name})`, (items, of) => items.unshift(of(added)));
  }),
  pop: onList((testRun, holder) => list(testRun, holder, "pop()", (items) => items.pop())),
  shift: onList((testRun, holder) => list(testRun, holder, "shift()", (items) => items.shift())),
  splice: onList((testRun, holder, { b, c, d }) => {
    const added = Array.from({ length: c % 3 }, () => make(testRun, d, b));
    const from = (b % (holder.list().length + 2)) - (d % 3 === 0 ? 2 : 0);
    const names = added.map(({ name }) => `, ${name}`).join("");
    list(testRun, holder, `splice(${from}, ${d % 4}${names})`, (items, of) =>
      items.splice(from, d % 4, ...added.map(of)),
    );
  }),
  sort: onList((testRun, holder, { b }) => {
    const rank = (key: string | number | undefined) => (Number(key) * (b | 1)) % 16;
    const label = `sort((x, y) => (x.key * ${b | 1}) % 16 - (y.key * ${b | 1}) % 16)`;
    list(testRun, holder, label, (items) => items.sort((x, y) => rank(x.key) - rank(y.key)));
  }),
  reverse: onList((testRun, holder) => list(testRun, holder, "reverse()", (items) => items.reverse())),
  fill: onList((testRun, holder, { b, c, d }) => {
    const added = make(testRun, d, b);
    const [from, to] = [b % 4, (b % 4) + (c % 3)];
    list(testRun, holder, `fill(${added.name}, ${from}, ${to})`, (items, of) => items.fill(of(added), from, to));
  }),
  copyWithin: onList((testRun, holder, { b, c, d }) => {
    const [to, from, end] = [b % 4, c % 5, (c % 5) + (d % 3)];
    list(testRun, holder, `copyWithin(${to}, ${from}, ${end})`, (items) => items.copyWithin(to, from, end));
  }),
  setIndex: onList((testRun, holder, { b, c, d }) => {
    const added = make(testRun, c, d);
    const index = b % (holder.list().length + 1);
    list(testRun, holder, `[${index}] = ${added.name}`, (items, of) => {
      items[index] = of(added);
    });
  }),
  setLength: onList((testRun, holder, { b }) => {
    const length = b % (holder.list().length + 1);
    list(testRun, holder, `length = ${length}`, (items) => {
      items.length = length;
    });
  }),
  exchange: onList((testRun, holder, { b, c }) => {
    const { length } = holder.list();
    if (length < 2) return;
    const [i, j] = [b % length, c % length];
    list(testRun, holder, `exchange [${i}] and [${j}]`, (items) => {
      [items[i], items[j]] = [items[j] as never, items[i] as never];
    });
  }),
  assign: onList((testRun, holder, { b, c, d }) => {
    const old = open(holder).controls as unknown[];
    const kept = holder.list().filter((_, index) => (b >> (index % 6)) % 2 === 0);
    const turned = c % 2 === 0 ? kept : kept.toReversed();
    assignList(testRun, holder, d % 3 === 0 ? [...turned, make(testRun, d, c)] : turned);
    // The previous array no longer belongs to the control, so an edit of it has no effect.
    if (d % 4 === 0) old.push(testRun.create("label").control);
  }),
};
