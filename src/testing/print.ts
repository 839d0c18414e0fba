import type { Control } from "../core/declaration/reactive-control.ts";
import { EventSpec, Prop, Slot } from "../core/declaration/spec.ts";
import { childrenOf, NODE } from "../core/tree/node.ts";
import { isDefault } from "../core/update/document.ts";

/**
 * Prints a control and its descendants, one line each: class, key, and the properties that differ from their default.
 */
export function printTree(control: Control, indent = ""): string {
  const node = control[NODE];
  const words = [control.constructor.name];
  if (control.key !== undefined) words.push(`#${control.key}`);
  for (const [name, value] of Object.entries(node.values)) {
    if (value === undefined) continue;
    const entry = node.spec.entries[name];
    if (entry instanceof Prop && !isDefault(entry, value)) words.push(`${name}=${JSON.stringify(value)}`);
    if (entry instanceof Slot && typeof value === "string") words.push(`${name}=${JSON.stringify(value)}`);
    if (entry instanceof EventSpec) words.push(name);
  }
  const lines = [indent + words.join(" ")];
  for (const child of childrenOf(node)) lines.push(printTree(child.control, `${indent}  `));
  return lines.join("\n");
}
