import { Subscription } from "rxjs";
import { CloseCode, type Hello } from "../../protocol/messages.ts";
import { type ErrorCode, isInstance, RunletError } from "../declaration/errors.ts";
import type { Clock } from "../reactive/clock.ts";
import { deadline } from "../reactive/deadline.ts";
import { badMessage, checkHello, checkMessage, sanitizeMessage } from "./client-messages.ts";
import type { Limits } from "./limits.ts";
import type { ConnectionLink, LinkConnection, SessionTransport } from "./link-connection.ts";
import { RateLimiter } from "./rate-limiter.ts";

/** Values, and characters, that count as one message of the limit of messages. A large message takes as long as many. */
const VALUES_PER_MESSAGE = 250;
const CHARACTERS_PER_MESSAGE = 16_384;

/** Facts about a connection that the host knows before the client sends anything. */
export interface ConnectionInfo {
  /** Origin of the page that connects, as the browser reports it. */
  readonly origin?: string;
  /**
   * User that `authenticate` returned. A session can be resumed by its own user only. `undefined` and `null` mean an
   * anonymous client.
   */
  readonly user?: unknown;
  /**
   * Key of the user, if it was computed already.
   * @internal
   */
  readonly userKey?: string | undefined;
  /** Address of the client, for limits and logs. Never used to identify a user. */
  readonly address?: string;
}

/** Options of one connection. */
export interface ConnectOptions extends ConnectionInfo {
  /**
   * Whether changed scalars skip immer and fast-json-patch. The result is the same. `false` is for measurements.
   * Default `true`.
   * @internal
   */
  readonly shortLane?: boolean;
  /** Maximum number of updates per second. Changes in between are merged. Default: no limit. */
  readonly maxUpdatesPerSecond?: number;
}

/** The host as a connection sees it. */
export interface ConnectionHost {
  readonly clock: Clock;
  readonly limits: Limits;
  /** Called when the client has sent its handshake. Gives a session the connection, at once or after a check. */
  admit(connection: Connection, hello: Hello): void;
  /** Called when a message from a client without a session was refused. */
  refused(error: unknown): void;
  /** Called when the connection has ended. */
  closed(connection: Connection): void;
}

/** A session that was made for a connection before its hello message. */
export interface ReservedSession {
  readonly link: { opened(connection: LinkConnection, hello: Hello): void };
  close(): void;
}

/**
 * One connection of a client, from its first message to its end. Its messages go to the link of a session, once the host
 * has chosen one. A session outlives its connections, and has at most one at a time.
 */
export class Connection implements LinkConnection {
  readonly transport: SessionTransport;
  readonly options: ConnectOptions;
  /** Session that the connection gets if the client resumes none. Otherwise it is closed. */
  #reserved: ReservedSession | undefined;
  #hello: Hello | undefined;
  #link: ConnectionLink | undefined;
  #isClosed = false;
  readonly #host: ConnectionHost;
  readonly #messageLimiter: RateLimiter;
  readonly #cancelHelloTimeout: () => void;
  readonly #subscriptions = new Subscription();
  /** Callbacks of the pending `isAlive` checks. */
  readonly #pendingChecks: Set<(isAlive: boolean) => void> = new Set();

  constructor(transport: SessionTransport, options: ConnectOptions, host: ConnectionHost, reserved?: ReservedSession) {
    this.transport = transport;
    this.options = options;
    this.#host = host;
    this.#reserved = reserved;
    const { clock, limits } = host;
    this.#messageLimiter = new RateLimiter(clock, limits.messagesPerSecond);
    const closeLate = (): void => this.close(CloseCode.late, "no hello came");
    this.#cancelHelloTimeout = deadline(clock, limits.helloTime, closeLate, true);
    this.#subscriptions.add(transport.messages$.subscribe((message) => this.#receive(message)));
    void transport.closed.then(
      (info) => this.#finish((info as { code?: number } | undefined)?.code),
      () => this.#finish(),
    );
  }

  get isOpen(): boolean {
    return !this.#isClosed;
  }

  /** Id of this run of the client. A reload makes a new one. */
  get instance(): string | undefined {
    return this.#hello?.instance;
  }

  /** Returns the session that was reserved for the connection, once. */
  takeReserved(): ReservedSession | undefined {
    const reserved = this.#reserved;
    this.#reserved = undefined;
    return reserved;
  }

  /** Passes all messages of the client to a link from now on. */
  attach(link: ConnectionLink): void {
    this.#link = link;
  }

  /** Returns whether the client answers within `ms` milliseconds. Without `ping`, an open transport counts as alive. */
  async isAlive(ms: number): Promise<boolean> {
    if (!this.isOpen) return false;
    if (this.transport.ping === undefined) return true;
    const { clock } = this.#host;
    return new Promise((resolve) => {
      const answer = (isAlive: boolean): void => {
        cancel();
        this.#pendingChecks.delete(answer);
        resolve(isAlive);
      };
      const cancel = deadline(clock, ms, () => answer(false));
      this.#pendingChecks.add(answer);
      this.transport.ping?.(() => answer(this.isOpen));
    });
  }

  /** Closes the connection. Messages that still arrive are ignored. */
  close(code: number, reason: string): void {
    if (this.#isClosed) return;
    this.transport.close(code, reason);
    this.#finish(code);
  }

  /** Requests a session again, after the connection that held the session was checked. */
  retry(): void {
    const hello = this.#hello;
    if (hello !== undefined && !this.#isClosed) this.#closeOnError(() => this.#host.admit(this, hello));
  }

  #receive(message: unknown): void {
    if (this.#isClosed) return;
    this.#closeOnError(() => {
      this.#countMessage(1);
      const data = sanitizeMessage(message, (values, characters) => {
        const size = values / VALUES_PER_MESSAGE + characters / CHARACTERS_PER_MESSAGE;
        if (size > 1) this.#countMessage(size - 1);
      });
      if (this.#link !== undefined) return this.#link.receive(checkMessage(data));
      if (this.#hello !== undefined) throw badMessage("it came after the hello message, before the welcome");
      this.#hello = checkHello(data);
      this.#cancelHelloTimeout();
      this.#host.admit(this, this.#hello);
    });
  }

  /** Counts a message, or as many as a large one is worth. One message alone is never too large for the limit. */
  #countMessage(cost: number): void {
    const { messagesPerSecond } = this.#host.limits;
    if (this.#messageLimiter.tryAcquire(Math.min(cost, messagesPerSecond / 2))) return;
    throw new RunletError("too-many", `A client sent more than ${messagesPerSecond} messages a second.`);
  }

  /** Runs the handling of a client's message. An error in it closes this connection only. */
  #closeOnError(action: () => void): void {
    try {
      action();
    } catch (error) {
      (this.#link ?? this.#host).refused(error);
      if (!isInstance(error, RunletError)) return this.close(CloseCode.error, "server-error");
      this.close(CLOSE_CODES[error.code] ?? CloseCode.protocol, error.code);
    }
  }

  #finish(code?: number): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#cancelHelloTimeout();
    this.#subscriptions.unsubscribe();
    for (const answer of this.#pendingChecks) answer(false);
    this.#link?.closed(this, code);
    this.takeReserved()?.close();
    this.#host.closed(this);
  }
}

/** Close codes for errors that are not protocol violations. */
const CLOSE_CODES: { readonly [K in ErrorCode]?: number } = {
  "protocol-version": CloseCode.version,
  "too-many": CloseCode.policy,
  "wrong-secrets": CloseCode.tooMany,
};
