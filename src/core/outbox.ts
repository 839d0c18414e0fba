import type { Document, Documents, Json } from "../protocol/messages.ts";
import type { Operation } from "../protocol/patch.ts";
import { documentOperations, slotOperations } from "./diff.ts";
import type { Given, Node } from "./node.ts";

/**
 * What the client lacks. There is no queue of updates: what the client was given is known, and one merged
 * difference is made when it can take it.
 */
export class Outbox {
  readonly #changed = new Set<Node>();
  readonly #left = new Set<Node>();
  #isFirst = true;

  /** How many controls it remembers: no more than changed since the client was given anything. */
  get size(): number {
    return this.#changed.size + this.#left.size;
  }

  /** Its document or children may differ from what the client has. */
  changed(node: Node): void {
    this.#changed.add(node);
  }

  /** It was unmounted: once this is sent, the client has it no more. */
  left(node: Node): void {
    if (node.given !== undefined) this.#left.add(node);
    else this.#changed.delete(node);
  }

  /** The operations for all that changed since the last time. From then on the client counts as having it. */
  take(mounted: Iterable<Node>): Operation[] {
    const operations = this.#isFirst ? [this.#everything(mounted)] : this.#difference();
    this.#isFirst = false;
    this.#changed.clear();
    this.#left.clear();
    return operations;
  }

  #everything(mounted: Iterable<Node>): Operation {
    const documents: Documents = {};
    for (const node of mounted) {
      node.given = currentOf(node);
      documents[node.id] = wireDocument(node.given);
    }
    return { op: "replace", path: "", value: documents as unknown as Json };
  }

  #difference(): Operation[] {
    for (const node of this.#left) if (node.session === undefined) node.given = undefined;
    const added: Operation[] = [];
    const edited: Operation[] = [];
    for (const node of this.#changed) {
      if (node.session === undefined || node.document === undefined) continue;
      const { given } = node;
      const now = currentOf(node);
      node.given = now;
      if (given === undefined) {
        added.push({ op: "add", path: `/${node.id}`, value: wireDocument(now) as unknown as Json });
      } else {
        edited.push(...documentOperations(node.id, given.document, now.document));
        edited.push(...slotOperations(node.id, given.slots, now.slots));
      }
    }
    return [...added, ...edited];
  }
}

/** What the client should have of a mounted control. */
function currentOf(node: Node): Given {
  const slots: { [slot: string]: number | readonly number[] } = {};
  for (const [slot, children] of Object.entries(node.children)) {
    slots[slot] = "control" in children ? children.id : children.map((child) => child.id);
  }
  return { document: node.document as Document, slots };
}

function wireDocument({ document, slots }: Given): Document {
  return Object.keys(slots).length === 0 ? document : { ...document, $slots: slots };
}

/** A mounted control's document as the wire has it. */
export function documentOf(node: Node): Document {
  return wireDocument(currentOf(node));
}
