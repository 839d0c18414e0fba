import type { ClientMessage, Command, Json } from "../protocol/messages.ts";
import type { Outgoing } from "./view.ts";

/** Without a listener, a write waits this long for an event to travel with. */
const WRITE_DELAY = 200;
/** Updates applied without a word to the server before it is told of them. */
const UPDATES_PER_ACK = 50;
/** Most commands in a message. */
const MOST_COMMANDS = 50;
/** Stands for the `cmd` of a write that was not sent yet: no ack reaches it. */
const UNSENT = Number.MAX_SAFE_INTEGER;

interface PendingWrite {
  readonly id: number;
  readonly property: string;
  value: Json;
  /** The event that tells of it, if somebody listens. */
  event: string | undefined;
  /** Changed since it was last sent. */
  isUnsent: boolean;
  /** The command it was last sent with, until that is acked. */
  sentWith: number;
}

/** What a {@link Commands} needs of the replica. */
export interface LocalWrites {
  write(cmd: number, id: number, properties: { readonly [property: string]: Json }): void;
}

/**
 * What goes to the server, in order. Of a property that somebody listens to, one write is in flight at a time
 * and the last value wins; other writes wait for the next event.
 */
export class Commands implements Outgoing {
  readonly #send: (message: ClientMessage) => void;
  readonly #local: LocalWrites;
  readonly #writes = new Map<string, PendingWrite>();
  #cmd = 0;
  #seq = 0;
  #toldSeq = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(local: LocalWrites, send: (message: ClientMessage) => void) {
    this.#local = local;
    this.#send = send;
  }

  /** A new session: nothing of the last one counts. */
  reset(): void {
    this.#writes.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#cmd = this.#seq = this.#toldSeq = 0;
  }

  event(id: number, name: string, data: Json | undefined): void {
    this.#flush({ id, event: name, ...(data !== undefined && { data }) });
  }

  write(id: number, property: string, value: Json, event: string | undefined): void {
    const key = `${id}/${property}`;
    const pending = this.#writes.get(key) ?? { id, property, value, event, isUnsent: true, sentWith: 0 };
    Object.assign(pending, { value, event, isUnsent: true });
    this.#writes.set(key, pending);
    this.#local.write(UNSENT, id, { [property]: value });
    if (event === undefined) this.#timer ??= setTimeout(() => this.#flush(), WRITE_DELAY);
    else if (pending.sentWith === 0) this.#flush();
  }

  /** An update was applied: writes it acknowledges are done, and the next value of each may go. */
  applied(seq: number, ack: number): void {
    this.#seq = seq;
    let isDue = false;
    for (const [key, pending] of this.#writes) {
      if (pending.sentWith === 0 || pending.sentWith > ack) continue;
      pending.sentWith = 0;
      if (!pending.isUnsent) this.#writes.delete(key);
      else if (pending.event !== undefined) isDue = true;
    }
    if (isDue) this.#flush();
    else if (seq - this.#toldSeq >= UPDATES_PER_ACK) this.#tell({ type: "ack", seq });
  }

  /** Sends all unsent writes, then the event if there is one, in as few messages as may be. */
  #flush(event?: { id: number; event: string; data?: Json }): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const commands: Command[] = [];
    for (const pending of this.#writes.values()) {
      if (!pending.isUnsent) continue;
      const { id, property, value } = pending;
      pending.isUnsent = false;
      pending.sentWith = ++this.#cmd;
      this.#local.write(pending.sentWith, id, { [property]: value });
      commands.push({ cmd: pending.sentWith, id, write: { [property]: value } });
      if (pending.event !== undefined) {
        pending.sentWith = ++this.#cmd;
        this.#local.write(pending.sentWith, id, { [property]: value });
        commands.push({ cmd: pending.sentWith, id, event: pending.event, data: value });
      }
    }
    if (event !== undefined) commands.push({ cmd: ++this.#cmd, ...event });
    for (let at = 0; at < commands.length; at += MOST_COMMANDS) {
      this.#tell({ type: "commands", seq: this.#seq, commands: commands.slice(at, at + MOST_COMMANDS) });
    }
  }

  #tell(message: ClientMessage): void {
    this.#toldSeq = this.#seq;
    this.#send(message);
  }
}
