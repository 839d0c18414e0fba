import { CloseCode, type Hello, type Resume } from "../protocol/messages.ts";
import { Connection, type ConnectOptions, type Door } from "./connection.ts";
import { isEqual } from "./equal.ts";
import { quote, RunletError } from "./errors.ts";
import { badMessage } from "./hello.ts";
import { Kept } from "./kept.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { PubSubHub } from "./pubsub.ts";
import { Rate, Rates } from "./rate.ts";
import { type Clock, realClock } from "./schedule.ts";
import { isSecret } from "./secret.ts";
import { Session } from "./session.ts";
import type { Log, Main, SessionOptions, SessionTransport } from "./session-options.ts";

/** Milliseconds in which a connection must answer when another client requests its session. */
const CHALLENGE_TIME = 1000;
/** Seconds that a session is kept without a connection, by default. */
const SESSION_TIMEOUT = 3600;
/** Most log lines per second about refused clients. */
const REFUSALS_LOGGED = 10;

/** Options for hosting an app, over any transport. */
export interface HostOptions extends Omit<SessionOptions, "main" | "limits" | "user" | "onAway" | "onEnd"> {
  /** Time that a session is kept without a connection, in seconds. Default 3600. */
  readonly sessionTimeout?: number;
  readonly limits?: Partial<Limits>;
  /** Returns the id of the client bundle that is served. A client with another bundle is refused and reloads. */
  readonly bundle?: () => string;
  /** Returns whether there is no memory for another session. Called for each new session. Default: never full. */
  readonly isFull?: () => boolean;
  /** Called when a session has ended. */
  readonly ended?: (session: Session) => void;
}

/**
 * All sessions of an app, and the rules for which client may use which session. Servers, workers and tests use it. A
 * client that was disconnected resumes its session. A client without a valid resume token gets a new session.
 */
export class Host implements Door {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly #main: Main;
  readonly #options: HostOptions;
  readonly #log: Log;
  readonly #sessions = new Map<string, Session>();
  readonly #connections = new Set<Connection>();
  readonly #fresh = new Map<Connection, Session>();
  readonly #kept: Kept;
  readonly #failures: Rates;
  readonly #refusals: Rate;
  #isClosed = false;

  constructor(main: Main, options: HostOptions = {}) {
    this.clock = options.clock ?? realClock;
    this.limits = { ...defaultLimits, ...options.limits };
    this.#main = main;
    this.#log = options.log ?? console;
    this.#options = { hub: new PubSubHub(), ...options, clock: this.clock };
    this.#kept = new Kept(this.clock, (options.sessionTimeout ?? SESSION_TIMEOUT) * 1000, this.limits);
    const { failedResumesPerMinute } = this.limits;
    this.#failures = new Rates(() => new Rate(this.clock, failedResumesPerMinute / 60, failedResumesPerMinute));
    this.#refusals = new Rate(this.clock, REFUSALS_LOGGED);
  }

  /** Sessions that have not ended, with or without a connection. */
  get sessions(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  /**
   * Runs the app for a client over any transport and returns its session. If the client resumes another session
   * instead, the returned one is closed without having been shown.
   */
  connect(transport: SessionTransport, about: ConnectOptions = {}): Session {
    const session = this.#make(about);
    const connection = this.accept(transport, about);
    if (connection.isOpen && connection.session === undefined) this.#fresh.set(connection, session);
    return session;
  }

  /** Accepts a connection like `connect`, but makes no session before the handshake of the client. */
  accept(transport: SessionTransport, about: ConnectOptions = {}): Connection {
    const connection = new Connection(transport, about, this);
    if (this.#isClosed) connection.close(CloseCode.restarting, "the app has ended");
    else if (connection.isOpen) this.#connections.add(connection);
    return connection;
  }

  /** Closes all sessions and refuses new ones. Resolves when all transports are closed, after one second at most. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const ends = [...this.#connections].map((connection) => connection.transport.closed);
    for (const connection of this.#connections) connection.close(CloseCode.restarting, "the app is ending");
    for (const session of this.#sessions.values()) session.close();
    await Promise.race([Promise.all(ends), new Promise<void>((resolve) => this.clock.after(1000, resolve, true))]);
  }

  // ---- admission ----------------------------------------------------------------------------------

  admit(connection: Connection, hello: Hello): void {
    const { resume, bundle } = hello;
    if (bundle !== undefined && this.#options.bundle !== undefined && bundle !== this.#options.bundle()) {
      throw new RunletError(
        "protocol-version",
        `The client is ${quote(bundle)}, which is no longer served. Reload the page.`,
      );
    }
    const wanted = resume === undefined ? undefined : this.#find(connection, resume);
    if (wanted === undefined || resume === undefined) return this.#begin(connection, hello);
    const holder = wanted.presence.connection;
    const isSame = hello.instance !== undefined && holder?.instance === hello.instance;
    if (holder === undefined || isSame) return this.#resume(wanted, connection, hello, resume);
    // The new client may be a reloaded page whose old connection has not ended yet, a duplicated tab, or a thief. A
    // holder that still answers keeps the session.
    void holder.isAlive(CHALLENGE_TIME).then((isAlive) => {
      if (!connection.isOpen) return;
      if (isAlive && wanted.presence.connection === holder) return this.#begin(connection, hello);
      if (wanted.presence.connection === holder) holder.close(CloseCode.replaced, "no answer came");
      connection.retry(hello);
    });
  }

  /**
   * Returns the session that a client may resume. An unknown id and a wrong secret give the same result after the same
   * time, so that a client cannot search for ids.
   */
  #find(connection: Connection, { session: id, secret }: Resume): Session | undefined {
    const session = this.#sessions.get(id);
    const { address = "", user } = connection.about;
    const isRight = session?.presence.opens(secret) ?? isSecret(secret, undefined);
    if (session === undefined) return undefined;
    if (!isRight) {
      this.#warn(`${id}: a client at ${address || "an unknown address"} offered a wrong or used secret`);
      if (!this.#failures.take(address))
        throw new RunletError("wrong-secrets", `Too many wrong secrets from ${address}.`);
      return undefined;
    }
    if (isEqual(session.user, user)) return session;
    throw new RunletError("wrong-user", `The session ${id} is another user's: the client was refused.`);
  }

  #begin(connection: Connection, hello: Hello): void {
    if (this.#options.isFull?.() === true) {
      this.#warn("there is no memory for another session: a client was asked to try again later");
      return connection.close(CloseCode.overloaded, "too many sessions");
    }
    const session = this.#fresh.get(connection) ?? this.#make(connection.about);
    this.#fresh.delete(connection);
    session.presence.attach(connection, hello);
  }

  #resume(session: Session, connection: Connection, hello: Hello, { seq, cmd }: Resume): void {
    if (seq > session.seq) throw badMessage(`"resume.seq" must be an update that was sent, not ${quote(seq)}`);
    if (cmd > session.presence.lastCommand)
      throw badMessage(`"resume.cmd" must be a command that came, not ${quote(cmd)}`);
    if (!session.presence.resumes.take()) return connection.close(CloseCode.overloaded, "resumed too often");
    this.#kept.delete(session);
    this.#endFresh(connection);
    session.presence.attach(connection, hello);
  }

  #make(about: ConnectOptions): Session {
    const { user, shortLane, maxUpdatesPerSecond } = about;
    const session: Session = new Session({
      ...this.#options,
      main: this.#main,
      limits: this.limits,
      ...(user !== undefined && { user }),
      ...(shortLane !== undefined && { shortLane }),
      ...(maxUpdatesPerSecond !== undefined && { maxUpdatesPerSecond }),
      onAway: () => this.#kept.add(session),
      onEnd: () => {
        this.#sessions.delete(session.id);
        this.#kept.delete(session);
        this.#options.ended?.(session);
      },
    });
    if (this.#isClosed) session.close();
    else this.#sessions.set(session.id, session);
    return session;
  }

  #endFresh(connection: Connection): void {
    this.#fresh.get(connection)?.close();
    this.#fresh.delete(connection);
  }

  // ---- events of connections ------------------------------------------------------------------------

  refused(connection: Connection, error: unknown): void {
    const { session } = connection;
    if (session !== undefined) session.refused(error);
    else if (this.#options.onRefused !== undefined && error instanceof RunletError) this.#options.onRefused(error);
    else this.#warn(error instanceof RunletError ? `${error.code}: ${error.message}` : error);
  }

  closed(connection: Connection): void {
    this.#connections.delete(connection);
    this.#endFresh(connection);
  }

  #warn(what: unknown): void {
    if (this.#refusals.take()) this.#log.warn("[runlet]", what);
  }
}
