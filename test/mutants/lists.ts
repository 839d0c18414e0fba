import type { Mutant } from "./mutant.ts";

const children = "src/core/tree/child-list.ts";
const tree = "src/core/tree/tree-commit.ts";

export const lists: readonly Mutant[] = [
  {
    name: "two controls that swap places are unmounted",
    file: tree,
    find: "(isHeld ? 1 : 0) + child.count",
    replace: "child.count",
  },
  {
    name: "a control that moves into an isolated control is unmounted first",
    file: tree,
    find: "if (deferred.length > 0 && removed.length > 0) this.#adoptAllPending(deferred, removed);",
    replace: "",
  },
  {
    name: "a new control inside an isolated control is not added together with the mounted child in it",
    file: "src/core/tree/pending-positions.ts",
    find: "else if (!seen.has(node)) {",
    replace: "else if (seen.has(node)) {",
  },
  {
    name: "a control that was taken from an isolated control is shown in both places",
    file: tree,
    find: "if (this.#stolen.length > 0) this.#dropStolen();",
    replace: "",
  },
  {
    name: "a control that was removed from an isolated control cannot be added elsewhere",
    file: tree,
    find: "parentList.items.includes(child.control) && this",
    replace: "this",
  },
  {
    name: "a control of another session is accepted",
    file: tree,
    find: "child.session !== undefined && child.session !== this.#root.session\n          ? foreignControl",
    replace: "(false as boolean)\n          ? foreignControl",
  },
  {
    name: "a moved control is not sent at its new place",
    file: tree,
    find: "if (child.session !== undefined) this.moved.push(child);\n    else if (",
    replace: "if (child.session === undefined && ",
  },
  {
    name: "edits are undone from first to last",
    file: "src/core/tree/edits.ts",
    find: "this.splices.toReversed()",
    replace: "this.splices",
  },
  {
    name: "of an item that occurs twice, the first occurrence is removed",
    file: children,
    find: "this.items.lastIndexOf(item)",
    replace: "this.items.indexOf(item)",
  },
  {
    name: "an item that was added and removed again is sent",
    file: children,
    find: "if (!pending.areKnown || !pending.splices.every(({ added }) => added.every((item) => this.#isParentOf(item)))) {",
    replace: "if (!pending.areKnown) {",
  },
  {
    name: "a child that an isolated control adopts early is placed at the end",
    file: children,
    find: "committed.splice(committed.findLastIndex((item) => before.has(item)) + 1, 0, child);",
    replace: "committed.push(child);",
  },
  {
    name: "splice() with a negative start begins at the front",
    file: "src/core/tree/tracked-array.ts",
    find: "Math.max(0, length + start)",
    replace: "0",
  },
];
