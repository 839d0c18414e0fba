import { type Control, childControls } from "../controls/control.ts";
import { EventSpec, Prop, Slot } from "../core/declaration/spec.ts";
import { isControl, NODE } from "../core/tree/node.ts";

/**
 * Prints a control and its descendants, one line each: class, key, and the properties that differ from their default.
 */
export function printTree(control: Control, indent = ""): string {
  const node = control[NODE];
  const words = [control.constructor.name];
  if (control.key !== undefined) words.push(`#${control.key}`);
  for (const [name, value] of Object.entries(node.values)) {
    if (name === "$type" || value === undefined) continue;
    const entry = node.spec.entries[name];
    if (entry instanceof Prop && !entry.isDefault(value)) words.push(`${name}=${JSON.stringify(value, nameControls)}`);
    if (entry instanceof Slot && typeof value === "string") words.push(`${name}=${JSON.stringify(value)}`);
    if (entry instanceof EventSpec) words.push(name);
  }
  const lines = [indent + words.join(" ")];
  for (const child of childControls(control)) lines.push(printTree(child, `${indent}  `));
  return lines.join("\n");
}

/** The controls in a property of a composed control are printed where it places them. */
function nameControls(_key: string, value: unknown): unknown {
  return isControl(value) ? value.constructor.name : value;
}
