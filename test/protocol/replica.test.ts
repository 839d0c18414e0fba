import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyOperations } from "../../src/client/screen/apply.ts";
import { documentOperations } from "../../src/core/update/document.ts";
import type { Document, Documents, NewDocuments, Update } from "../../src/protocol/messages.ts";
import { type Operation, toKeys, toSegment } from "../../src/protocol/patch.ts";
import { Replica } from "../../src/protocol/replica.ts";
import { applyWithFastJsonPatch } from "../../src/testing/test-client.ts";

const update = (ops: readonly Operation[], ack = 0, docs?: NewDocuments): Update => ({
  type: "update",
  seq: 1,
  ack,
  ...(docs !== undefined && { docs }),
  ops,
});

/** A page with a row of two texts, and a field. */
function start(apply = applyWithFastJsonPatch): Replica {
  const replica = new Replica(apply);
  const documents: Documents = {
    1: { $type: "Page", $slots: { controls: [2, 5] } },
    2: { $type: "Row", $slots: { controls: [3, 4] } },
    3: { $type: "Text", value: "a" },
    4: { $type: "Text", value: "b" },
    5: { $type: "TextField" },
  };
  replica.update(update([{ op: "replace", path: "", value: documents as never }]));
  return replica;
}

test("a control that left its slot is dropped with everything below it", () => {
  const replica = start();
  const { removed } = replica.update(update([{ op: "remove", path: "/1/$slots/controls/0" }]));
  expect([...removed].sort()).toEqual(["2", "3", "4"]);
  expect(Object.keys(replica.documents)).toEqual(["1", "5"]);
});

describe.each([
  ["fast-json-patch", applyWithFastJsonPatch],
  ["the client's own code", applyOperations],
])("new documents, with %s", (_, apply) => {
  const column: Document = { $type: "Column", $slots: { controls: [3] } };

  test("are put in after the operations are applied", () => {
    const replica = start(apply);
    const ops: Operation[] = [{ op: "replace", path: "/1/$slots/controls", value: [2, 6] }];
    const applied = replica.update(update(ops, 0, [6, { $type: "Row" }]));
    expect(applied).toEqual({ operations: ops, removed: ["5"] });
    expect(replica.documents).toMatchObject({ 1: { $slots: { controls: [2, 6] } }, 6: { $type: "Row" } });
  });

  test("have the id before them, or the next one", () => {
    const replica = start(apply);
    const text = (value: string): Document => ({ $type: "Text", value });
    replica.update(update([], 0, [6, text("6"), text("7"), 20, text("20"), 9, text("9"), text("10")]));
    for (const id of [6, 7, 9, 10, 20]) expect(replica.documents[id]).toEqual(text(String(id)));
    expect(Object.keys(replica.documents)).toHaveLength(10);
  });

  test("are all there is after an operation that replaces everything", () => {
    const replica = start(apply);
    replica.write(7, 5, { value: "typed" });
    const ops: Operation[] = [{ op: "replace", path: "", value: {} }];
    const docs = [1, { $type: "Page", $slots: { controls: [5] } }, 5, { $type: "TextField", value: "" }];
    replica.update(update(ops, 0, docs));
    expect(replica.documents).toEqual({ 1: docs[1], 5: { $type: "TextField", value: "typed" } });
  });

  test("may come without operations, and leave everything else as it was", () => {
    const replica = start(apply);
    const before = structuredClone(replica.documents);
    expect(replica.update(update([], 0, [6, { $type: "Row" }]))).toEqual({ operations: [], removed: [] });
    expect(replica.documents).toEqual({ ...before, 6: { $type: "Row" } });
  });

  test("keep a control that moved into one of them from a control that stays", () => {
    const replica = start(apply);
    const ops: Operation[] = [
      { op: "remove", path: "/2/$slots/controls/0" },
      { op: "add", path: "/1/$slots/controls/2", value: 6 },
    ];
    expect(replica.update(update(ops, 0, [6, column])).removed).toEqual([]);
    expect(Object.keys(replica.documents)).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  test("keep a control that moved into one of them from a control that is removed", () => {
    const replica = start(apply);
    const ops: Operation[] = [{ op: "replace", path: "/1/$slots/controls", value: [6, 5] }];
    expect(replica.update(update(ops, 0, [6, column])).removed).toEqual(["2", "4"]);
    expect(Object.keys(replica.documents)).toEqual(["1", "3", "5", "6"]);
  });

  test("do not affect the client's own write to another control", () => {
    const replica = start(apply);
    replica.write(7, 5, { value: "typed" });
    const ops: Operation[] = [{ op: "add", path: "/5/value", value: "old" }];
    expect(replica.update(update(ops, 0, [6, column])).operations).toEqual([]);
    expect(replica.documents[5]?.value).toBe("typed");
  });

  test("of earlier updates are gone after a replacement of all documents", () => {
    const replica = start(apply);
    replica.update(update([], 0, [6, { $type: "Row" }]));
    replica.update(update([{ op: "replace", path: "", value: { 1: { $type: "Page" } } }]));
    expect(replica.documents).toEqual({ 1: { $type: "Page" } });
  });
});

test("a control that moved from one slot into an existing list stays", () => {
  const replica = start();
  const { removed } = replica.update(
    update([
      { op: "remove", path: "/2/$slots/controls/0" },
      { op: "add", path: "/1/$slots/controls/2", value: 3 },
    ]),
  );
  expect(removed).toEqual([]);
  expect(replica.documents[3]).toEqual({ $type: "Text", value: "a" });
});

test("the client's own write is kept until it is acknowledged, while other operations apply", () => {
  const replica = start();
  replica.write(7, 5, { value: "typed" });
  const { operations } = replica.update(
    update([
      { op: "add", path: "/5/value", value: "old" },
      { op: "replace", path: "/3/value", value: "new" },
    ]),
  );
  expect(operations).toEqual([{ op: "replace", path: "/3/value", value: "new" }]);
  expect(replica.documents).toMatchObject({ 3: { value: "new" }, 5: { value: "typed" } });
  replica.update(update([{ op: "replace", path: "/5/value", value: "TYPED" }], 7));
  expect(replica.documents[5]?.value).toBe("TYPED");
});

test.each<[written: string, path: string, isHidden: boolean]>([
  ["value", "/5/value", true],
  ["value", "/5/value/0", true],
  ["value", "/5/value/from/x", true],
  ["value", "/5/valueLabel", false],
  ["value", "/5/value2", false],
  ["value", "/5/value~1x", false],
  ["value", "/5/value~0", false],
  ["value", "/5/val", false],
  ["value", "/5/Value", false],
  ["value", "/5/other", false],
  ["value", "/52/value", false],
  ["value", "/3/value", false],
  ["value", "/2/$slots/controls/0", false],
  ["a/b", "/5/a~1b", true],
  ["a/b", "/5/a~1b/c", true],
  ["a/b", "/5/a", false],
  ["a/b", "/5/a/b", false],
  ["a~", "/5/a~0", true],
  ["a~", "/5/a~0b", false],
  ["", "/5/", true],
  ["", "/5/value", false],
])("an own write of %j, and an operation on %s: is it hidden? %s", (written, path, isHidden) => {
  const replica = new Replica((documents) => documents);
  replica.documents = { 2: { $type: "Row" }, 3: { $type: "Text" }, 5: { $type: "Field" }, 52: { $type: "Field" } };
  replica.write(7, 5, { [written]: "typed" });
  const operations: Operation[] = [{ op: "add", path, value: 1 }];
  expect(replica.update(update(operations, 6)).operations).toEqual(isHidden ? [] : operations);
  expect(replica.update(update(operations, 7)).operations).toEqual(operations);
});

test("a write to a control that is gone is ignored", () => {
  const replica = start();
  replica.write(1, 99, { value: "x" });
  expect(replica.documents[99]).toBeUndefined();
});

test("toSegment() and toKeys() are inverses of each other", () => {
  const isBack = (key: string) => toKeys(`/5/${toSegment(key)}`)[1] === key;
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("~", "/", "0", "1", "a") }), isBack));
});

test("documentOperations() sends a long changed array as a whole, and a short one by its elements", () => {
  const of = (length: number) => Array.from({ length }, (_, n) => n);
  const operations = (length: number) =>
    documentOperations(1, { $type: "X", list: of(length) }, { $type: "X", list: [...of(length - 1), -1] });
  expect(operations(8)).toEqual([{ op: "replace", path: "/1/list/7", value: -1 }]);
  expect(operations(9)).toEqual([{ op: "replace", path: "/1/list", value: [0, 1, 2, 3, 4, 5, 6, 7, -1] }]);
});

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 12 }),
  fc.dictionary(fc.string({ maxLength: 3 }), fc.oneof(fc.integer(), fc.array(fc.string(), { maxLength: 3 })), {
    maxKeys: 3,
  }),
);
const document = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), value, { maxKeys: 5 });

test("documentOperations() leads from one document to the other, with fast-json-patch and with the client's patcher", () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const [from, to] = [
        { $type: "X", ...before },
        { $type: "X", ...after },
      ] as [Document, Document];
      const operations = documentOperations(1, from, to);
      for (const apply of [applyWithFastJsonPatch, applyOperations]) {
        expect(apply({ 1: structuredClone(from) }, structuredClone(operations))).toEqual({ 1: to });
      }
      expect(documentOperations(1, to, to)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("the client's own write survives a replacement of all documents until it is acknowledged", () => {
  const replica = new Replica(applyOperations);
  const all = (value: string, ack: number, seq: number) =>
    replica.update({
      type: "update",
      seq,
      ack,
      ops: [{ op: "replace", path: "", value: { 1: { $type: "Page" }, 2: { $type: "TextField", value } } }],
    });
  all("", 0, 1);
  replica.write(1, 2, { value: "typed" });
  all("older", 0, 2);
  expect(replica.documents[2]?.value).toBe("typed");
  all("TYPED", 1, 3);
  expect(replica.documents[2]?.value).toBe("TYPED");
});
