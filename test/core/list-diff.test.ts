import fc from "fast-check";
import patch from "fast-json-patch";
import { expect, test } from "vitest";
import { applyOperations } from "../../src/client/screen/apply.ts";
import { orderOperations } from "../../src/core/update/list-diff.ts";

const order = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 30 });
/** A long list, and a copy with a few edits. They are sent one by one, not as a whole list. */
const edit = fc.record({ from: fc.nat(), to: fc.nat(), does: fc.constantFrom("add", "remove", "move") });
const edited = fc
  .tuple(fc.integer({ min: 30, max: 200 }), fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([length, edits]) => {
    const before = Array.from({ length }, (_, n) => n + 1);
    const after = [...before];
    for (const [n, { from, to, does }] of edits.entries()) {
      const taken = does === "add" ? [length + 1 + n] : after.splice(from % after.length, 1);
      if (does !== "remove") after.splice(to % (after.length + 1), 0, ...taken);
    }
    return [before, after] as const;
  });

test.each([
  ["equal", [1, 2, 3], [1, 2, 3], []],
  ["append", [1, 2], [1, 2, 3], [{ op: "add", path: "/l/2", value: 3 }]],
  ["insert at the head", [1, 2], [3, 1, 2], [{ op: "add", path: "/l/0", value: 3 }]],
  ["remove in the middle", [1, 2, 3], [1, 3], [{ op: "remove", path: "/l/1" }]],
  ["first to last", [1, 2, 3, 4, 5], [2, 3, 4, 5, 1], [{ op: "move", from: "/l/0", path: "/l/4" }]],
  ["last to first", [1, 2, 3, 4, 5], [5, 1, 2, 3, 4], [{ op: "move", from: "/l/4", path: "/l/0" }]],
])("orderOperations() for %s", (_, before, after, operations) => {
  expect(orderOperations("/l", before, after)).toEqual(operations);
});

test("orderOperations() sends a reversed list as a whole", () => {
  const before = Array.from({ length: 50 }, (_, n) => n + 1);
  expect(orderOperations("/l", before, before.toReversed())).toEqual([
    { op: "replace", path: "/l", value: before.toReversed() },
  ]);
});

test.each([
  ["any two orders", fc.tuple(order, order)],
  ["a long list and the same with a few edits", edited],
])(
  "orderOperations() for %s lead from one to the other, with fast-json-patch and with the client's patcher",
  (_, pairs) => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const operations = orderOperations("/l", before, after);
        const stock = patch.applyPatch({ l: [...before] }, structuredClone(operations) as patch.Operation[], true);
        expect(stock.newDocument).toEqual({ l: after });
        expect(applyOperations({ l: [...before] } as never, operations)).toEqual({ l: after });
      }),
      { numRuns: 2000 },
    );
  },
);
