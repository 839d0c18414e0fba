import type { Document, Documents } from "../protocol/messages.ts";

/**
 * A control's document in the client, with nested children instead of their ids: `{ $type, value, controls: [ … ] }`.
 */
export interface ClientNode {
  readonly $type: string;
  readonly $id: number;
  readonly [property: string]: unknown;
}

/** Converts the client's documents to one nested object that starts at the page. */
export function toClientTree(documents: Documents, id = 1): ClientNode {
  const { $slots = {}, ...own } = documents[id] as Document;
  const node: { [property: string]: unknown } = { $id: id, ...own };
  for (const [slot, ids] of Object.entries($slots)) {
    node[slot] =
      typeof ids === "number" ? toClientTree(documents, ids) : ids.map((child) => toClientTree(documents, child));
  }
  return node as unknown as ClientNode;
}
