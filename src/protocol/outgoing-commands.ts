import type { ClientLink } from "./client-link.ts";
import type { Command, Json, Update } from "./messages.ts";
import type { Timers } from "./timers.ts";

/**
 * Maximum delay of a write without a listener, in milliseconds. Until then, the write can be sent together with an
 * event.
 */
const WRITE_DELAY = 200;
/** Maximum number of unacknowledged commands. Further events are dropped, because no person intends that many. */
const MAX_WAITING = 1000;
/** Number of characters from which the text of an event is not sent if the server has it as a property. */
const LONG_TEXT = 1000;
/** Placeholder for the `cmd` of a write that was not sent yet. No acknowledgment reaches this number. */
export const NOT_SENT: number = Number.MAX_SAFE_INTEGER;
/** Bytes of a command around the value that it carries. */
const ENVELOPE_BYTES = 500;

/** How a write travels. */
export interface WriteOptions {
  /**
   * Whether the value changes often, such as text and a dragged value: while one write is in flight, later values replace
   * each other. Otherwise each write travels.
   */
  readonly isLatest?: boolean | undefined;
  /** Puts a change by the app into a value that was not sent yet. Default: the value stays. */
  readonly rebase?: ((pending: PendingWrite, update: Update, local: LocalState) => void) | undefined;
  /** Data of the event that reports the write. Default: the value. */
  readonly data?: Json | undefined;
  /** Id of the chosen child, or text of the item, for a value that is a position among children. */
  readonly of?: number | string | undefined;
}

/** More about an event than its data. */
export interface EventOptions {
  /** Id of the chosen child, if the data is a position among children. */
  readonly of?: number | undefined;
  /** Property whose value is the data, which is not sent once more. */
  readonly from?: string | undefined;
}

/** A write that was not sent, or not acknowledged. */
export interface PendingWrite extends WriteOptions {
  readonly id: number;
  readonly property: string;
  value: Json;
  /** Value that the server has, apart from changes of the app that have not arrived. */
  base: Json | undefined;
  /** Event that reports the write, if the app listens to one. */
  event: string | undefined;
  /** Whether the value changed since it was last sent. */
  isUnsent: boolean;
  /** Command that last carried the value, until it is acknowledged. Otherwise 0. */
  sentWith: number;
}

/** The client's state that {@link OutgoingCommands} reads and changes. */
export interface LocalState {
  /** Returns a property's value in the replica. */
  read(id: number, property: string): Json | undefined;
  /** Applies a write to the replica, which protects it from updates until `cmd` is acknowledged. */
  write(cmd: number, id: number, properties: { readonly [property: string]: Json }): void;
  /** Shows a value that is not what the person entered. */
  show(id: number, property: string): void;
}

type Link = Pick<ClientLink, "maxBytes" | "nextCommandNumber" | "send" | "unacked">;

/**
 * The commands for the server, in order. Each write with a listener travels at once, with the event that reports it.
 * Values with `isLatest` have one write in flight at a time. Writes without a listener wait for the next event, or for a
 * short delay.
 */
export class OutgoingCommands {
  readonly #link: Link;
  readonly #local: LocalState;
  readonly #after: Timers["after"];
  /** Writes that are not sent, or not acknowledged. */
  readonly writes: Map<string, PendingWrite> = new Map();
  #cancel: (() => void) | undefined;

  constructor(local: LocalState, link: Link, after: Timers["after"]) {
    this.#local = local;
    this.#link = link;
    this.#after = after;
  }

  /** Discards the writes of the previous session. */
  reset(): void {
    this.writes.clear();
    this.#stopTimer();
  }

  event(id: number, event: string, data?: Json, options?: EventOptions): void {
    if (!this.#isTooLarge(data)) this.flush({ id, event, ...(data !== undefined && { data }), ...options });
  }

  write(id: number, property: string, given: Json, event?: string, options: WriteOptions = {}): void {
    const key = `${id}/${property}`;
    const base = this.#local.read(id, property);
    if (this.#isTooLarge(given)) {
      this.#local.write(0, id, { [property]: base ?? "" });
      return this.#local.show(id, property);
    }
    // The renderer keeps its object, and updates change the replica's object in place.
    const value = structuredClone(given);
    const pending = this.writes.get(key) ?? { base, sentWith: 0 };
    const { sentWith } = pending;
    this.writes.set(key, { id, property, base: pending.base, sentWith, ...options, value, event, isUnsent: true });
    this.#local.write(NOT_SENT, id, { [property]: value });
    const { isLatest } = options;
    if (event === undefined || (!isLatest && this.#link.unacked >= MAX_WAITING))
      this.#cancel ??= this.#after(WRITE_DELAY, () => this.flush());
    else if (!isLatest || sentWith === 0) this.flush();
  }

  /** Prepares for an update, which leaves values alone that the person changed and that were not sent. */
  rebase(update: Update): void {
    for (const pending of this.writes.values())
      if (pending.isUnsent && pending.sentWith <= update.ack) pending.rebase?.(pending, update, this.#local);
  }

  /** Handles an applied update. The writes that it acknowledges are done, and the next value of each can be sent. */
  applied(ack: number): void {
    let isDue = false;
    for (const [key, pending] of this.writes) {
      if (pending.sentWith > ack) continue;
      pending.sentWith = 0;
      if (!pending.isUnsent) this.writes.delete(key);
      else if (pending.event !== undefined) isDue = true;
    }
    if (isDue) this.flush();
  }

  /** Sends all writes that changed since they were last sent, then the event if there is one. */
  flush(event?: { readonly id: number; readonly event: string }): void {
    this.#stopTimer();
    const commands: Command[] = [];
    const add = (command: object): number => {
      const cmd = this.#link.nextCommandNumber();
      commands.push({ cmd, ...command } as Command);
      return cmd;
    };
    for (const pending of this.writes.values()) {
      if (!pending.isUnsent) continue;
      const { id, property, value, event: name, of, data = value } = pending;
      pending.isUnsent = false;
      pending.base = value;
      pending.sentWith = add({ id, write: { [property]: value }, ...(of !== undefined && { of }) });
      if (name !== undefined)
        pending.sentWith = add({ id, event: name, ...(isLong(data) ? { from: property } : { data }) });
      this.#local.write(pending.sentWith, id, { [property]: value });
    }
    if (event !== undefined && this.#link.unacked < MAX_WAITING) add(event);
    if (commands.length > 0) this.#link.send(commands);
  }

  /** Returns whether no message can carry a value. Throws if it is no JSON: the link would fail whenever it sends it. */
  #isTooLarge(value: Json | undefined): boolean {
    const { length } = new TextEncoder().encode(JSON.stringify(value));
    return length > this.#link.maxBytes - ENVELOPE_BYTES;
  }

  #stopTimer(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}

/** Returns whether data is a text that is not sent more often than necessary. */
export function isLong(data: Json): boolean {
  return typeof data === "string" && data.length > LONG_TEXT;
}
