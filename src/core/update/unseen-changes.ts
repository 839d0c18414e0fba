import type { Document } from "../../protocol/messages.ts";
import type { Node } from "../tree/node.ts";

/** Largest number of changes that are remembered. A person edits few fields at the same time. */
const MAX_CHANGES = 100;

interface UnseenChange {
  /** Number of the update that told the client of the app's value. */
  seq: number;
  /** Value that the client has while it has not seen that update: the last one that it wrote, or that it was sent. */
  inClient: unknown;
}

/**
 * Changes by the app of properties that a person changes at the same time, such as text. A write that the client made
 * before it saw such a change is merged with it.
 */
export class UnseenChanges {
  readonly #changes = new Map<string, UnseenChange>();

  /** Records that an update changes properties of a control that the client may be writing. */
  sent(node: Node, before: Document, after: Document, seq: number): void {
    for (const name of node.spec.merged ?? []) {
      if (before[name] === after[name]) continue;
      const key = `${node.id}/${name}`;
      const inClient = this.#changes.get(key)?.inClient ?? before[name] ?? null;
      this.#changes.delete(key);
      this.#changes.set(key, { seq, inClient });
      const [oldest] = this.#changes.keys();
      if (this.#changes.size > MAX_CHANGES && oldest !== undefined) this.#changes.delete(oldest);
    }
  }

  /**
   * Records a write by a client that had seen the updates up to `seen`. Returns what it wrote upon: the value that it had
   * before, if that is not the last one that it was sent.
   */
  wrote(node: Node, name: string, value: unknown, seen: number): { readonly base: unknown } | undefined {
    const key = `${node.id}/${name}`;
    const change = this.#changes.get(key);
    if (change === undefined) return undefined;
    if (seen >= change.seq) {
      this.#changes.delete(key);
      return undefined;
    }
    const { inClient: base } = change;
    change.inClient = value;
    return { base };
  }
}
