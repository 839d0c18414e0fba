import patch from "fast-json-patch";
import type { Operation } from "../../../src/protocol/patch.ts";
import type { ModelDocument } from "./model-control.ts";

type Replicated = { [id: string]: { [name: string]: unknown } };

/** An update as it comes off the wire. */
export interface Received {
  readonly seq: number;
  readonly ack: number;
  readonly ops: readonly Operation[];
}

/** The four rules of a replica once more, written from the design alone and without a thought for speed. */
export class PlainReplica {
  documents: Replicated = {};
  seq = 0;
  ack = 0;
  cmd = 0;
  /** Path of each property of an own write, with its command. */
  readonly #writes = new Map<string, number>();

  update({ seq, ack, ops }: Received): void {
    if (seq !== this.seq + 1) throw new Error(`update ${seq} came after ${this.seq}`);
    if (ack < this.ack || ack > this.cmd) throw new Error(`ack ${ack} after ${this.ack}, of ${this.cmd} commands`);
    this.seq = seq;
    this.ack = ack;
    const received = ops.filter((operation) => !this.#isInFlight(operation.path));
    const held = idsInSlots(this.documents);
    this.documents = patch.applyPatch(this.documents, received as patch.Operation[], true, true, true).newDocument;
    this.#prune(new Set([...held, ...idsInSlots(this.documents)]));
  }

  /** An own write shows at once. Gives its command. */
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

  /** What was in a slot and is in none goes, and with it what was in its slots, and so on. */
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
