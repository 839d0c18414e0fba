import type { Node } from "./node.ts";

/** Set that collects the controls created while a `build()` runs again; undefined otherwise. */
let collecting: Set<Node> | undefined;

/** Records that a control was created. */
export function noteMade(node: Node): void {
  collecting?.add(node);
}

/** Runs a function. Returns its result and the controls that were created while it ran. */
export function collectMade<T>(make: () => T): { result: T; made: ReadonlySet<Node> } {
  const outer = collecting;
  const made = new Set<Node>();
  collecting = made;
  try {
    return { result: make(), made };
  } finally {
    collecting = outer;
  }
}
