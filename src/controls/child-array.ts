import type { Control } from "./control.ts";

/**
 * A live list of children: a real array whose edits are shown. `push`, `splice`, `sort`, assignment to an index and all
 * other ways to change an array work.
 */
export type ChildArray<C = Control> = C[] & ChildArrayMethods<C>;

/** What a list of children can do besides what every array can. */
export interface ChildArrayMethods<C = Control> {
  /** Removes children. Throws `not-found` if one of them is not in the list; then none is removed. */
  remove(...children: C[]): void;
}
