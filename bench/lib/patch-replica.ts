import patch from "fast-json-patch";
import type { Replica, TreeNode } from "./app.ts";

interface Document {
  readonly $type: string;
  readonly $slots?: { readonly [slot: string]: number | readonly number[] };
  readonly [property: string]: unknown;
}

type Documents = { [id: string]: Document | undefined };
/** A number is the id of the document after it. A document without a number before it has the next id. */
type NewDocuments = readonly (number | Document)[];

/**
 * Replica with flat documents by id. The page has the id 1. The unmodified `fast-json-patch` library applies the operations,
 * then new documents are put in.
 */
export class PatchReplica implements Replica {
  #documents: Documents = {};

  /** Applies an update: its operations, or an object of operations and new documents. */
  apply(commands: unknown): void {
    // A copy, because applied values become part of the replica and would share objects with the server.
    const copy = structuredClone(commands) as patch.Operation[] | { docs: NewDocuments; ops: patch.Operation[] };
    const { docs, ops } = Array.isArray(copy) ? { docs: [], ops: copy } : copy;
    this.#documents = patch.applyPatch(this.#documents, ops).newDocument;
    let id = 0;
    for (const item of docs) {
      if (typeof item === "number") id = item;
      else this.#documents[id++] = item;
    }
  }

  tree(): TreeNode {
    const [list] = this.#children(1);
    if (list === undefined) throw new Error("Nothing was sent.");
    return list;
  }

  #children(id: number): readonly TreeNode[] {
    const { controls = [] } = this.#document(id).$slots ?? {};
    return (controls as readonly number[]).map((child) => {
      const { $slots: _, ...properties } = this.#document(child);
      const children = this.#children(child);
      return children.length === 0 ? properties : { ...properties, controls: children };
    });
  }

  #document(id: number): Document {
    const document = this.#documents[id];
    if (document === undefined) throw new Error(`There is no ${id}.`);
    return document;
  }
}
