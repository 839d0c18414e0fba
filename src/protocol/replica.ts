import type { Document, Documents, Json, NewDocuments, Slots, Update } from "./messages.ts";
import { type Operation, toKeys, toProperty, toSegment } from "./patch.ts";

/** Applies operations to the documents and returns the result. Stock `fast-json-patch` is one such function. */
export type ApplyOperations = (documents: Documents, operations: readonly Operation[]) => Documents;

/** The effect of an update on a replica. */
export interface Applied {
  /** Operations that were applied, without those that a pending write of the client overrides. */
  readonly operations: readonly Operation[];
  /** Ids of the controls that were removed, with all their descendants. */
  readonly removed: readonly string[];
}

/**
 * The client's copy of the documents. It follows four rules, which are a public promise:
 *
 * 1. The operations of an update are applied as RFC 6902 specifies. Then its new documents are put in.
 * 2. Ids that left a slot in the update and are in no slot now are dropped, with all descendants.
 * 3. The client's own write is applied at once, under its `cmd`.
 * 4. Until an update's `ack` reaches that `cmd`, operations on the written property are skipped, and its value survives
 *    an operation that replaces all documents.
 *
 * Under these rules, the replica equals the server's documents whenever no write is pending.
 */
export class Replica {
  documents: Documents = {};
  readonly #apply: ApplyOperations;
  /** Path of each property with a pending write, and the `cmd` of the last one. */
  readonly #writes = new Map<string, number>();

  constructor(apply: ApplyOperations) {
    this.#apply = apply;
  }

  /** Applies an update: rules 1, 2 and 4. */
  update({ ack, docs = [], ops }: Update): Applied {
    if (this.#writes.size > 0) for (const [path, cmd] of this.#writes) if (cmd <= ack) this.#writes.delete(path);
    const operations = this.#writes.size === 0 ? ops : ops.filter(({ path }) => !this.#isWritten(path));
    const moves = ({ path }: Operation) => (toProperty(path)?.name ?? "$slots") === "$slots";
    if (docs.length === 0 && !operations.some(moves)) {
      this.documents = this.#apply(this.documents, operations);
      return { operations, removed: [] };
    }
    const losing = new Set<string>();
    const gaining = new Set<string>();
    for (const { op, path } of operations.filter(moves)) {
      const [id = "", property = "$slots", , item] = toKeys(path);
      // Only adding an id to a list is certain to remove no other id from a slot.
      if (property === "$slots") (op === "add" && item !== undefined ? gaining : losing).add(id);
    }
    const before = this.#children(losing);
    const own = losing.has("") ? this.#ownValues() : [];
    this.documents = this.#apply(this.documents, operations);
    let next = 0;
    for (const item of docs) {
      if (typeof item === "number") next = item;
      else {
        // Only where ids left a slot does it matter which ones came.
        if (before.length > 0) gaining.add(String(next));
        this.documents[next++] = item;
      }
    }
    for (const [id, property, value] of own) this.#set(id, { [property]: value });
    const removed: string[] = [];
    if (before.length === 0) return { operations, removed };
    const remaining = new Set([...this.#children(losing), ...this.#children(gaining)]);
    for (const id of before) if (!remaining.has(id)) this.#removeSubtree(id, remaining, removed);
    return { operations, removed };
  }

  /** Applies a write of the client: rule 3. */
  write(cmd: number, id: number, properties: { readonly [property: string]: Json }): void {
    if (!this.#set(String(id), properties)) return;
    for (const property in properties) this.#writes.set(`/${id}/${toSegment(property)}`, cmd);
  }

  #set(id: string, properties: { readonly [property: string]: unknown }): boolean {
    const document = this.documents[id];
    if (document === undefined) return false;
    this.documents[id] = { ...document, ...properties };
    return true;
  }

  /** Returns the pending writes with their values. */
  #ownValues(): [id: string, property: string, value: unknown][] {
    return [...this.#writes.keys()].map((path) => {
      const [id = "", property = ""] = toKeys(path);
      return [id, property, this.documents[id]?.[property]];
    });
  }

  #isWritten(path: string): boolean {
    for (const written of this.#writes.keys()) if (path === written || path.startsWith(`${written}/`)) return true;
    return false;
  }

  #children(ids: Iterable<string>): string[] {
    const children: string[] = [];
    for (const id of ids) for (const child of childIds(this.documents[id])) children.push(String(child));
    return children;
  }

  #removeSubtree(id: string, remaining: ReadonlySet<string>, removed: string[]): void {
    const document = this.documents[id];
    if (document === undefined) return;
    delete this.documents[id];
    removed.push(id);
    for (const child of childIds(document))
      if (!remaining.has(String(child))) this.#removeSubtree(String(child), remaining, removed);
  }
}

/** Returns new documents with their ids. */
export function entriesOf(docs: NewDocuments): (readonly [id: number, document: Document])[] {
  const entries: (readonly [number, Document])[] = [];
  let id = 0;
  for (const item of docs) {
    if (typeof item === "number") id = item;
    else entries.push([id++, item]);
  }
  return entries;
}

/** Returns the ids in a document's slots, in order. */
export function childIds(document: Document | undefined): readonly number[] {
  const slots: Slots | undefined = document?.$slots;
  return slots === undefined ? [] : Object.values(slots).flat();
}
