import type { Document, Documents, Json, Slots, Update } from "./messages.ts";
import { type Operation, toKeys, toProperty, toSegment } from "./patch.ts";

/** Applies operations to the documents and returns them. Stock `fast-json-patch` is one such function. */
export type ApplyOperations = (documents: Documents, operations: readonly Operation[]) => Documents;

/** What an update did to a replica. */
export interface Applied {
  /** The operations that were applied, without those that an own write in flight overrides. */
  readonly operations: readonly Operation[];
  /** Ids of the controls that went, with everything below them. */
  readonly removed: readonly string[];
}

/**
 * What a client holds, kept by four rules that are a public promise:
 *
 * 1. the operations of an update are applied as RFC 6902 has it;
 * 2. ids that left a slot in the update and are in no slot now are dropped with all below them;
 * 3. an own write is applied at once, under its `cmd`;
 * 4. until an update's `ack` reaches that `cmd`, operations on the written property are passed over, and it outlives an
 *    operation that replaces all documents.
 *
 * Then the replica equals the server's documents whenever no write is in flight.
 */
export class Replica {
  documents: Documents = {};
  readonly #apply: ApplyOperations;
  /** Path of each property with an own write in flight, and the `cmd` of the last one. */
  readonly #writes = new Map<string, number>();

  constructor(apply: ApplyOperations) {
    this.#apply = apply;
  }

  /** Rules 1, 2 and 4. */
  update(update: Update): Applied {
    for (const [path, cmd] of this.#writes) if (cmd <= update.ack) this.#writes.delete(path);
    const operations =
      this.#writes.size === 0 ? update.ops : update.ops.filter((operation) => !this.#isWritten(operation.path));
    const touched = new Set<string>();
    const given = new Set<string>();
    for (const operation of operations) {
      const name = toProperty(operation.path)?.name ?? "$slots";
      if (name === "$slots") (mayTakeAway(operation) ? touched : given).add(toKeys(operation.path)[0] ?? "");
    }
    const held = this.#children(touched);
    const own = touched.has("") ? this.#ownValues() : [];
    this.documents = this.#apply(this.documents, operations);
    for (const [id, property, value] of own) this.#set(id, { [property]: value });
    const removed: string[] = [];
    if (held.length === 0) return { operations, removed };
    const kept = new Set([...this.#children(touched), ...this.#children(given)]);
    for (const id of held) if (!kept.has(id)) this.#drop(id, kept, removed);
    return { operations, removed };
  }

  /** Rule 3. */
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

  /** Own writes in flight, with the values they gave. */
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

  #drop(id: string, kept: ReadonlySet<string>, removed: string[]): void {
    const document = this.documents[id];
    if (document === undefined) return;
    delete this.documents[id];
    removed.push(id);
    for (const child of childIds(document)) if (!kept.has(String(child))) this.#drop(String(child), kept, removed);
  }
}

/** Whether an id may leave a slot by it: what puts one more into a list takes none away. With the path "", all may. */
function mayTakeAway({ op, path }: Operation): boolean {
  const property = path.indexOf("/", 1);
  if (property === -1) return true;
  return path.startsWith("/$slots", property) && !(op === "add" && LIST_ITEM.test(path));
}
const LIST_ITEM = /^\/\d+\/\$slots\/[^/]+\/[^/]+$/;

/** The ids in a document's slots, in order. */
export function childIds(document: Document | undefined): readonly number[] {
  const slots: Slots | undefined = document?.$slots;
  return slots === undefined ? [] : Object.values(slots).flat();
}
