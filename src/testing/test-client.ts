import patch from "fast-json-patch";
import type { Clock } from "../core/schedule.ts";
import { Backoff, mayRetry } from "../protocol/backoff.ts";
import { ClientLink, type LinkEvents } from "../protocol/client-link.ts";
import type { Call, Documents, Json, Update, Welcome } from "../protocol/messages.ts";
import type { Operation } from "../protocol/patch.ts";
import { Replica } from "../protocol/replica.ts";
import { type Entered, restore, Typed } from "../protocol/typed.ts";
import type { ClientEnd } from "../transport/transport.ts";

/** Applies operations as stock `fast-json-patch` does, with validation. */
export function applyWithFastJsonPatch(documents: Documents, operations: readonly Operation[]): Documents {
  return patch.applyPatch(documents, operations as patch.Operation[], true, true, true).newDocument;
}

export interface TestClientOptions {
  readonly clock: Clock;
  /** Makes a connection: what the server has of it, and a way to break it. */
  readonly dial: () => { readonly client: ClientEnd; readonly cut: () => void };
  readonly random?: () => number;
  /** Connects again by itself, and looks whether the server is there. Default `false`. */
  readonly isLive?: boolean;
  onWelcome?(welcome: Welcome): void;
  onUpdate?(): void;
  /** A control is to do something: what it answers. */
  onCall?(call: Call): Json | undefined;
}

let instances = 0;

/** A client without a screen: keeps the replica, and sends what a person would cause. */
export class TestClient {
  replica: Replica = new Replica(applyWithFastJsonPatch);
  readonly #options: TestClientOptions;
  readonly #link: ClientLink;
  readonly #typed = new Typed();
  readonly #backoff: Backoff;
  #operations: Operation[] = [];
  #entered: Entered[] = [];
  #line: { readonly client: ClientEnd; readonly cut: () => void } | undefined;
  #cancel: (() => void) | undefined;
  #isOnline = false;

  constructor(options: TestClientOptions) {
    this.#options = options;
    const { clock, isLive = false, random = () => 0.5 } = options;
    this.#backoff = new Backoff(random);
    const events: LinkEvents = {
      welcomed: (welcome) => this.#welcomed(welcome),
      updated: (update) => this.#updated(update),
      noticed: () => {},
      silent: () => this.#line?.cut(),
    };
    this.#link = new ClientLink({ timers: clock, events, instance: `test-${++instances}`, heartbeat: isLive });
  }

  /** The last update it has. */
  get seq(): number {
    return this.#link.seq;
  }

  /** Commands that the server has not said it has. */
  get unacked(): number {
    return this.#link.unacked;
  }

  get isConnected(): boolean {
    return this.#line !== undefined;
  }

  connect(): void {
    this.#isOnline = true;
    this.#cancel?.();
    const line = this.#options.dial();
    this.#line = line;
    line.client.messages$.subscribe((message) => this.#line === line && this.#link.receive(message));
    void line.client.closed.then(({ code }) => this.#lost(line, code));
    this.#link.opened((message) => line.client.send(message));
  }

  /** The line breaks, and there is no other until `connect`. */
  disconnect(): void {
    this.#isOnline = false;
    this.#cancel?.();
    const line = this.#line;
    this.#line = undefined;
    this.#link.closed();
    line?.cut();
  }

  event(id: number, event: string, data: Json | undefined): void {
    this.#link.send([{ cmd: this.#link.number(), id, event, ...(data !== undefined && { data }) }]);
  }

  write(id: number, properties: { readonly [name: string]: Json }): void {
    const cmd = this.#link.number();
    this.replica.write(cmd, id, properties);
    for (const [property, value] of Object.entries(properties)) this.#typed.wrote(id, property, value);
    this.#link.send([{ cmd, id, write: properties }]);
  }

  /** The operations since the last call. */
  takeOperations(): Operation[] {
    return this.#operations.splice(0);
  }

  #lost(line: object, code: number): void {
    if (this.#line !== line) return;
    this.#line = undefined;
    this.#link.closed();
    if (this.#options.isLive !== true || !this.#isOnline || !mayRetry(code)) return;
    this.#cancel = this.#options.clock.after(this.#backoff.next(), () => this.connect());
  }

  #welcomed(welcome: Welcome): void {
    this.#backoff.reset();
    if (!welcome.resumed) {
      this.#entered = this.#typed.entered(this.replica.documents);
      this.#typed.clear();
      this.replica = new Replica(applyWithFastJsonPatch);
    }
    this.#options.onWelcome?.(welcome);
  }

  /** @internal */
  answer(call: Call): void {
    const value = this.#options.onCall?.(call);
    const { id, call: result } = call;
    this.#link.send([{ cmd: this.#link.number(), id, result, ...(value !== undefined && { value }) }]);
  }

  #updated(update: Update): void {
    this.#operations.push(...structuredClone(update.ops));
    this.replica.update(update);
    this.#options.onUpdate?.();
    for (const call of update.calls ?? []) this.answer(call);
    // A new session shows what was entered in the one that is gone.
    for (const { id, write } of restore(this.#entered.splice(0), this.replica.documents)) {
      this.write(id, write);
      const [value] = Object.values(write);
      if (this.replica.documents[id]?.onChange === true) this.event(id, "change", value);
    }
  }
}
