import type { Control } from "./control.ts";

/**
 * Returns the index of the visible child that a control is, or is inside of. Undefined if there is none.
 * @internal
 */
export function positionAmong(children: readonly Control[], control: Control): number | undefined {
  const visible = children.filter((child) => child.visible);
  for (let at: Control | undefined = control; at !== undefined; at = at.parent) {
    const index = visible.indexOf(at);
    if (index >= 0) return index;
  }
  return undefined;
}
