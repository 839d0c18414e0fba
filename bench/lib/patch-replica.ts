import patch from "fast-json-patch";
import type { Replica, TreeNode } from "./app.ts";

interface Document {
  readonly $type: string;
  readonly $slots?: { readonly [slot: string]: number | readonly number[] };
  readonly [property: string]: unknown;
}

type Documents = { [id: string]: Document | undefined };

/** Flat documents by id, the page 1, patched by stock `fast-json-patch`. */
export class PatchReplica implements Replica {
  #documents: Documents = {};

  apply(commands: unknown): void {
    // A copy: what is applied must not become part of what the server holds.
    const operations = structuredClone(commands) as patch.Operation[];
    this.#documents = patch.applyPatch(this.#documents, operations).newDocument;
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
