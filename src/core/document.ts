import { freeze, produce } from "immer";
import type { Document } from "../protocol/messages.ts";
import { isEqual } from "./equal.ts";
import type { Node } from "./node.ts";
import { type AnyEntry, EventSpec, eventName, handlerName, ListSlot, type Prop, Slot } from "./spec.ts";
import { encodeAs } from "./types.ts";

/** The name, in a document and among those that changed, of the error box. */
export const ERROR = "$error";

type Draft = { [property: string]: unknown };

/** A control's document for the first time: all that is not at its default. */
export function makeDocument(node: Node): Document {
  const document: Draft = { $type: node.spec.type };
  for (const name in node.values) write(document, node, name);
  for (const event of node.events?.keys() ?? []) document[handlerName(event)] = true;
  write(document, node, ERROR);
  return freeze(document, true) as unknown as Document;
}

/** The next document after the named properties were set. The same one when nothing differs. */
export function nextDocument(node: Node, document: Document, names: readonly string[]): Document {
  return produce(document, (draft) => {
    for (const name of names) write(draft as Draft, node, name);
  });
}

/** One property as the client is given it. A key that holds `undefined` would count as a member: it goes. */
function write(document: Draft, node: Node, name: string): void {
  const encoded = encode(node, node.spec.entries[name], name);
  if (encoded === undefined) delete document[name];
  else document[name] = encoded;
}

function encode(node: Node, entry: AnyEntry | undefined, name: string): unknown {
  if (name === ERROR) return node.error;
  const value = node.values[name];
  if (entry instanceof EventSpec) {
    const isHeard = value !== undefined || node.events?.has(eventName(name)) === true;
    return isHeard ? true : undefined;
  }
  if (value === undefined || entry instanceof ListSlot || entry === undefined) return undefined;
  if (entry instanceof Slot) return typeof value === "string" ? value : undefined;
  return isDefault(entry, value) ? undefined : encodeAs(entry.type, value);
}

/** Whether a value is what the property reads when nothing is set. Defaults that are objects compare by content. */
export function isDefault(entry: Prop<unknown>, value: unknown): boolean {
  if (Object.is(value, entry.default)) return true;
  return typeof value === "object" && typeof entry.default === "object" && isEqual(value, entry.default);
}
