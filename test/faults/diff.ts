import type { Fault } from "./fault.ts";

const order = "src/core/order.ts";
const outbox = "src/core/outbox.ts";
const replica = "src/protocol/replica.ts";

export const diff: readonly Fault[] = [
  {
    name: "removals from the front, so that the next index is off by one",
    file: order,
    find: "for (let index = old.length - 1; index >= 0; index--) {",
    replace: "for (let index = 0; index < old.length; index++) {",
  },
  {
    name: "two that changed places are found by their ends alone",
    file: order,
    find: "if (old[index] !== next[index]) return false;",
    replace: "",
  },
  {
    name: "a move aims at the place before the removal",
    file: order,
    find: "if (from >= 0) kept.splice(from, 1);",
    replace: "",
  },
  {
    name: "moves forget what is equal at the front",
    file: order,
    find: "head + from}",
    replace: "from}",
  },
  {
    name: "everything moves: no longest run is kept",
    file: order,
    find: "new Set(longestRun(order))",
    replace: "new Set<number>()",
  },
  {
    name: "a value that is new in a document counts as replaced",
    file: "src/core/diff.ts",
    find: 'old === undefined ? "add" : "replace"',
    replace: '"replace"',
  },
  {
    name: "a long array is sent whole and then as gone",
    file: "src/core/diff.ts",
    find: "from = { ...from, [key]: null };",
    replace: "",
  },
  {
    name: "only what was set last is compared, where more may differ",
    file: "src/core/document.ts",
    find: "else if (node.given === node.document) node.unsent = names;",
    replace: "else node.unsent = names;",
  },
  {
    name: "what the client has dropped counts as there when it comes back",
    file: outbox,
    find: "if (this.#isAway(node)) forget(node);",
    replace: "",
  },
  {
    name: "a control that came under one that is new is sent without what is below it",
    file: outbox,
    find: "if (isAll || child[NODE].given === undefined) give(child[NODE], out, isAll);",
    replace: "if (isAll) give(child[NODE], out, isAll);\n    else child[NODE].given ??= child[NODE].document;",
  },
  {
    name: "what left a slot stays in the replica",
    file: replica,
    find: "for (const id of held) if (!kept.has(id)) this.#drop(id, kept, removed);",
    replace: "",
  },
  {
    name: "what moved to another slot is dropped",
    file: replica,
    find: "for (const id of held) if (!kept.has(id)) this",
    replace: "for (const id of held) this",
  },
  {
    name: "what is below a dropped control stays",
    file: replica,
    find: "for (const child of childIds(document)) if (!kept.has(String(child))) this.#drop(String(child), kept, removed);",
    replace: "",
  },
  {
    name: "what moved out of a dropped control goes with it",
    file: replica,
    find: "for (const child of childIds(document)) if (!kept.has(String(child))) this",
    replace: "for (const child of childIds(document)) this",
  },
  {
    name: "an own write is overridden by what was on its way",
    file: replica,
    find: "if (path === written || ",
    replace: "if (",
  },
];
