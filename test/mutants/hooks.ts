import type { Mutant } from "./mutant.ts";

export const hooks: readonly Mutant[] = [
  {
    name: "an error in a hook stops the flush",
    file: "src/core/reactive/funnel.ts",
    find: "for (const each of all) this.report(each, kind, name, node);",
    replace: "for (const each of all) this.report(each, kind, name, node);\n      throw error;",
  },
  {
    name: "a control that was never mounted is unmounted",
    file: "src/core/tree/mounted-tree.ts",
    find: "if ((node.flags & Flag.isEntering) !== 0) node.flags &= ~Flag.isEntering;\n    else if (",
    replace: "node.flags &= ~Flag.isEntering;\n    if (",
  },
  {
    name: "a control that is added and removed in one flush is mounted",
    file: "src/core/update/flush.ts",
    find: "if ((node.flags & Flag.isEntering) === 0) return;",
    replace: "",
  },
  {
    name: "a hook runs again for properties that it set itself",
    file: "src/core/update/engine.ts",
    find: "node.dirty.push(name);\n    if ((node.flags & IN_HOOK) === 0) ",
    replace: "node.dirty.push(name);\n    ",
  },
  {
    name: "build() runs again when a control is added again",
    file: "src/core/tree/mounted-tree.ts",
    find: "if ((node.flags & Flag.isBuilt) === 0) this.build(node);",
    replace: "this.build(node);",
  },
  {
    name: "beforeUpdate() does not run before the first update of a control",
    file: "src/core/tree/mounted-tree.ts",
    find: "node.flags |= Flag.isBeforeUpdateDue;\n",
    replace: "",
  },
  {
    name: "a control that moved into a parent that is never mounted stays mounted",
    file: "src/core/tree/mounted-tree.ts",
    find: "for (const child of leaving) this.#unmount(child);\n    node.parentList",
    replace: "node.parentList",
  },
  {
    name: "beforeUpdate() runs in the order of the changes instead of parents first",
    file: "src/core/update/flush.ts",
    find: "due.length > 1 ? parentsFirst(due) : due",
    replace: "new Set(due)",
  },
  {
    name: "a child and its parent that are removed separately are unmounted parent first",
    file: "src/core/tree/tree-commit.ts",
    find: "if (isNested) this.leaving =",
    replace: "if (false as boolean) this.leaving =",
  },
  {
    name: "resources that a control owns are not released when it is unmounted",
    file: "src/core/reactive/lifetime.ts",
    find: "for (const owned of [...this.#owned]) owned.unsubscribe();",
    replace: "",
  },
  {
    name: "a sleep does not end when its control is unmounted",
    file: "src/core/reactive/lifetime.ts",
    find: "for (const wake of [...this.#sleeping]) wake(reason);",
    replace: "",
  },
];
