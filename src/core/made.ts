import type { Node } from "./node.ts";

/** Where controls are noted that are made while a `build()` runs again. */
let collecting: Set<Node> | undefined;

/** A control was made. */
export function noteMade(node: Node): void {
  collecting?.add(node);
}

/** Runs a function, and gives which controls were made while it ran. */
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
