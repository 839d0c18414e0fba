import type { Mutant } from "./mutant.ts";

const listDiff = "src/core/list-diff.ts";
const clientState = "src/core/client-state.ts";
const replica = "src/protocol/replica.ts";

export const diff: readonly Mutant[] = [
  {
    name: "removals from the front, so that the next index is off by one",
    file: listDiff,
    find: "for (let index = old.length - 1; index >= 0; index--) {",
    replace: "for (let index = 0; index < old.length; index++) {",
  },
  {
    name: "two that changed places are found by their ends alone",
    file: listDiff,
    find: "if (old[index] !== next[index]) return false;",
    replace: "",
  },
  {
    name: "a move aims at the place before the removal",
    file: listDiff,
    find: "if (from >= 0) common.splice(from, 1);",
    replace: "",
  },
  {
    name: "moves forget what is equal at the front",
    file: listDiff,
    find: "head + from}",
    replace: "from}",
  },
  {
    name: "everything moves: no longest run is kept",
    file: listDiff,
    find: "new Set(longestIncreasingSubsequence(order))",
    replace: "new Set<number>()",
  },
  {
    name: "a value that is new in a document counts as replaced",
    file: "src/core/document-diff.ts",
    find: 'old === undefined ? "add" : "replace"',
    replace: '"replace"',
  },
  {
    name: "a long array is sent whole and then as gone",
    file: "src/core/document-diff.ts",
    find: "from = { ...from, [key]: null };",
    replace: "",
  },
  {
    name: "only what was set last is compared, where more may differ",
    file: "src/core/document.ts",
    find: "else if (node.sent === node.document) node.dirtySinceSend = names;",
    replace: "else node.dirtySinceSend = names;",
  },
  {
    name: "what the client has dropped counts as there when it comes back",
    file: clientState,
    find: "if (this.#isRemoved(node)) forgetSent(node);",
    replace: "",
  },
  {
    name: "a control that came under one that is new is sent without what is below it",
    file: clientState,
    find: "if (isAll || child[NODE].sent === undefined) markSubtreeSent(child[NODE], visit, isAll);",
    replace:
      "if (isAll) markSubtreeSent(child[NODE], out, isAll);\n    else child[NODE].sent ??= child[NODE].document;",
  },
  {
    name: "what left a slot stays in the replica",
    file: replica,
    find: "for (const id of before) if (!remaining.has(id)) this.#removeSubtree(id, remaining, removed);",
    replace: "",
  },
  {
    name: "what moved to another slot is dropped",
    file: replica,
    find: "for (const id of before) if (!remaining.has(id)) this",
    replace: "for (const id of before) this",
  },
  {
    name: "what is below a dropped control stays",
    file: replica,
    find: "for (const child of childIds(document))\n      if (!remaining.has(String(child))) this.#removeSubtree(String(child), remaining, removed);",
    replace: "",
  },
  {
    name: "what moved out of a dropped control goes with it",
    file: replica,
    find: "for (const child of childIds(document))\n      if (!remaining.has(String(child))) this",
    replace: "for (const child of childIds(document)) this",
  },
  {
    name: "an own write is overridden by what was on its way",
    file: replica,
    find: "if (path === written || ",
    replace: "if (",
  },
];
