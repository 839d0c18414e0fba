import type { Control } from "../controls/control.ts";
import type { Main, Session } from "../controls/page/host.ts";
import { Host } from "../controls/page/host.ts";
import type { Page } from "../controls/page/page.ts";
import { isEqual } from "../core/declaration/equal.ts";
import { reportUnknownAssignments } from "../core/declaration/unknown-assignments.ts";
import type { Limits } from "../core/link/limits.ts";
import { messageOf } from "../core/reactive/thrown.ts";
import type { Call, Json } from "../protocol/messages.ts";
import type { Operation } from "../protocol/patch.ts";
import { type ClientNode, toClientTree } from "./client-tree.ts";
import { Interactions } from "./interactions.ts";
import { printTree } from "./print.ts";
import { Network, type NetworkOptions } from "./simulated-network.ts";
import { TestClient } from "./test-client.ts";
import { TestEnvironment } from "./test-environment.ts";

// Also for controls that a test makes before it mounts them.
reportUnknownAssignments();

/** Options of {@link mount}. */
export interface MountOptions {
  /** Initial value of `page.now()`, in milliseconds since 1970. Default 0. */
  readonly now?: number;
  /** Whether the client receives the details of errors. Default `true`. */
  readonly isDevelopment?: boolean;
  /** Seconds that the session is kept while the client is disconnected. Default 3600. */
  readonly sessionTimeout?: number;
  /** Limits of what one client may use, where they differ from a server's defaults. */
  readonly limits?: Partial<Limits>;
  /**
   * Faults of the network between session and client: delayed, lost, duplicated or reordered messages, and broken
   * connections. They begin once the page is mounted. The client reconnects by itself. Default: no faults.
   */
  readonly network?: NetworkOptions;
  /**
   * Called when the app calls a method such as `focus()`. Returns the client's answer. Default: no value, which most
   * methods accept.
   */
  readonly answer?: (call: ClientCall) => unknown;
}

/** A method call that the app sent to a control's renderer: `{ method: "scrollTo", args: { offset: 0 } }`. */
export interface ClientCall {
  readonly control: Control;
  readonly method: string;
  readonly args: unknown;
}

/** Numbers of live objects of one session. All are zero after `unmount()`, unless something leaks. */
export interface Leaks {
  readonly controls: number;
  readonly subscriptions: number;
  readonly tasks: number;
  readonly timers: number;
}

/**
 * Shows a control, or runs an app, without server, browser or waiting: messages stay in memory, and time is virtual.
 * When this returns, `main` has run up to its first `await`.
 */
export function mount(what: Control | Main, options: MountOptions = {}): Harness {
  return new Harness(what, options, new TestEnvironment(options.now ?? 0));
}

/**
 * A session of an app under test, with its client. Unhandled errors of the session are thrown by the next awaited call,
 * including `unmount()`.
 */
export class Harness extends Interactions implements AsyncDisposable {
  readonly #target: Control | Main;
  readonly #options: MountOptions;
  readonly #environment: TestEnvironment;
  readonly #client: TestClient;
  readonly #host: Host;
  /** Network between session and client. Has no faults unless the option `network` is set. */
  readonly network: Network;
  #session: Session;
  readonly #errors: unknown[] = [];
  #calls: ClientCall[] = [];

  /** @internal */
  constructor(what: Control | Main, options: MountOptions, environment: TestEnvironment) {
    super();
    this.#target = what;
    this.#options = options;
    this.#environment = environment;
    const { network, isDevelopment = true, sessionTimeout, limits } = options;
    const fail = (error: unknown) => void this.#errors.push(error);
    this.#host = new Host(typeof what === "function" ? what : (page) => page.add(what), {
      clock: environment.clock,
      hub: environment.hub,
      isDevelopment,
      ...(sessionTimeout !== undefined && { sessionTimeout }),
      ...(limits !== undefined && { limits }),
      onUnhandled: fail,
      onRefused: fail,
    });
    this.network = new Network(environment.clock, network?.seed === undefined ? {} : { seed: network.seed });
    const first = this.network.line();
    this.#session = this.#host.connect(first.server);
    const lines = [first];
    this.#client = new TestClient({
      clock: environment.clock,
      dial: () => lines.pop() ?? this.#dial(),
      random: () => this.network.random(),
      isLive: network !== undefined,
      onWelcome: ({ session }) => {
        this.#session = this.#host.sessions.find(({ id }) => id === session) ?? this.#session;
      },
      onUpdate: () => {
        this.#check();
        this.updated();
      },
      onCall: (call) => this.#answerCall(call),
    });
    this.#client.connect();
    // Run timers that are due at once, such as the first value of an RxJS timer, so that queries see their result.
    environment.clock.runUntil(environment.clock.monotonic());
    if (this.page.autoUpdate) this.#session.flush();
    if (network !== undefined) this.network.set(network);
  }

  #answerCall({ id, method, args }: Call): Json | undefined {
    const control = this.#session.engine.tree.nodes.get(id)?.control as Control | undefined;
    if (control === undefined) return undefined;
    const call: ClientCall = { control, method, args };
    this.#calls.push(call);
    return this.#options.answer?.(call) as Json | undefined;
  }

  #dial(): ReturnType<Network["line"]> {
    const line = this.network.line();
    this.#host.accept(line.server);
    return line;
  }

  /**
   * Page of the client's session. After a session has ended and the client has reconnected, the page of the new
   * session.
   */
  get page(): Page {
    return this.#session.page;
  }

  protected override get root(): Control {
    return this.page;
  }

  protected override get client(): TestClient {
    return this.#client;
  }

  protected override get failed(): readonly unknown[] {
    return this.#errors;
  }

  /**
   * Opens the same app as a second person: a new session of the same `main` on the same clock. `page.pubsub` connects
   * the two, and time advances for both.
   */
  join(): Harness {
    if (typeof this.#target !== "function") {
      throw new Error(
        `join(): this page shows one instance of ${this.#target.constructor.name}, which can be on one page only. ` +
          "Mount the app: mount((page) => page.add(…)).",
      );
    }
    return new Harness(this.#target, this.#options, this.#environment);
  }

  // ---- state of the client -------------------------------------------------------------------------

  /** Returns the client's documents as nested plain JSON. */
  tree(): ClientNode {
    return toClientTree(this.#client.replica.documents);
  }

  /** Returns the client's documents by id. */
  documents(): Record<string, object> {
    return structuredClone(this.#client.replica.documents);
  }

  /**
   * Returns the changes that the client received since the last call of this method, as RFC 6902 operations in order. A
   * new document is an `add` with the path `/<id>`, before the other operations of its update.
   */
  takeOperations(): Operation[] {
    return this.#client.takeOperations();
  }

  /**
   * Returns the method calls that the client received since the last call of this method, such as `focus()`, in order.
   */
  takeCalls(): ClientCall[] {
    return this.#calls.splice(0);
  }

  /** Returns the page as an indented outline, for reading and for snapshots. */
  override print(): string {
    return printTree(this.page);
  }

  // ---- time ----------------------------------------------------------------------------------------

  /**
   * Advances the time of all joined sessions by `ms` milliseconds. At each instant at which timers are due, runs
   * timers, then promises, then a flush. Timers of the same instant run in the order in which they were set, across
   * sessions.
   */
  async advance(ms: number): Promise<void> {
    await this.#environment.advance(ms);
    this.#throw();
  }

  /** Waits for resolved promises and messages in transit, and flushes. */
  override async flush(): Promise<void> {
    this.#client.sendWrites();
    await this.#environment.waitUntilIdle();
    this.#throw();
  }

  /**
   * Waits for something outside virtual time, such as a file: checks `done` at each turn. Rejects after `ms` real
   * milliseconds.
   */
  async until(done: () => boolean, ms = 1000): Promise<void> {
    const start = performance.now();
    while (!done()) {
      if (performance.now() - start > ms)
        throw new Error(`until(): not done after ${ms} ms:\n${done}\n${this.print()}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      await this.flush();
    }
  }

  // ---- the connection ------------------------------------------------------------------------------

  /** Disconnects the client until `reconnect` is called. The session continues to run for `sessionTimeout` seconds. */
  disconnect(): void {
    this.#client.disconnect();
  }

  /** Reconnects the client to its session. If that session has ended, the client gets a new one, and `page` changes. */
  async reconnect(): Promise<void> {
    this.#client.disconnect();
    // In reality, the session notices the end of the connection before the client connects again.
    await this.flush();
    this.#client.connect();
    await this.flush();
  }

  // ---- end -----------------------------------------------------------------------------------------

  /** Ends the session, which unmounts everything. Other joined sessions continue. */
  async unmount(): Promise<void> {
    this.#client.disconnect();
    this.#session.close();
    await this.flush();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.unmount();
  }

  /** Returns the numbers of live objects of this session. */
  leaks(): Leaks {
    return { controls: this.#session.engine.tree.nodes.size, ...this.#session.engine.counts };
  }

  /** Returns the unhandled errors so far, and clears them, so that they are no longer thrown. For tests of errors. */
  takeErrors(): unknown[] {
    return this.#errors.splice(0);
  }

  #throw(): void {
    if (this.#options.network !== undefined && this.#client.isConnected) this.#check();
    const errors = this.takeErrors();
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, errors.map(textOf).join("\n"));
  }

  /** Checks the protocol's guarantee: when no message is in transit, the client's documents equal the server's. */
  #check(): void {
    if (this.#client.seq !== this.#session.seq) return;
    if (this.#options.network !== undefined && (this.#client.unacked > 0 || this.#session.engine.clientState.size > 0))
      return;
    const server = JSON.parse(JSON.stringify(this.#session.documents())) as object;
    if (isEqual(this.#client.replica.documents, server)) return;
    this.#errors.push(
      new Error(
        `the client's documents differ from the server's:\n${JSON.stringify(this.#client.replica.documents)}\n${JSON.stringify(server)}`,
      ),
    );
  }
}

/** Returns the name and the message of an error, or its message only if it cannot be converted to text. */
function textOf(error: unknown): string {
  try {
    return String(error);
  } catch {
    return messageOf(error);
  }
}
