import { quote, RunletError } from "../declaration/errors.ts";
import { storeProperty } from "../declaration/properties.ts";
import { messageOf } from "../reactive/thrown.ts";
import { type ErrorFunnel, type Node, propertyPath } from "../tree/node.ts";
import { type DocumentBytes, encodeProperty, makeDocument, replaceDocument } from "./document.ts";

/**
 * Sets the properties of a control whose values cannot be sent back to their defaults, and reports each. The types of
 * the app may accept such values: a cycle, a bigint, a proxy that was revoked meanwhile, an object whose `toJSON`
 * throws. To check each value when it is set would cost too much, so this runs after an update failed. Returns whether
 * there was such a value.
 */
export function resetUnsendable(node: Node, funnel: ErrorFunnel, count: DocumentBytes): boolean {
  let isFound = false;
  for (const [name, value] of Object.entries(node.values)) {
    const entry = node.spec.entries[name];
    if (entry?.kind !== "value") continue;
    try {
      assertSendable(encodeProperty(node, name));
    } catch (error) {
      isFound = true;
      storeProperty(node, name, entry, undefined);
      funnel.report(unsendable(node, name, value, error), "tree", "send", node);
    }
  }
  if (isFound && node.document !== undefined) replaceDocument(node, makeDocument(node), count);
  return isFound;
}

/** Throws if a value cannot be sent: by a transport that makes a text of it, or by one that copies it. */
export function assertSendable(value: unknown): void {
  JSON.stringify(value);
  structuredClone(value);
}

function unsendable(node: Node, name: string, value: unknown, cause: unknown): RunletError {
  return new RunletError(
    "not-sendable",
    `${propertyPath(node, name)} was set to ${quote(value)}, which cannot be sent to the client: ${messageOf(cause)}. ` +
      "The property has its default again. Its type must accept plain data only: objects, arrays, text, numbers.",
    { cause },
  );
}
