import type { Control } from "../core/control.ts";
import { isEqual } from "../core/equal.ts";
import { Host } from "../core/host.ts";
import type { Limits } from "../core/limits.ts";
import type { Page } from "../core/page.ts";
import type { Session } from "../core/session.ts";
import type { Main } from "../core/session-options.ts";
import type { Call, Json } from "../protocol/messages.ts";
import type { Operation } from "../protocol/patch.ts";
import { Interactions } from "./interactions.ts";
import { Network, type NetworkOptions } from "./network.ts";
import { printTree } from "./print.ts";
import { TestClient } from "./test-client.ts";
import { type ClientNode, toClientTree } from "./tree.ts";
import { World } from "./world.ts";

export interface MountOptions {
  /** What `page.now()` reads at first, in milliseconds since 1970. Default 0. */
  readonly now?: number;
  /** Whether details of errors reach the client. Default `true`. */
  readonly isDevelopment?: boolean;
  /** Seconds that the session is kept while the client is away. Default 3600. */
  readonly sessionTimeout?: number;
  /** What one client may ask for, where it should differ from what a server allows. */
  readonly limits?: Partial<Limits>;
  /**
   * What lies between session and client: messages take their time, get lost, come twice or in another order, and the
   * line breaks, as the seed has it. It begins once the page is mounted; the client connects again by itself.
   */
  readonly network?: NetworkOptions;
  /** What the client answers to a method such as `focus()`. Default: nothing, which is enough for most. */
  readonly answer?: (call: ClientCall) => unknown;
}

/** Something that the app asked a control's renderer to do: `{ method: "scrollTo", args: { offset: 0 } }`. */
export interface ClientCall {
  readonly control: Control;
  readonly method: string;
  readonly args: unknown;
}

/** What is still alive of one session. All zero after `unmount()`, or something leaks. */
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
  return new Harness(what, options, new World(options.now ?? 0));
}

/**
 * One person's session of an app under test. Errors that nobody handled are thrown by its next awaited call, by
 * `unmount()` too; those of another session by that session's.
 */
export class Harness extends Interactions implements AsyncDisposable {
  readonly #what: Control | Main;
  readonly #options: MountOptions;
  readonly #world: World;
  readonly #client: TestClient;
  readonly #host: Host;
  /** What lies between session and client; quiet unless `network` was given. */
  readonly network: Network;
  #session: Session;
  readonly #errors: unknown[] = [];
  #calls: ClientCall[] = [];

  /** @internal */
  constructor(what: Control | Main, options: MountOptions, world: World) {
    super();
    this.#what = what;
    this.#options = options;
    this.#world = world;
    const { network, isDevelopment = true, sessionTimeout, limits } = options;
    const fail = (error: unknown) => void this.#errors.push(error);
    this.#host = new Host(typeof what === "function" ? what : (page) => page.add(what), {
      clock: world.clock,
      hub: world.hub,
      isDevelopment,
      ...(sessionTimeout !== undefined && { sessionTimeout }),
      ...(limits !== undefined && { limits }),
      onUnhandled: fail,
      onRefused: fail,
    });
    this.network = new Network(world.clock, network?.seed === undefined ? {} : { seed: network.seed });
    const first = this.network.line();
    this.#session = this.#host.connect(first.server);
    const lines = [first];
    this.#client = new TestClient({
      clock: world.clock,
      dial: () => lines.pop() ?? this.#dial(),
      random: () => this.network.random(),
      isLive: network !== undefined,
      onWelcome: ({ session }) => {
        this.#session = this.#host.sessions.find(({ id }) => id === session) ?? this.#session;
      },
      onUpdate: () => this.#check(),
      onCall: (call) => this.#called(call),
    });
    this.#client.connect();
    // What is due at once, as the first value of an RxJS timer, is there to query, too.
    world.clock.runUntil(world.clock.now());
    if (this.page.autoUpdate) this.#session.flush();
    if (network !== undefined) this.network.set(network);
  }

  #called({ id, method, args }: Call): Json | undefined {
    const control = this.#session.nodes.get(id)?.control;
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

  /** The page as the client shows it: after a session has ended, that of the next. */
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
   * A second person opens the same app: a session of the same `main`, on the same clock, that `page.pubsub` reaches.
   * Time that passes for one passes for all.
   */
  join(): Harness {
    if (typeof this.#what !== "function") {
      throw new Error(
        `join(): this page shows one instance of ${this.#what.constructor.name}, which can be on one page only. ` +
          "Mount the app: mount((page) => page.add(…)).",
      );
    }
    return new Harness(this.#what, this.#options, this.#world);
  }

  // ---- what a client has ---------------------------------------------------------------------------

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

  /** What controls were asked to do since the last call, in order: `focus()`, `scrollTo(…)`. */
  takeCalls(): ClientCall[] {
    return this.#calls.splice(0);
  }

  /** The page as an outline, for people and snapshots. */
  override print(): string {
    return printTree(this.page);
  }

  // ---- time ----------------------------------------------------------------------------------------

  /**
   * Lets time pass, for everybody who joined: at each instant at which something is due, timers, then promises, then
   * a flush. What is due at the same instant runs in the order in which it was set, whoever set it.
   */
  async advance(ms: number): Promise<void> {
    await this.#world.advance(ms);
    this.#throw();
  }

  /** Waits for promises that are ready and messages on their way, and flushes. */
  override async flush(): Promise<void> {
    await this.#world.settle();
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

  // ---- the connection ------------------------------------------------------------------------------

  /** The client is cut off, and stays so: the session is kept, and goes on, for `sessionTimeout`. */
  disconnect(): void {
    this.#client.disconnect();
  }

  /** The client comes back to its session, or gets a new one where that has ended: then `page` is another. */
  async reconnect(): Promise<void> {
    this.#client.disconnect();
    // The session has to hear of the end first, as it would.
    await this.flush();
    this.#client.connect();
    await this.flush();
  }

  // ---- end -----------------------------------------------------------------------------------------

  /** Ends the session: everything is unmounted. Others that joined go on. */
  async unmount(): Promise<void> {
    this.#client.disconnect();
    this.#session.close();
    await this.flush();
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

  #throw(): void {
    if (this.#options.network !== undefined && this.#client.isConnected) this.#check();
    const errors = this.takeErrors();
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, errors.map(String).join("\n"));
  }

  /** The promise of the protocol: what the client holds is what the server says it holds, when nothing is on its way. */
  #check(): void {
    if (this.#client.seq !== this.#session.seq) return;
    if (this.#options.network !== undefined && (this.#client.unacked > 0 || this.#session.outbox.size > 0)) return;
    const server = JSON.parse(JSON.stringify(this.#session.documents())) as object;
    if (isEqual(this.#client.replica.documents, server)) return;
    this.#errors.push(
      new Error(
        `the client's documents differ from the server's:\n${JSON.stringify(this.#client.replica.documents)}\n${JSON.stringify(server)}`,
      ),
    );
  }
}
