import type { Mutant } from "./mutant.ts";

const mount = "src/core/mount.ts";

export const hooks: readonly Mutant[] = [
  {
    name: "a hook that throws stops the flush",
    file: "src/core/funnel.ts",
    find: "for (const each of all) this.report(each, kind, name, node);",
    replace: "for (const each of all) this.report(each, kind, name, node);\n      throw error;",
  },
  {
    name: "what was never mounted is unmounted",
    file: mount,
    find: "if (node.isEntering) node.isEntering = false;\n  else if (",
    replace: "node.isEntering = false;\n  if (",
  },
  {
    name: "what left in the flush that it entered in is mounted",
    file: "src/core/flush.ts",
    find: "if (!node.isEntering) return;",
    replace: "",
  },
  {
    name: "the hook of a control runs again for what it set itself",
    file: "src/core/dirty-queue.ts",
    find: "node.dirty.push(property);\n    if (!node.isInHook) ",
    replace: "node.dirty.push(property);\n    ",
  },
  {
    name: "build() is called at each re-add",
    file: mount,
    find: "if (!node.isBuilt) build(session, node);",
    replace: "build(session, node);",
  },
  {
    name: "what enters is not asked before its first update",
    file: mount,
    find: "  node.isBeforeUpdateDue = true;\n  try {",
    replace: "  try {",
  },
  {
    name: "what moved into something that never enters stays mounted",
    file: mount,
    find: "  for (const child of leaving) unmount(session, child);\n  node.parentList",
    replace: "  node.parentList",
  },
  {
    name: "beforeUpdate() goes by the order of the changes",
    file: "src/core/flush.ts",
    find: "due.length > 1 ? parentsFirst(due) : due",
    replace: "new Set(due)",
  },
  {
    name: "a child and its parent that leave separately go parent first",
    file: "src/core/tree.ts",
    find: "if (isNested) this.leaving =",
    replace: "if (false as boolean) this.leaving =",
  },
  {
    name: "what a control owns does not end with it",
    file: "src/core/lifetime.ts",
    find: "for (const owned of [...this.#owned]) owned.unsubscribe();",
    replace: "",
  },
  {
    name: "a sleep does not end with its control",
    file: "src/core/lifetime.ts",
    find: "for (const wake of [...this.#sleeping]) wake(reason);",
    replace: "",
  },
];
