import type { ClientLink } from "../../protocol/client-link.ts";
import type { Call, Command, Json } from "../../protocol/messages.ts";
import type { Outgoing } from "../rendering/view.ts";

/**
 * Maximum delay of a write without a listener, in milliseconds. Until then, the write can be sent together with an
 * event.
 */
const WRITE_DELAY = 200;
/** Maximum number of unacknowledged commands. Further events are dropped, because no person intends that many. */
const MAX_WAITING = 1000;
/** Longest text of an error that is sent, in characters. */
const MAX_ERROR = 500;
/** Placeholder for the `cmd` of a write that was not sent yet. No acknowledgment reaches this number. */
const NOT_SENT = Number.MAX_SAFE_INTEGER;

interface PendingWrite {
  readonly id: number;
  readonly property: string;
  value: Json;
  /** Event that reports the write, if the app listens to one. */
  event: string | undefined;
  /** Whether the value changed since it was last sent. */
  isUnsent: boolean;
  /** Command that last carried the value, until it is acknowledged. Otherwise 0. */
  sentWith: number;
}

/** The part of the replica that {@link Commands} needs. */
export interface LocalWrites {
  write(cmd: number, id: number, properties: { readonly [property: string]: Json }): void;
}

/**
 * The commands for the server, in order. A property with a listener has one write in flight at a time, and the last
 * value wins. Other writes wait for the next event, or for a short delay.
 */
export class Commands implements Outgoing {
  readonly #link: Pick<ClientLink, "nextCommandNumber" | "send" | "unacked">;
  readonly #localWrites: LocalWrites;
  /** Writes that are not sent, or not acknowledged. */
  readonly writes: Map<string, PendingWrite> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(local: LocalWrites, link: Pick<ClientLink, "nextCommandNumber" | "send" | "unacked">) {
    this.#localWrites = local;
    this.#link = link;
  }

  /** Discards the writes of the previous session. */
  reset(): void {
    this.writes.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  event(id: number, name: string, data: Json | undefined): void {
    this.flush({ id, event: name, ...(data !== undefined && { data: assertJson(data) }) });
  }

  write(id: number, property: string, value: Json, event: string | undefined): void {
    const key = `${id}/${property}`;
    assertJson(value);
    const pending = this.writes.get(key) ?? { id, property, value, event, isUnsent: true, sentWith: 0 };
    Object.assign(pending, { value, event, isUnsent: true });
    this.writes.set(key, pending);
    this.#localWrites.write(NOT_SENT, id, { [property]: value });
    if (event === undefined) this.#timer ??= setTimeout(() => this.flush(), WRITE_DELAY);
    else if (pending.sentWith === 0) this.flush();
  }

  /** Sends the result of a method call, or its error. */
  answer({ id, call }: Call, value: Json | undefined, error: unknown): void {
    const failed = error === undefined ? undefined : textOf(error);
    const answer = {
      id,
      result: call,
      ...(value !== undefined && { value: assertJson(value) }),
      ...(failed !== undefined && { error: failed }),
    };
    this.#link.send([{ cmd: this.#link.nextCommandNumber(), ...answer }]);
  }

  /** Handles an applied update. The writes that it acknowledges are done, and the next value of each can be sent. */
  applied(ack: number): void {
    let isDue = false;
    for (const [key, pending] of this.writes) {
      if (pending.sentWith === 0 || pending.sentWith > ack) continue;
      pending.sentWith = 0;
      if (!pending.isUnsent) this.writes.delete(key);
      else if (pending.event !== undefined) isDue = true;
    }
    if (isDue) this.flush();
  }

  /** Sends all writes that changed since they were last sent, then the event if there is one. */
  flush(event?: { id: number; event: string; data?: Json }): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const commands: Command[] = [];
    for (const pending of this.writes.values()) {
      if (!pending.isUnsent) continue;
      const { id, property, value } = pending;
      pending.isUnsent = false;
      pending.sentWith = this.#link.nextCommandNumber();
      this.#localWrites.write(pending.sentWith, id, { [property]: value });
      commands.push({ cmd: pending.sentWith, id, write: { [property]: value } });
      if (pending.event !== undefined) {
        pending.sentWith = this.#link.nextCommandNumber();
        this.#localWrites.write(pending.sentWith, id, { [property]: value });
        commands.push({ cmd: pending.sentWith, id, event: pending.event, data: value });
      }
    }
    if (event !== undefined && this.#link.unacked < MAX_WAITING)
      commands.push({ cmd: this.#link.nextCommandNumber(), ...event });
    if (commands.length > 0) this.#link.send(commands);
  }
}

/** Throws if a value is no JSON. The link would keep it, and fail again whenever it sends it again. */
function assertJson(value: Json): Json {
  JSON.stringify(value);
  return value;
}

/** Returns what an error says. A renderer of the app may throw anything, such as an object without a prototype. */
function textOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error).slice(0, MAX_ERROR);
  } catch {
    return "an error without a readable message";
  }
}
