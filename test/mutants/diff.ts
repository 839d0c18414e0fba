import type { Mutant } from "./mutant.ts";

const listDiff = "src/core/update/list-diff.ts";
const clientState = "src/core/update/client-state.ts";
const replica = "src/protocol/replica.ts";

export const diff: readonly Mutant[] = [
  {
    name: "items are removed front to back, so that later indexes are off by one",
    file: listDiff,
    find: "for (let index = old.length - 1; index >= 0; index--) {",
    replace: "for (let index = 0; index < old.length; index++) {",
  },
  {
    name: "a swap of two items is detected from its ends alone",
    file: listDiff,
    find: "if (old[index] !== next[index]) return false;",
    replace: "",
  },
  {
    name: "a move targets the index before the removal",
    file: listDiff,
    find: "if (from >= 0) common.splice(from, 1);",
    replace: "",
  },
  {
    name: "moves ignore the equal items at the front",
    file: listDiff,
    find: "head + from}",
    replace: "from}",
  },
  {
    name: "all items move, because the longest increasing subsequence is ignored",
    file: listDiff,
    find: "new Set(longestIncreasingSubsequence(order))",
    replace: "new Set<number>()",
  },
  {
    name: "a new value in a document is sent as a replacement",
    file: "src/core/update/document.ts",
    find: 'old === undefined ? "add" : "replace"',
    replace: '"replace"',
  },
  {
    name: "a long array is sent and then removed",
    file: "src/core/update/document.ts",
    find: "from = { ...from, [key]: null };",
    replace: "",
  },
  {
    name: "only the last properties that were set are compared, although more may differ",
    file: "src/core/update/document.ts",
    find: "else if (node.sent === node.document) node.dirtySinceSend = names;",
    replace: "else node.dirtySinceSend = names;",
  },
  {
    name: "a control that the client removed counts as present when it is added again",
    file: clientState,
    find: "if (this.#isRemoved(node)) forgetSent(node);",
    replace: "",
  },
  {
    name: "a control below a new control is sent without its descendants",
    file: clientState,
    find: "if (again !== undefined || child[NODE].sent === undefined) markSubtreeSent(child[NODE], into, again);",
    replace:
      "if (again !== undefined) markSubtreeSent(child[NODE], into, again);\n    else child[NODE].sent ??= child[NODE].document;",
  },
  {
    name: "a control that left its slot stays in the replica",
    file: replica,
    find: "for (const id of before) if (!remaining.has(id)) this.#removeSubtree(id, remaining, removed);",
    replace: "",
  },
  {
    name: "a control that moved to another slot is removed from the replica",
    file: replica,
    find: "for (const id of before) if (!remaining.has(id)) this",
    replace: "for (const id of before) this",
  },
  {
    name: "a control that moved into a new control is removed from the replica",
    file: "src/protocol/replica.ts",
    find: "gaining.add(String(id));",
    replace: "",
  },
  {
    name: "new documents without an id of their own replace each other",
    file: "src/protocol/replica.ts",
    find: "else entries.push([id++, item]);",
    replace: "else entries.push([id, item]);",
  },
  {
    name: "new documents do not make an update",
    file: clientState,
    find: "return docs === undefined && ops.length === 0;",
    replace: "return ops.length === 0;",
  },
  {
    name: "descendants of a removed control stay in the replica",
    file: replica,
    find: "for (const child of childIds(document))\n      if (!remaining.has(String(child))) this.#removeSubtree(String(child), remaining, removed);",
    replace: "",
  },
  {
    name: "a control that moved out of a removed control is removed with it",
    file: replica,
    find: "for (const child of childIds(document))\n      if (!remaining.has(String(child))) this",
    replace: "for (const child of childIds(document)) this",
  },
  {
    name: "the client's own write is overridden by an earlier update that arrives later",
    file: replica,
    find: "if (path === written || ",
    replace: "if (",
  },
];
