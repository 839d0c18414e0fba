import { CloseCode, type Hello, type Resume } from "../../protocol/messages.ts";
import { isInstance, quote, RunletError } from "../declaration/errors.ts";
import { Connection, type ConnectionHost, type ConnectOptions, type ReservedSession } from "../link/connection.ts";
import { type Limits, resolveLimits } from "../link/limits.ts";
import type { SessionTransport } from "../link/link-connection.ts";
import { KeyedRateLimiter, RateLimiter } from "../link/rate-limiter.ts";
import { isSecret } from "../link/secret.ts";
import { type Clock, realClock } from "../reactive/clock.ts";
import { messageOf } from "../reactive/thrown.ts";
import { DisconnectedSessions } from "./disconnected-sessions.ts";
import { Drain } from "./drain.ts";
import { MemoryBudget } from "./memory-budget.ts";
import { safeLog } from "./safe-log.ts";
import { Session, type SessionRoot } from "./session.ts";
import type { Log, SessionApp, SessionOptions } from "./session-options.ts";
import { type UserKey, userKeyOf } from "./user-key.ts";

/** Milliseconds in which a connection must answer when another client requests its session. */
const CHALLENGE_TIME = 1000;
/** Seconds that a session is kept without a connection, by default. */
const SESSION_TIMEOUT = 3600;
/** Maximum number of log lines per second about refused clients. */
const REFUSALS_LOGGED = 10;

/** Options for hosting an app, over any transport. `R` is the class of the root of each session's tree. */
export interface SessionHostOptions<R extends SessionRoot>
  extends Omit<SessionOptions<R>, keyof SessionApp<R> | "limits" | "user" | "userKey" | "owner" | "onAway" | "onEnd"> {
  /** Time that a session is kept without a connection, in seconds. Default 3600. */
  readonly sessionTimeout?: number;
  /** Limits of what one client, or all clients together, may use. Limits that are left out keep their defaults. */
  readonly limits?: Partial<Limits>;
  /**
   * Returns the id of a user: a text or a number. Users with the same id are the same user. Default: users are equal if
   * they are equal JSON values.
   */
  readonly userKey?: UserKey;
  /**
   * Hash function that makes the opaque name of a user for clients. Default: a client gets another name in each session.
   * @hidden
   */
  readonly digest?: (text: string) => string;
  /** Returns the id of the client bundle that is served. A client with another bundle is refused and reloads. */
  readonly bundle?: () => string;
  /** Returns whether there is no memory for another session. Called for each new session. Default: never full. */
  readonly isFull?: () => boolean;
  /** Called when a session has ended. */
  readonly ended?: (session: Session<R>) => void;
}

/**
 * All sessions of an app, and the rules for which client may use which session. Servers, workers and tests use it. A
 * client that was disconnected resumes its session. Any other client gets a new session.
 */
export class SessionHost<R extends SessionRoot> implements ConnectionHost {
  /** @hidden */
  readonly clock: Clock;
  /** Limits that hold for this host. */
  readonly limits: Limits;
  readonly #app: SessionApp<R>;
  readonly #options: SessionHostOptions<R>;
  readonly #log: Log;
  readonly #sessions = new Map<string, Session<R>>();
  readonly #connections = new Set<Connection>();
  readonly #disconnected: DisconnectedSessions;
  readonly #memory: MemoryBudget;
  readonly #failedResumes: KeyedRateLimiter;
  readonly #newSessions: KeyedRateLimiter;
  readonly #refusalLogLimiter: RateLimiter;
  readonly #heapRelief: RateLimiter;
  #isClosed = false;
  #drain: Drain | undefined;
  #closing: Promise<void> | undefined;

  constructor(app: SessionApp<R>, options: SessionHostOptions<R> = {}) {
    this.clock = options.clock ?? realClock;
    this.limits = resolveLimits(options.limits);
    this.#app = app;
    this.#log = safeLog(options.log ?? console);
    this.#options = { ...options, clock: this.clock, log: this.#log };
    this.#disconnected = new DisconnectedSessions(
      this.clock,
      (options.sessionTimeout ?? SESSION_TIMEOUT) * 1000,
      this.limits,
    );
    this.#memory = new MemoryBudget({
      limits: this.limits,
      disconnected: this.#disconnected,
      end: ({ id }, reason) => {
        this.#warn(`${id}: ${reason}`);
        this.#sessions.get(id)?.close(CloseCode.policy, "too much memory");
      },
    });
    const { failedResumesPerMinute, sessionsPerMinute } = this.limits;
    this.#newSessions = new KeyedRateLimiter(
      () => new RateLimiter(this.clock, sessionsPerMinute / 60, sessionsPerMinute),
    );
    this.#failedResumes = new KeyedRateLimiter(
      () => new RateLimiter(this.clock, failedResumesPerMinute / 60, failedResumesPerMinute),
    );
    this.#refusalLogLimiter = new RateLimiter(this.clock, REFUSALS_LOGGED);
    this.#heapRelief = new RateLimiter(this.clock, 1);
  }

  /** Sessions that have not ended, with or without a connection. */
  get sessions(): readonly Session<R>[] {
    return [...this.#sessions.values()];
  }

  /**
   * Runs the app for a client over any transport and returns its session. If the client resumes another session
   * instead, the returned one is closed without having been shown.
   */
  connect(transport: SessionTransport, options: ConnectOptions = {}): Session<R> {
    const identified = this.#identify(options);
    const session = this.#createSession(identified);
    this.#accept(transport, identified, session);
    return session;
  }

  /**
   * Accepts a connection like `connect`, but makes no session before the handshake of the client.
   * @hidden
   */
  accept(transport: SessionTransport, options: ConnectOptions = {}): Connection {
    return this.#accept(transport, this.#identify(options));
  }

  /** Returns the options with the key of the user, which is computed once for each connection. */
  #identify(options: ConnectOptions): ConnectOptions {
    const { user, userKey = userKeyOf(user, this.#options.userKey) } = options;
    return { ...options, user: user ?? undefined, userKey };
  }

  #accept(transport: SessionTransport, options: ConnectOptions, reserved?: ReservedSession): Connection {
    const connection = new Connection(transport, options, this, reserved);
    if (this.#isClosed) connection.close(CloseCode.restarting, "the app has ended");
    else if (connection.isOpen) this.#connections.add(connection);
    return connection;
  }

  /**
   * Closes all sessions and refuses new ones. With `drainTime`, running handlers and tasks have that many milliseconds
   * to end, after their clients were disconnected; a call without it ends this time. Resolves when all transports are
   * closed, after one more second at most.
   */
  close(drainTime = 0): Promise<void> {
    this.#isClosed = true;
    if (drainTime <= 0) this.#drain?.stop();
    this.#closing ??= this.#close(drainTime);
    return this.#closing;
  }

  async #close(time: number): Promise<void> {
    const ends = [...this.#connections].map((connection) => connection.transport.closed);
    if (time > 0) {
      const { isDevelopment = false } = this.#options;
      this.#drain = new Drain({ clock: this.clock, log: this.#log, time, isDevelopment });
      await this.#drain.run([...this.#connections], this.sessions);
    }
    for (const connection of this.#connections) connection.close(CloseCode.restarting, "the app is ending");
    for (const session of this.#sessions.values()) session.close();
    await Promise.race([Promise.all(ends), new Promise<void>((resolve) => this.clock.after(1000, resolve, true))]);
  }

  // ---- admission ----------------------------------------------------------------------------------

  /** @hidden */
  admit(connection: Connection, hello: Hello): void {
    const { resume, bundle } = hello;
    if (bundle !== undefined && this.#options.bundle !== undefined && bundle !== this.#options.bundle()) {
      throw new RunletError(
        "protocol-version",
        `The client is ${quote(bundle)}, which is no longer served. Reload the page.`,
      );
    }
    const resumable = resume === undefined ? undefined : this.#findResumable(connection, resume);
    if (resumable === undefined || resume === undefined) return this.#openNewSession(connection, hello);
    const current = resumable.link.connection;
    const isSame = hello.instance !== undefined && current?.instance === hello.instance;
    if (current === undefined || isSame) return this.#resumeSession(resumable, connection, hello, resume);
    // The new client may be a reloaded page whose old connection has not ended yet, a duplicated tab, or a thief. A
    // holder that still answers keeps the session.
    void current.isAlive(CHALLENGE_TIME).then((isAlive) => {
      if (!connection.isOpen) return;
      if (isAlive && resumable.link.connection === current) return this.#openNewSession(connection, hello);
      if (resumable.link.connection === current) current.close(CloseCode.replaced, "no answer came");
      connection.retry();
    });
  }

  /**
   * Returns the session that a client may resume. An unknown id, a wrong secret and the session of another user give the
   * same result, a new session, so that a client cannot search for ids. After a login or a logout, a browser tab offers
   * the session of its former user. Only wrong secrets are limited, since other attempts guess nothing.
   */
  #findResumable(connection: Connection, { session: id, secret }: Resume): Session<R> | undefined {
    const session = this.#sessions.get(id);
    const { address = "", userKey } = connection.options;
    const isRight = session?.link.acceptsSecret(secret) ?? isSecret(secret, undefined);
    if (session === undefined) return undefined;
    if (!isRight) {
      this.#warn(`${id}: a client at ${address || "an unknown address"} offered a wrong or used secret`);
      if (!this.#failedResumes.tryAcquire(address))
        throw new RunletError("wrong-secrets", `Too many wrong secrets from ${address}.`);
      return undefined;
    }
    if (session.userKey === userKey) return session;
    this.#warn(`${id}: a client of another user offered the secret of this session, and got a session of its own`);
    return undefined;
  }

  #openNewSession(connection: Connection, hello: Hello): void {
    const { address = "" } = connection.options;
    if (address !== "" && !this.#newSessions.tryAcquire(address)) {
      this.#warn(
        `${address} starts more sessions than limits.sessionsPerMinute allows: it was asked to try again later`,
      );
      return connection.close(CloseCode.overloaded, "too many new sessions");
    }
    // Sessions of others end to make space, so this comes last.
    if (!this.#hasSpaceFor(connection.options)) {
      this.#warn("there is no memory for another session: a client was asked to try again later");
      return connection.close(CloseCode.overloaded, "too many sessions");
    }
    const session = connection.takeReserved() ?? this.#createSession(connection.options);
    session.link.opened(connection, hello);
  }

  /**
   * Returns whether there is memory for another session. If the heap is nearly full, an eighth of the sessions without a
   * connection make space, once a second: the heap shows what they free at its next collection.
   */
  #hasSpaceFor(options: ConnectOptions): boolean {
    if (this.#options.isFull?.() === true) {
      if (this.#disconnected.size > 0 && !this.#heapRelief.tryAcquire()) return false;
      const count = Math.ceil(this.#disconnected.size / 8);
      for (let ended = 0; ended < count; ended++) this.#disconnected.endOne();
      if (count === 0) return false;
    }
    return this.#memory.hasSpaceFor(options);
  }

  #resumeSession(session: Session<R>, connection: Connection, hello: Hello, resume: Resume): void {
    if (!session.link.tryResume(resume)) return connection.close(CloseCode.overloaded, "resumed too often");
    this.#disconnected.delete(session);
    // The client may have another address now.
    this.#memory.delete(session);
    this.#memory.add(session, connection.options);
    connection.takeReserved()?.close();
    session.link.opened(connection, hello);
  }

  #createSession(options: ConnectOptions): Session<R> {
    const { user, userKey, shortLane, maxUpdatesPerSecond } = options;
    const session: Session<R> = new Session<R>({
      ...this.#options,
      ...this.#app,
      limits: this.limits,
      user,
      userKey,
      owner: userKey === undefined ? undefined : this.#options.digest?.(userKey),
      ...(shortLane !== undefined && { shortLane }),
      ...(maxUpdatesPerSecond !== undefined && { maxUpdatesPerSecond }),
      // A session that is disconnected by a drain ends when its work has ended.
      onAway: () => this.#drain ?? this.#disconnected.add(session, this.#memory.clientOf(session)),
      onResize: () => {
        if (!session.isConnected) this.#disconnected.resized(session);
        this.#memory.resized(session);
      },
      onEnd: () => {
        this.#sessions.delete(session.id);
        this.#memory.delete(session);
        this.#disconnected.delete(session);
        this.#notify("ended", () => this.#options.ended?.(session));
      },
    });
    if (this.#isClosed) session.close();
    else {
      this.#sessions.set(session.id, session);
      this.#memory.add(session, options);
    }
    return session;
  }

  // ---- events of connections ------------------------------------------------------------------------

  /** @hidden */
  refused(error: unknown): void {
    const { onRefused } = this.#options;
    if (!isInstance(error, RunletError)) this.#warn(error);
    else if (onRefused !== undefined) this.#notify("onRefused", () => onRefused(error));
    else this.#warn(`${error.code}: ${messageOf(error)}`);
  }

  /** @hidden */
  closed(connection: Connection): void {
    this.#connections.delete(connection);
  }

  /** Calls a callback of the host's owner. Its error must not keep the host from its own work. */
  #notify(name: string, callback: () => void): void {
    try {
      callback();
    } catch (error) {
      this.#log.error(`[runlet] ${name}() of the host failed:`, error);
    }
  }

  #warn(what: unknown): void {
    if (this.#refusalLogLimiter.tryAcquire()) this.#log.warn("[runlet]", what);
  }
}
