import { Subscription } from "rxjs";
import { CloseCode, type Hello } from "../protocol/messages.ts";
import { toData } from "./bounds.ts";
import { type ErrorCode, RunletError } from "./errors.ts";
import { checkHello } from "./hello.ts";
import type { Limits } from "./limits.ts";
import { Rate } from "./rate.ts";
import type { Clock } from "./schedule.ts";
import type { Session } from "./session.ts";
import type { SessionTransport } from "./session-options.ts";

/** What the host knows of a connection before its client says anything. */
export interface About {
  /** The page that connects, as a browser says. */
  readonly origin?: string;
  /** Who it is: what `authenticate` found. Sessions of one user are no other's. */
  readonly user?: unknown;
  /** Where it comes from: for limits and logs, never to tell who it is. */
  readonly address?: string;
}

/** What one connection may ask for. */
export interface ConnectOptions extends About {
  /** `false`: changed scalars, too, go through immer and fast-json-patch. For measuring; the result is the same. */
  readonly shortLane?: boolean;
  /** Most updates a second; what changes in between is merged. Default: no limit. */
  readonly maxUpdatesPerSecond?: number;
}

/** What a connection needs of its host. */
export interface Door {
  readonly clock: Clock;
  readonly limits: Limits;
  /** The client said hello: it is given a session, now or in a moment. */
  admit(connection: Connection, hello: Hello): void;
  /** The client was refused. */
  refused(connection: Connection, error: unknown): void;
  /** It is over. */
  closed(connection: Connection): void;
}

/** One connection of a client, from its first message to its end. A session outlives it, and has one at a time. */
export class Connection {
  readonly transport: SessionTransport;
  readonly about: ConnectOptions;
  /** The session it shows. */
  session: Session | undefined;
  /** What the client calls itself as long as it runs. */
  instance: string | undefined;
  #state: "new" | "waiting" | "admitted" | "closed" = "new";
  readonly #door: Door;
  readonly #rate: Rate;
  readonly #cancelHello: () => void;
  readonly #subscriptions = new Subscription();
  /** Those who wait to hear whether the client answers. */
  readonly #asking: Set<(isAlive: boolean) => void> = new Set();

  constructor(transport: SessionTransport, about: ConnectOptions, door: Door) {
    this.transport = transport;
    this.about = about;
    this.#door = door;
    const { clock, limits } = door;
    this.#rate = new Rate(clock, limits.messagesPerSecond);
    this.#cancelHello = clock.after(limits.helloTime, () => this.close(CloseCode.late, "no hello came"), true);
    this.#subscriptions.add(transport.messages$.subscribe((message) => this.#receive(message)));
    void transport.closed.then((info) => this.#end((info as { code?: number } | undefined)?.code));
  }

  get isOpen(): boolean {
    return this.#state !== "closed";
  }

  /** It shows a session from now on. */
  attach(session: Session, instance: string | undefined): void {
    this.#state = "admitted";
    this.session = session;
    this.instance = instance;
    this.#subscriptions.add(this.transport.writable$.subscribe((is) => session.presence.setWritable(this, is)));
  }

  /** Whether the client answers within `ms`. A transport that cannot ask says so until it is closed. */
  async isAlive(ms: number): Promise<boolean> {
    if (!this.isOpen) return false;
    if (this.transport.ping === undefined) return true;
    const { clock } = this.#door;
    return new Promise((resolve) => {
      const answer = (isAlive: boolean): void => {
        cancel();
        this.#asking.delete(answer);
        resolve(isAlive);
      };
      const cancel = clock.after(ms, () => answer(false));
      this.#asking.add(answer);
      this.transport.ping?.(() => answer(this.isOpen));
    });
  }

  /** Ends it; what still comes from it counts no more. */
  close(code: number, reason: string): void {
    if (this.#state === "closed") return;
    this.transport.close(code, reason);
    this.#end(code);
  }

  /** Asks for a session once more. */
  retry(hello: Hello): void {
    if (this.#state === "waiting") this.#guard(() => this.#door.admit(this, hello));
  }

  #receive(message: unknown): void {
    if (this.#state === "closed") return;
    this.#guard(() => {
      if (!this.#rate.take()) {
        const { messagesPerSecond } = this.#door.limits;
        throw new RunletError("too-many", `A client sent more than ${messagesPerSecond} messages a second.`);
      }
      const data = toData(message);
      if (this.session !== undefined) return this.session.presence.receive(data);
      const hello = checkHello(data, this.#state === "waiting");
      this.#state = "waiting";
      this.#cancelHello();
      this.#door.admit(this, hello);
    });
  }

  /** What a client causes ends its connection, and nothing else. */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#door.refused(this, error);
      const reason = error instanceof RunletError ? error.code : "server-error";
      const code = error instanceof RunletError ? (CLOSE_CODES[error.code] ?? CloseCode.protocol) : CloseCode.error;
      this.close(code, reason);
    }
  }

  #end(code?: number): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#cancelHello();
    this.#subscriptions.unsubscribe();
    for (const answer of this.#asking) answer(false);
    const { session } = this;
    this.session = undefined;
    session?.presence.lost(this, code);
    this.#door.closed(this);
  }
}

/** How a connection is closed after an error, where that is not a breach of the protocol. */
const CLOSE_CODES: { readonly [K in ErrorCode]?: number } = {
  "protocol-version": CloseCode.version,
  "too-many": CloseCode.policy,
  "wrong-user": CloseCode.forbidden,
  "wrong-secrets": CloseCode.tooMany,
};
