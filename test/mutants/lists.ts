import type { Mutant } from "./mutant.ts";

const children = "src/core/children.ts";
const tree = "src/core/tree.ts";

export const lists: readonly Mutant[] = [
  {
    name: "two that change places leave",
    file: tree,
    find: "(isHeld ? 1 : 0) + child.count",
    replace: "child.count",
  },
  {
    name: "what moves behind an isolated control leaves first",
    file: tree,
    find: "if (deferred.length > 0 && removed.length > 0) this.#adoptAllPending(deferred, removed);",
    replace: "",
  },
  {
    name: "what is new behind an isolated control does not come in with the child in it",
    file: "src/core/pending-positions.ts",
    find: "else if (!seen.has(node)) {",
    replace: "else if (seen.has(node)) {",
  },
  {
    name: "what was taken from an isolated control is shown in both",
    file: tree,
    find: "if (this.#stolen.length > 0) this.#dropStolen();",
    replace: "",
  },
  {
    name: "what an isolated control gave away may stand nowhere else",
    file: tree,
    find: "parentList.items.includes(child.control) && this",
    replace: "this",
  },
  {
    name: "a control of another session is let in",
    file: tree,
    find: "child.session !== undefined && child.session !== this.#root.session\n          ? foreignControl",
    replace: "(false as boolean)\n          ? foreignControl",
  },
  {
    name: "what moved is not sent where it went",
    file: tree,
    find: "if (child.session !== undefined) this.moved.push(child);\n    else if (",
    replace: "if (child.session === undefined && ",
  },
  {
    name: "edits are undone first to last",
    file: "src/core/edits.ts",
    find: "this.splices.toReversed()",
    replace: "this.splices",
  },
  {
    name: "of one that stands twice the first goes",
    file: children,
    find: "this.items.lastIndexOf(item)",
    replace: "this.items.indexOf(item)",
  },
  {
    name: "an item that came and went is sent",
    file: children,
    find: "if (!pending.areKnown || !pending.splices.every(({ added }) => added.every((item) => this.#isParentOf(item)))) {",
    replace: "if (!pending.areKnown) {",
  },
  {
    name: "what an isolated control is given early stands at its end",
    file: children,
    find: "committed.splice(committed.findLastIndex((item) => before.has(item)) + 1, 0, child);",
    replace: "committed.push(child);",
  },
  {
    name: "splice() from the end starts at the front",
    file: "src/core/tracked-array.ts",
    find: "Math.max(0, length + start)",
    replace: "0",
  },
];
