import type { Document } from "../../protocol/messages.ts";
import { isEqual } from "../declaration/equal.ts";
import type { Node } from "../tree/node.ts";

/** Largest number of properties whose changes are remembered. A person edits few fields at the same time. */
const MAX_PROPERTIES = 32;
/** Largest number of changes of one property that are remembered. */
const MAX_CHANGES = 8;

/** A change of a property by the app, as it was sent. */
interface SentChange {
  /** Number of the update. */
  readonly seq: number;
  /** Number of the last command that the update acknowledged. */
  readonly ack: number;
  readonly value: unknown;
}

/** A write of the client, and the number of the last update that the client had when it made it. */
interface Written {
  readonly cmd: number;
  readonly seen: number;
  readonly value: unknown;
}

interface Changes {
  /** Last write of the client, or what it had before the changes. */
  written: Written;
  /** Changes that the client had not seen when it made that write. */
  sent: SentChange[];
}

/**
 * Changes by the app of properties that a person changes at the same time, such as text. A write that the client made
 * before it saw such a change is merged with it.
 */
export class UnseenChanges {
  readonly #changes = new Map<string, Changes>();
  /** What the client showed before it wrote values that were refused, until the next update, which undoes them. */
  readonly #beforeRefused = new Map<string, unknown>();

  /** Records that a write was refused, before which the client showed a value. To undo that is no change by the app. */
  refused(node: Node, name: string, shown: unknown): void {
    if (node.spec.merged?.includes(name) === true) this.#beforeRefused.set(`${node.id}/${name}`, shown);
  }

  /** Records that the update `seq` changes properties of a control that the client may be writing. */
  sent(node: Node, before: Document, after: Document, seq: number, ack: number): void {
    for (const name of node.spec.merged ?? []) {
      const key = `${node.id}/${name}`;
      const shown = this.#beforeRefused.has(key) ? this.#beforeRefused.get(key) : before[name];
      if (before[name] === after[name] || isEqual(shown ?? null, after[name] ?? null)) continue;
      const { written, sent } = this.#changes.get(key) ?? {
        written: { cmd: 0, seen: 0, value: before[name] ?? null },
        sent: [],
      };
      this.#changes.delete(key);
      this.#changes.set(key, {
        written,
        sent: [...sent.slice(1 - MAX_CHANGES), { seq, ack, value: after[name] ?? null }],
      });
      const [oldest] = this.#changes.keys();
      if (this.#changes.size > MAX_PROPERTIES && oldest !== undefined) this.#changes.delete(oldest);
    }
  }

  /** Forgets the refused writes, because an update was sent that undoes them. */
  undone(): void {
    this.#beforeRefused.clear();
  }

  /**
   * Records a write. Returns the value that the client had before it, if the client had not seen a change of the app by
   * then.
   */
  wrote(node: Node, name: string, write: Written): { readonly base: unknown } | undefined {
    const key = `${node.id}/${name}`;
    const changes = this.#changes.get(key);
    if (changes === undefined) return undefined;
    const { written, sent } = changes;
    // A client ignores the change in an update that does not acknowledge its own last write.
    const shown = sent.findLast(({ seq, ack }) => seq <= write.seen && ack >= written.cmd);
    const unseen = sent.filter(({ seq }) => seq > write.seen);
    if (unseen.length === 0) this.#changes.delete(key);
    else Object.assign(changes, { written: write, sent: unseen });
    return unseen.length === 0 ? undefined : { base: (shown ?? written).value };
  }
}
