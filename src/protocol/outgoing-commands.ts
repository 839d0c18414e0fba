import type { ClientLink } from "./client-link.ts";
import type { Call, Command, Json, Update } from "./messages.ts";
import type { Timers } from "./timers.ts";

/**
 * Maximum delay of a write without a listener, in milliseconds. Until then, the write can be sent together with an
 * event.
 */
const WRITE_DELAY = 200;
/** Maximum number of unacknowledged commands. Further events are dropped, because no person intends that many. */
const MAX_WAITING = 1000;
/** Longest text of an error that is sent, in characters. */
const MAX_ERROR = 500;
/** Number of characters from which the text of an event is not sent if the server has it as a property. */
const LONG_TEXT = 1000;
/** Placeholder for the `cmd` of a write that was not sent yet. No acknowledgment reaches this number. */
const NOT_SENT = Number.MAX_SAFE_INTEGER;
/** Bytes of a command around the value that it carries. */
const ENVELOPE_BYTES = 500;

/**
 * Merges what a person changed since `base` into the value that the app set meanwhile. A value that is left out of the
 * document, because it is the default, is undefined.
 */
export type Merge = (base: Json | undefined, person: Json, app: Json | undefined) => Json;

/** For values that are dragged or otherwise chosen anew: what the person did last is the value. */
export const keepPersons: Merge = (_, person) => person;

/** How a write travels. */
export interface WriteOptions {
  /**
   * Given for a value that changes often, such as text and a dragged value: while one write is in flight, later values
   * replace each other, and the app's changes are merged into the last one. Without it, each write travels.
   */
  readonly merge?: Merge | undefined;
  /** Data of the event that reports the write. Default: the value. */
  readonly data?: Json | undefined;
  /** Id of the chosen child, or text of the item, for a value that is a position among children. */
  readonly of?: number | string | undefined;
}

interface PendingWrite extends WriteOptions {
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
 * Values with a `merge` have one write in flight at a time. Writes without a listener wait for the next event, or for a
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

  event(id: number, event: string, data?: Json, of?: number): void {
    if (data !== undefined && sizeOf(data) > this.#maxBytes && !this.#isKnown(id, data)) return;
    this.flush({ id, event, ...this.#dataOf(id, data), ...(of !== undefined && { of }) });
  }

  write(id: number, property: string, given: Json, event?: string, options: WriteOptions = {}): void {
    const key = `${id}/${property}`;
    const { merge } = options;
    // The renderer keeps its object, and updates change the replica's object in place.
    const value = typeof given === "string" ? given : (JSON.parse(JSON.stringify(given)) as Json);
    const base = this.#local.read(id, property);
    if (typeof value === "string" && sizeOf(value) > this.#maxBytes) return this.#refuse(id, property, base);
    const pending = this.writes.get(key) ?? { id, property, value, base, event, isUnsent: true, sentWith: 0 };
    Object.assign(pending, { of: undefined, data: undefined, ...options, value, event, isUnsent: true });
    this.writes.set(key, pending);
    this.#local.write(NOT_SENT, id, { [property]: value });
    if (event === undefined || (merge === undefined && this.#link.unacked >= MAX_WAITING))
      this.#cancel ??= this.#after(WRITE_DELAY, () => this.flush());
    else if (merge === undefined || pending.sentWith === 0) this.flush();
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

  /**
   * Merges the app's changes into values that the person has changed and that were not sent yet. Call it before an
   * update is applied, which leaves these values as they are.
   */
  rebase(update: Update): void {
    for (const [key, pending] of this.writes) {
      const { id, property, value, merge = keepPersons, base, isUnsent, sentWith } = pending;
      if (!isUnsent || merge === keepPersons || sentWith > update.ack) continue;
      const change = changeIn(update, id, property);
      if (change === undefined) continue;
      const merged = merge(base, value, change.value);
      Object.assign(pending, { value: merged, base: change.value });
      const isDone = merged === change.value;
      if (isDone) this.writes.delete(key);
      if (merged === value && !isDone) continue;
      this.#local.write(isDone ? 0 : NOT_SENT, id, { [property]: merged });
      this.#local.show(id, property);
    }
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

  /** Sends the writes that wait for the next event or for their delay, if there are any. */
  sendWaiting(): void {
    if (this.#cancel !== undefined) this.flush();
  }

  /** Sends all writes that changed since they were last sent, then the event if there is one. */
  flush(event?: Omit<Extract<Command, { event: string }>, "cmd">): void {
    this.#stopTimer();
    const commands: Command[] = [];
    const add = (command: Omit<Command, "cmd">): number => {
      const cmd = this.#link.nextCommandNumber();
      commands.push({ cmd, ...command } as Command);
      return cmd;
    };
    for (const pending of this.writes.values()) {
      if (!pending.isUnsent) continue;
      const { id, property, value, event: name, of, data = value } = pending;
      pending.isUnsent = false;
      pending.base = value;
      pending.sentWith = add({ id, write: { [property]: value }, ...(of !== undefined && { of }) } as Command);
      if (name !== undefined)
        pending.sentWith = add({ id, event: name, ...this.#dataOf(id, data, property) } as Command);
      this.#local.write(pending.sentWith, id, { [property]: value });
    }
    if (event !== undefined && this.#link.unacked < MAX_WAITING) add(event);
    if (commands.length > 0) this.#link.send(commands);
  }

  /** Keeps the value that was there before one that is too long to be sent. */
  #refuse(id: number, property: string, before: Json | undefined): void {
    this.#local.write(0, id, { [property]: before ?? "" });
    this.#local.show(id, property);
  }

  /** Returns the data of an event as it is sent: a long text that the server has is not sent once more. */
  #dataOf(id: number, data: Json | undefined, from = "value"): { data?: Json; from?: string } {
    if (data === undefined) return {};
    return this.#isKnown(id, data, from) ? { from } : { data: assertJson(data) };
  }

  #isKnown(id: number, data: Json, from = "value"): boolean {
    return typeof data === "string" && data.length > LONG_TEXT && this.#local.read(id, from) === data;
  }

  get #maxBytes(): number {
    return this.#link.maxBytes - ENVELOPE_BYTES;
  }

  #stopTimer(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}

/** Returns what an update sets a property to, in a `value` that is undefined for the default. */
function changeIn({ ops, docs = [] }: Update, id: number, property: string): { value: Json | undefined } | undefined {
  if (ops[0]?.path === "") {
    let next = 0;
    for (const item of docs) {
      if (typeof item === "number") next = item;
      else if (next++ === id) return { value: item[property] as Json | undefined };
    }
    return undefined;
  }
  const change = ops.findLast(({ path }) => path === `/${id}/${property}`);
  return change && { value: (change as { value?: Json }).value };
}

/** Returns the bytes of a value as JSON, or an upper bound if the value is short. */
function sizeOf(value: Json): number {
  const json = JSON.stringify(value);
  return json.length < LONG_TEXT ? json.length * 3 : new TextEncoder().encode(json).length;
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
