import fc from "fast-check";
import { expect, test } from "vitest";
import { type ArrayOwner, trackedArray } from "../../src/core/tree/tracked-array.ts";

interface Item {
  readonly n: number;
}

/** Accepts all items except strings, and counts the edits. */
class Owner implements ArrayOwner<Item> {
  readonly items: Item[];
  noticed = 0;
  constructor(items: Item[]) {
    this.items = items;
  }
  check(item: unknown): void {
    if (typeof item === "string") throw new Error(`no ${item}`);
  }
  checkContained(item: unknown): void {
    if (!this.items.includes(item as Item)) throw new Error("not in the list");
  }
  splice(at: number, count: number, added: readonly Item[]): Item[] {
    this.noticed++;
    return this.items.splice(at, count, ...added);
  }
  rearrange<R>(edit: () => R): R {
    this.noticed++;
    return edit();
  }
}

const item = fc.nat(9).map((n): Item => ({ n }));
const at = fc.integer({ min: -3, max: 8 });

/** One edit, which works on a tracked array and on a plain one. */
const edit: fc.Arbitrary<(list: Item[]) => unknown> = fc.oneof(
  fc.array(item, { maxLength: 3 }).map((items) => (list: Item[]) => list.push(...items)),
  fc.array(item, { maxLength: 3 }).map((items) => (list: Item[]) => list.unshift(...items)),
  fc.tuple(at, fc.nat(3), fc.array(item, { maxLength: 3 })).map(
    ([from, count, items]) =>
      (list: Item[]) =>
        list.splice(from, count, ...items),
  ),
  fc.tuple(item, at, at).map(
    ([one, from, to]) =>
      (list: Item[]) =>
        list.fill(one, from, to),
  ),
  fc.tuple(at, at).map(
    ([to, from]) =>
      (list: Item[]) =>
        list.copyWithin(to, from),
  ),
  fc.tuple(fc.nat(8), item).map(([index, one]) => (list: Item[]) => {
    if (index <= list.length) list[index] = one;
  }),
  fc.nat(4).map((length) => (list: Item[]) => {
    if (length < list.length) list.length = length;
  }),
  fc.constantFrom<((list: Item[]) => unknown)[]>(
    (list) => list.pop(),
    (list) => list.shift(),
    (list) => list.reverse(),
    (list) => list.sort((a, b) => a.n - b.n),
    (list) => {
      const last = list.length - 1;
      if (last > 0) [list[0], list[last]] = [list[last] as Item, list[0] as Item];
    },
  ),
);

test("trackedArray() behaves like an array for all edits, and reports each one that changes it", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
      const plain: Item[] = [];
      const owner = new Owner([]);
      const { items } = owner;
      const list = trackedArray(items, owner);
      for (const change of edits) {
        const [before, count] = [[...plain], owner.noticed];
        const expected = change(plain);
        const result = change(list);
        expect(result === list ? [...list] : result).toEqual(expected === plain ? plain : expected);
        expect([...list]).toEqual(plain);
        expect(items).toEqual(plain);
        if (before.length !== plain.length || before.some((one, index) => one !== plain[index])) {
          expect(owner.noticed).toBeGreaterThan(count);
        }
      }
      expect(Array.isArray(list)).toBe(true);
      expect(list.map(({ n }) => n)).toEqual(plain.map(({ n }) => n));
    }),
    { numRuns: 1000 },
  );
});

test.each<[string, (list: Item[]) => unknown]>([
  ["push", (list) => list.push({ n: 1 }, "x" as never)],
  ["unshift", (list) => list.unshift("x" as never)],
  ["splice", (list) => list.splice(0, 1, { n: 1 }, "x" as never)],
  ["fill", (list) => list.fill("x" as never)],
  ["an index", (list) => (list[0] = "x" as never)],
])("trackedArray() rejects a wrong item by %s before anything is changed", (_, change) => {
  const owner = new Owner([{ n: 0 }]);
  const list = trackedArray(owner.items, owner);
  expect(() => change(list)).toThrow("no x");
  expect([[...list], owner.noticed]).toEqual([[{ n: 0 }], 0]);
});

test("trackedArray() whose owner has dropped it is a plain array", () => {
  const owner = new Owner([{ n: 0 }]);
  const list = trackedArray(owner.items, owner);
  Object.assign(owner, { items: [] });
  list.push({ n: 1 });
  list.reverse();
  list[0] = { n: 2 };
  expect([list.map(({ n }) => n), owner.noticed]).toEqual([[2, 0], 0]);
});

test("trackedArray() reads like an array, even while it is edited", () => {
  const [a, b, c] = [{ n: 1 }, { n: 2 }, { n: 3 }];
  const list = trackedArray([a, b], new Owner([]));
  const [first, ...rest] = list;
  expect([first, rest, list.slice(-1), list.at(-1), [...list.entries()]]).toEqual([
    a,
    [b],
    [b],
    b,
    [
      [0, a],
      [1, b],
    ],
  ]);
  expect([list.concat(list, c), list.includes(b), list.indexOf(b), list.lastIndexOf(c)]).toEqual([
    [a, b, a, b, c],
    true,
    1,
    -1,
  ]);
  const seen: Item[] = [];
  for (const item of list) {
    seen.push(item);
    if (item === a) list.push(c);
  }
  expect(seen).toEqual([a, b, c]);
  list.slice().pop();
  expect(list).toHaveLength(3);
});
