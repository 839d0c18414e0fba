import patch from "fast-json-patch";
import type { Clock } from "../core/reactive/clock.ts";
import { type EnteredValue, EnteredValues, restoringWrites } from "../input/entered-values.ts";
import { Backoff, mayRetry } from "../protocol/backoff.ts";
import { ClientLink, isSnapshot, type LinkEvents } from "../protocol/client-link.ts";
import { type Call, CloseCode, type Documents, type Json, type Update, type Welcome } from "../protocol/messages.ts";
import { type EventOptions, OutgoingCommands, type WriteOptions } from "../protocol/outgoing-commands.ts";
import type { Operation } from "../protocol/patch.ts";
import { entriesOf, Replica } from "../protocol/replica.ts";
import type { ClientEnd } from "../transport/transport.ts";

/** Applies operations with the unmodified `fast-json-patch` library, with validation. */
export function applyWithFastJsonPatch(documents: Documents, operations: readonly Operation[]): Documents {
  return patch.applyPatch(documents, operations as patch.Operation[], true, true, true).newDocument;
}

/**
 * Returns an update as RFC 6902 operations alone: an `add` for each new document, then the other operations. All
 * documents at once are one `replace`.
 */
export function operationsOf({ docs = [], ops }: Pick<Update, "docs" | "ops">): Operation[] {
  const entries = entriesOf(docs) as readonly (readonly [number, unknown])[];
  if (isSnapshot({ ops })) return [{ op: "replace", path: "", value: Object.fromEntries(entries) as Json }];
  return [...entries.map(([id, value]): Operation => ({ op: "add", path: `/${id}`, value: value as Json })), ...ops];
}

/** Options of {@link TestClient}. */
export interface TestClientOptions {
  readonly clock: Clock;
  /** Opens a connection. Returns the client's end of it, and a function that breaks it. */
  readonly dial: () => { readonly client: ClientEnd; readonly cut: () => void };
  /** Source of random numbers for the delays before reconnecting. Default: always 0.5. */
  readonly random?: () => number;
  /** Whether the client reconnects by itself and sends heartbeats. Default `false`. */
  readonly isLive?: boolean;
  /** Called when the server accepts the connection. */
  onWelcome?(welcome: Welcome): void;
  /** Called after each update is applied. */
  onUpdate?(): void;
  /** Called when the app calls a method of a control. Returns the client's answer. */
  onCall?(call: Call): Json | undefined;
}

let instances = 0;

/** A client without a screen. Keeps the replica, and sends the events and writes that a person would cause. */
export class TestClient {
  replica: Replica = new Replica(applyWithFastJsonPatch);
  readonly #options: TestClientOptions;
  readonly #link: ClientLink;
  readonly #commands: OutgoingCommands;
  readonly #enteredValues = new EnteredValues();
  readonly #backoff: Backoff;
  #operations: Operation[] = [];
  #valuesToRestore: EnteredValue[] = [];
  #line: { readonly client: ClientEnd; readonly cut: () => void } | undefined;
  #cancel: (() => void) | undefined;
  #isOnline = false;
  /** Time of the last attempt to connect. */
  #since = 0;
  /** Whether the last welcome resumed a session; undefined before a welcome. */
  #isResumed: boolean | undefined;
  /** Opaque name of the session's user; null after the app ended the session. */
  #owner: string | null | undefined;

  constructor(options: TestClientOptions) {
    this.#options = options;
    const { clock, isLive = false, random = () => 0.5 } = options;
    this.#backoff = new Backoff(random);
    const events: LinkEvents = {
      welcomed: (welcome) => this.#welcomed(welcome),
      updated: (update) => this.#updated(update),
      noticed: () => {},
      unresponsive: () => this.#line?.cut(),
    };
    const timers = { now: () => clock.monotonic(), after: clock.after.bind(clock) };
    this.#link = new ClientLink({ timers, events, instance: `test-${++instances}`, heartbeat: isLive });
    const local = {
      read: (id: number, property: string) => this.replica.documents[id]?.[property] as Json | undefined,
      write: (cmd: number, id: number, properties: { readonly [name: string]: Json }) => {
        this.replica.write(cmd, id, properties);
        for (const [property, value] of Object.entries(properties)) this.#enteredValues.record(id, property, value);
      },
      show: () => {},
    };
    this.#commands = new OutgoingCommands(local, this.#link, timers.after);
  }

  /** Number of the last update that was applied. */
  get seq(): number {
    return this.#link.seq;
  }

  /** Number of commands that the server has not acknowledged. */
  get unacked(): number {
    return this.#link.unacked;
  }

  get isConnected(): boolean {
    return this.#line !== undefined;
  }

  connect(): void {
    this.#isOnline = true;
    this.#cancel?.();
    this.#since = this.#options.clock.monotonic();
    this.#isResumed = undefined;
    const line = this.#options.dial();
    this.#line = line;
    line.client.messages$.subscribe((message) => this.#line === line && this.#link.receive(message));
    void line.client.closed.then(({ code }) => this.#lost(line, code));
    this.#link.opened((message) => line.client.send(message));
  }

  /** Breaks the connection. The client stays offline until `connect` is called. */
  disconnect(): void {
    this.#isOnline = false;
    this.#cancel?.();
    const line = this.#line;
    this.#line = undefined;
    this.#link.closed();
    line?.cut();
  }

  /** Sends an event as the browser's client does. */
  event(id: number, event: string, data?: Json, options?: EventOptions): void {
    this.#commands.event(id, event, data, options);
  }

  /** Writes a property as the browser's client does. `event` is the event that reports it, if the app listens to it. */
  enter(id: number, property: string, value: Json, event?: string, options?: WriteOptions): void {
    this.#commands.write(id, property, value, event, options);
  }

  /** Sends the writes that the app does not listen to. A browser sends them a moment later, or with the next event. */
  sendWrites(): void {
    const waits = [...this.#commands.writes.values()].some(({ event, isUnsent }) => isUnsent && event === undefined);
    if (waits) this.#commands.flush();
  }

  /** Sends several properties in one write, as a client of another kind may do. */
  write(id: number, given: { readonly [name: string]: Json }): void {
    // Updates change the replica's objects in place.
    const properties = structuredClone(given);
    this.#commands.flush();
    const cmd = this.#link.nextCommandNumber();
    this.replica.write(cmd, id, properties);
    for (const [property, value] of Object.entries(properties)) this.#enteredValues.record(id, property, value);
    this.#link.send([{ cmd, id, write: properties }]);
  }

  /** Returns the received updates since the last call of this method, as operations. */
  takeOperations(): Operation[] {
    return this.#operations.splice(0);
  }

  #lost(line: object, code: number): void {
    if (this.#line !== line) return;
    this.#line = undefined;
    this.#link.closed();
    if (code === CloseCode.gone) this.#owner = null;
    this.#backoff.lost(code, this.#options.clock.monotonic() - this.#since, this.#isResumed);
    if (this.#options.isLive !== true || !this.#isOnline || !mayRetry(code)) return;
    this.#cancel = this.#options.clock.after(this.#backoff.next(false, code === CloseCode.restarting), () =>
      this.connect(),
    );
  }

  #welcomed(welcome: Welcome): void {
    const { resumed, owner } = welcome;
    const isOwn = owner === this.#owner;
    this.#owner = owner;
    this.#isResumed = resumed;
    if (!resumed) {
      this.#valuesToRestore = isOwn ? this.#enteredValues.collect(this.replica.documents) : [];
      this.#enteredValues.clear();
      this.#commands.reset();
      this.replica = new Replica(applyWithFastJsonPatch);
    }
    this.#options.onWelcome?.(welcome);
  }

  /** @internal */
  answer(call: Call): void {
    const value = this.#options.onCall?.(call);
    const { id, call: result } = call;
    this.#link.send([{ cmd: this.#link.nextCommandNumber(), id, result, ...(value !== undefined && { value }) }]);
  }

  #updated(update: Update): void {
    this.#operations.push(...structuredClone(operationsOf(update)));
    this.#commands.rebase(update);
    this.replica.update(update);
    this.#commands.applied(update.ack);
    this.#options.onUpdate?.();
    for (const call of update.calls ?? []) this.answer(call);
    // The session is new: enter the text again that the person typed in the lost one.
    for (const { id, write } of restoringWrites(this.#valuesToRestore.splice(0), this.replica.documents)) {
      for (const [property, value] of Object.entries(write))
        this.enter(id, property, value, this.replica.documents[id]?.onChange === true ? "change" : undefined);
    }
  }
}
