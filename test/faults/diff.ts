import type { Fault } from "./fault.ts";

const order = "src/core/order.ts";
const replica = "src/protocol/replica.ts";

export const diff: readonly Fault[] = [
  {
    name: "removals from the front, so that the next index is off by one",
    file: order,
    find: "for (let index = old.length - 1; index >= 0; index--) {",
    replace: "for (let index = 0; index < old.length; index++) {",
  },
  {
    name: "what is equal at the end is counted with what is equal at the front",
    file: order,
    find: "tail < before.length - head &&",
    replace: "tail < before.length &&",
  },
  {
    name: "a move aims at the place before the removal",
    file: order,
    find: "if (from >= 0) current.splice(from, 1);",
    replace: "",
  },
  {
    name: "moves forget what is equal at the front",
    file: order,
    find: "from: `${path}/${head + from}`",
    replace: "from: `${path}/${from}`",
  },
  {
    name: "everything moves: no longest run is kept",
    file: order,
    find: "const still = new Set(longestKept(kept, next));",
    replace: "const still = new Set<number>();",
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
    find: "if (path === written || path.startsWith(`${written}/`)) return true;",
    replace: "",
  },
];
