import patch from "fast-json-patch";
import type { Operation } from "../../../src/protocol/patch.ts";
import type { ModelDocument } from "./model-control.ts";

type Replicated = { [id: string]: { [name: string]: unknown } };

/** An update as received. */
export interface Received {
  readonly seq: number;
  readonly ack: number;
  readonly docs?: readonly (number | { readonly [name: string]: unknown })[];
  readonly ops: readonly Operation[];
}

/**
 * A second implementation of the four rules of a replica, written from the design alone and without regard to speed.
 */
export class PlainReplica {
  documents: Replicated = {};
  seq = 0;
  ack = 0;
  cmd = 0;
  /** Paths of the client's own writes, with the number of the command. */
  readonly #writes = new Map<string, number>();

  update({ seq, ack, docs = [], ops }: Received): void {
    if (seq !== this.seq + 1) throw new Error(`update ${seq} came after ${this.seq}`);
    if (ack < this.ack || ack > this.cmd) throw new Error(`ack ${ack} after ${this.ack}, of ${this.cmd} commands`);
    this.seq = seq;
    this.ack = ack;
    const received = ops.filter((operation) => !this.#isInFlight(operation.path));
    const held = idsInSlots(this.documents);
    this.documents = patch.applyPatch(this.documents, received as patch.Operation[], true, true, true).newDocument;
    docs.forEach((item, at) => {
      if (typeof item !== "number") this.documents[idAt(docs, at)] = item;
    });
    this.#prune(new Set([...held, ...idsInSlots(this.documents)]));
  }

  /** Applies a write of the client at once. Returns the number of its command. */
  write(id: string, properties: ModelDocument): number {
    this.cmd++;
    this.documents[id] = { ...this.documents[id], ...properties };
    for (const name in properties) this.#writes.set(`/${id}/${name}`, this.cmd);
    return this.cmd;
  }

  #isInFlight(path: string): boolean {
    for (const [written, cmd] of this.#writes) {
      if (cmd > this.ack && (path === written || path.startsWith(`${written}/`))) return true;
    }
    return false;
  }

  /** Removes controls that are in no slot any longer, and repeats that for the controls in their slots. */
  #prune(candidates: ReadonlySet<string>): void {
    for (;;) {
      const held = idsInSlots(this.documents);
      const gone = Object.keys(this.documents).filter((id) => candidates.has(id) && !held.has(id));
      if (gone.length === 0) return;
      for (const id of gone) delete this.documents[id];
    }
  }
}

function idsInSlots(documents: Replicated): Set<string> {
  const slots = Object.values(documents).flatMap((document) => Object.values(document.$slots ?? {}));
  return new Set(slots.flat().map(String));
}

/** Returns the id of the new document at an index: the number before it, or one more than the id of the one before. */
export function idAt(docs: readonly unknown[], at: number): number {
  const before = docs[at - 1];
  return typeof before === "number" ? before : idAt(docs, at - 1) + 1;
}
