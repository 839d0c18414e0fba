import type { Control } from "../core/control.ts";
import { isEqual } from "../core/equal.ts";
import type { Page } from "../core/page.ts";
import { atTurnEnd } from "../core/schedule.ts";
import { type Main, Session, type SessionOptions } from "../core/session.ts";
import type { Json } from "../protocol/messages.ts";
import type { Operation } from "../protocol/patch.ts";
import { memoryTransport } from "../transport/memory.ts";
import { printTree } from "./print.ts";
import { Queries } from "./queries.ts";
import { TestClient } from "./test-client.ts";
import { type ClientNode, toClientTree } from "./tree.ts";
import { VirtualClock } from "./virtual-clock.ts";

export interface MountOptions {
  /** What `page.now()` reads at first, in milliseconds since 1970. Default 0. */
  readonly now?: number;
  /** Whether details of errors reach the client. Default `true`. */
  readonly isDevelopment?: boolean;
}

/** What is still alive of an app. All zero after `unmount()`, or something leaks. */
export interface Leaks {
  readonly controls: number;
  readonly subscriptions: number;
  readonly tasks: number;
  readonly timers: number;
}

/**
 * Shows a control, or runs an app, with no server, browser or waiting: messages go through memory and time is
 * virtual. `main` has run up to its first `await` when this returns.
 */
export function mount(what: Control | Main, options: MountOptions = {}): Harness {
  return new Harness(typeof what === "function" ? what : (page) => page.add(what), options);
}

/** A mounted app under test. Errors that nobody handled are thrown by the next awaited call. */
export class Harness extends Queries implements AsyncDisposable {
  readonly page: Page;
  readonly #clock: VirtualClock;
  readonly #client: TestClient;
  readonly #session: Session;
  #errors: unknown[] = [];

  constructor(main: Main, options: MountOptions) {
    super();
    this.#clock = new VirtualClock(options.now ?? 0);
    const { server, client } = memoryTransport();
    const session: SessionOptions = {
      transport: server,
      main,
      clock: this.#clock,
      isDevelopment: options.isDevelopment ?? true,
      onUnhandled: (error) => this.#errors.push(error),
      onRefused: (error) => this.#errors.push(error),
    };
    this.#session = new Session(session);
    this.page = this.#session.page;
    this.#client = new TestClient(client, () => this.#check());
    this.#client.hello();
    // What is due at once, as the first value of an RxJS timer, is there to query, too.
    this.#clock.runUntil(this.#clock.now());
    if (this.page.autoUpdate) this.#session.flush();
  }

  protected override get root(): Control {
    return this.page;
  }

  /** What the client has, as nested plain JSON. */
  tree(): ClientNode {
    return toClientTree(this.#client.replica.documents);
  }

  /** What the client has, by id. */
  documents(): Record<string, object> {
    return structuredClone(this.#client.replica.documents);
  }

  /** The operations sent since the last call, in order (RFC 6902). */
  takeOperations(): Operation[] {
    return this.#client.takeOperations();
  }

  /** The page as an outline, for people and snapshots. */
  override print(): string {
    return printTree(this.page);
  }

  /** An event as the client sends it: through the wire and its checks. Rejects when it was refused. */
  async fire(control: Control, event: string, data?: Json): Promise<void> {
    this.#client.event(control.id, event, data);
    await this.flush();
  }

  /** A property write as the client sends it. Rejects when it was refused. */
  async write(control: Control, properties: { readonly [name: string]: Json }): Promise<void> {
    this.#client.write(control.id, properties);
    await this.flush();
  }

  /** Lets time pass: at each instant at which something is due, timers, then promises, then a flush. */
  async advance(ms: number): Promise<void> {
    const end = this.#clock.now() + ms;
    await this.#settle();
    for (let next = this.#clock.next; next !== undefined && next <= end; next = this.#clock.next) {
      this.#clock.runUntil(next);
      await this.#settle();
    }
    this.#clock.runUntil(end);
    await this.flush();
  }

  /** Waits for promises that are ready, and flushes. */
  async flush(): Promise<void> {
    await this.#settle();
    this.#throw();
  }

  /** Waits for something real, such as a file: looks again at each turn. Fails after `ms` of real time. */
  async until(done: () => boolean, ms = 1000): Promise<void> {
    const start = performance.now();
    while (!done()) {
      if (performance.now() - start > ms)
        throw new Error(`until(): not done after ${ms} ms:\n${done}\n${this.print()}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      await this.flush();
    }
  }

  /** Ends the session: everything is unmounted. */
  async unmount(): Promise<void> {
    this.#session.close();
    await new Promise<void>(atTurnEnd);
    this.#throw();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.unmount();
  }

  leaks(): Leaks {
    return { controls: this.#session.nodes.size, ...this.#session.counts };
  }

  /** The errors that nobody handled so far; they are not thrown any more. For tests of errors. */
  takeErrors(): unknown[] {
    return this.#errors.splice(0);
  }

  async #settle(): Promise<void> {
    await new Promise<void>(atTurnEnd);
    if (this.page.autoUpdate) this.#session.flush();
  }

  #throw(): void {
    const errors = this.#errors.splice(0);
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, errors.map(String).join("\n"));
  }

  /** The promise of the protocol: what the client holds is what the server says it holds. */
  #check(): void {
    const server = JSON.parse(JSON.stringify(this.#session.documents())) as object;
    if (isEqual(this.#client.replica.documents, server)) return;
    this.#errors.push(
      new Error(
        `the client's documents differ from the server's:\n${JSON.stringify(this.#client.replica.documents)}\n${JSON.stringify(server)}`,
      ),
    );
  }
}
