import type { ClientLink } from "../protocol/client-link.ts";
import type { Call, Command, Json } from "../protocol/messages.ts";
import type { Outgoing } from "./view.ts";

/** Without a listener, a write waits this long for an event to travel with. */
const WRITE_DELAY = 200;
/** Most commands that wait for a connection: more are nobody's intention. */
const MOST_WAITING = 1000;
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
  readonly #link: Pick<ClientLink, "number" | "send" | "unacked">;
  readonly #local: LocalWrites;
  readonly #writes = new Map<string, PendingWrite>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(local: LocalWrites, link: Pick<ClientLink, "number" | "send" | "unacked">) {
    this.#local = local;
    this.#link = link;
  }

  /** A new session: nothing of the last one counts. */
  reset(): void {
    this.#writes.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  event(id: number, name: string, data: Json | undefined): void {
    this.flush({ id, event: name, ...(data !== undefined && { data }) });
  }

  write(id: number, property: string, value: Json, event: string | undefined): void {
    const key = `${id}/${property}`;
    const pending = this.#writes.get(key) ?? { id, property, value, event, isUnsent: true, sentWith: 0 };
    Object.assign(pending, { value, event, isUnsent: true });
    this.#writes.set(key, pending);
    this.#local.write(UNSENT, id, { [property]: value });
    if (event === undefined) this.#timer ??= setTimeout(() => this.flush(), WRITE_DELAY);
    else if (pending.sentWith === 0) this.flush();
  }

  /** A control did what the app asked for, or could not. */
  answer({ id, call }: Call, value: Json | undefined, error: unknown): void {
    const failed = error === undefined ? undefined : error instanceof Error ? error.message : String(error);
    const answer = {
      id,
      result: call,
      ...(value !== undefined && { value }),
      ...(failed !== undefined && { error: failed }),
    };
    this.#link.send([{ cmd: this.#link.number(), ...answer }]);
  }

  /** An update was applied: writes it acknowledges are done, and the next value of each may go. */
  applied(ack: number): void {
    let isDue = false;
    for (const [key, pending] of this.#writes) {
      if (pending.sentWith === 0 || pending.sentWith > ack) continue;
      pending.sentWith = 0;
      if (!pending.isUnsent) this.#writes.delete(key);
      else if (pending.event !== undefined) isDue = true;
    }
    if (isDue) this.flush();
  }

  /** Sends all unsent writes, then the event if there is one. */
  flush(event?: { id: number; event: string; data?: Json }): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const commands: Command[] = [];
    for (const pending of this.#writes.values()) {
      if (!pending.isUnsent) continue;
      const { id, property, value } = pending;
      pending.isUnsent = false;
      pending.sentWith = this.#link.number();
      this.#local.write(pending.sentWith, id, { [property]: value });
      commands.push({ cmd: pending.sentWith, id, write: { [property]: value } });
      if (pending.event !== undefined) {
        pending.sentWith = this.#link.number();
        this.#local.write(pending.sentWith, id, { [property]: value });
        commands.push({ cmd: pending.sentWith, id, event: pending.event, data: value });
      }
    }
    if (event !== undefined && this.#link.unacked < MOST_WAITING) commands.push({ cmd: this.#link.number(), ...event });
    if (commands.length > 0) this.#link.send(commands);
  }
}
