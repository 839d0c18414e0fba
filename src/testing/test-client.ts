import patch from "fast-json-patch";
import type { Command, Documents, Json, ServerMessage } from "../protocol/messages.ts";
import { PROTOCOL_VERSION } from "../protocol/messages.ts";
import type { Operation } from "../protocol/patch.ts";
import { Replica } from "../protocol/replica.ts";
import type { ClientEnd } from "../transport/transport.ts";

/** Applies operations as stock `fast-json-patch` does, with validation. */
export function applyWithFastJsonPatch(documents: Documents, operations: readonly Operation[]): Documents {
  return patch.applyPatch(documents, operations as patch.Operation[], true, true, true).newDocument;
}

/** A client without a screen: keeps the replica, and sends what a person would cause. */
export class TestClient {
  readonly replica: Replica = new Replica(applyWithFastJsonPatch);
  readonly #end: ClientEnd;
  #operations: Operation[] = [];
  #seq = 0;
  #cmd = 0;

  constructor(end: ClientEnd, onUpdate: () => void) {
    this.#end = end;
    end.messages$.subscribe((message: ServerMessage) => {
      if (message.type !== "update") return;
      if (message.seq !== this.#seq + 1) throw new Error(`update ${message.seq} came after ${this.#seq}`);
      this.#seq = message.seq;
      this.#operations.push(...structuredClone(message.ops));
      this.replica.update(message);
      onUpdate();
    });
  }

  hello(): void {
    this.#end.send({ type: "hello", protocol: PROTOCOL_VERSION });
  }

  event(id: number, event: string, data: Json | undefined): void {
    this.#send({ cmd: ++this.#cmd, id, event, ...(data !== undefined && { data }) });
  }

  write(id: number, properties: { readonly [name: string]: Json }): void {
    this.replica.write(++this.#cmd, id, properties);
    this.#send({ cmd: this.#cmd, id, write: properties });
  }

  /** The operations since the last call. */
  takeOperations(): Operation[] {
    return this.#operations.splice(0);
  }

  #send(command: Command): void {
    this.#end.send({ type: "commands", seq: this.#seq, commands: [command] });
  }
}
