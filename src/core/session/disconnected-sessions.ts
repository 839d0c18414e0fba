import type { Limits } from "../link/limits.ts";
import type { Clock } from "../reactive/clock.ts";
import { deadline } from "../reactive/deadline.ts";

/** A session that may be kept without a connection. */
export interface DisconnectedSession {
  readonly user: unknown;
  /** Approximate bytes in memory. */
  readonly bytes: number;
  close(): void;
}

/**
 * The sessions without a connection. Each one ends after a timeout. If there are too many, sessions of the client that
 * has the most end earlier: the oldest first, and those without a user before others.
 */
export class DisconnectedSessions {
  readonly #clock: Clock;
  readonly #timeout: number;
  readonly #limits: Pick<Limits, "keptBytes" | "keptSessions">;
  /** Sessions in the order of their disconnect, each with the function that cancels its timeout. */
  readonly #sessions = new Map<
    DisconnectedSession,
    { bytes: number; readonly client: string; readonly cancel: () => void }
  >();
  #bytes = 0;

  /** `timeout` is the timeout in milliseconds. */
  constructor(clock: Clock, timeout: number, limits: Pick<Limits, "keptBytes" | "keptSessions">) {
    this.#clock = clock;
    this.#timeout = timeout;
    this.#limits = limits;
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** Adds a session. `client` is the key of its user, or else the address from which it was used last. */
  add(session: DisconnectedSession, client = ""): void {
    if (this.#timeout <= 0) return session.close();
    const { bytes } = session;
    const cancel = deadline(this.#clock, this.#timeout, () => session.close(), true);
    this.#sessions.set(session, { bytes, client, cancel });
    this.#bytes += bytes;
    this.#endOldest();
  }

  /** Counts the bytes of a session again: its app goes on without a connection. */
  resized(session: DisconnectedSession): void {
    const entry = this.#sessions.get(session);
    if (entry === undefined) return;
    this.#bytes += session.bytes - entry.bytes;
    entry.bytes = session.bytes;
    this.#endOldest();
  }

  /** Removes a session that is connected again or has ended. */
  delete(session: DisconnectedSession): void {
    const entry = this.#sessions.get(session);
    if (entry === undefined) return;
    entry.cancel();
    this.#sessions.delete(session);
    this.#bytes -= entry.bytes;
  }

  /** Ends the oldest session of those that `among` allows, and those without a user first. Returns whether it did. */
  endOne(among: (session: DisconnectedSession) => boolean = () => true): boolean {
    let oldest: DisconnectedSession | undefined;
    for (const session of this.#sessions.keys()) {
      if (!among(session)) continue;
      oldest ??= session;
      if (session.user !== undefined) continue;
      oldest = session;
      break;
    }
    oldest?.close();
    return oldest !== undefined;
  }

  #endOldest(): void {
    const { keptSessions, keptBytes } = this.#limits;
    while (this.#sessions.size > keptSessions || this.#bytes > keptBytes) {
      const clients = this.#largestClients(this.#bytes > keptBytes);
      if (!this.endOne((session) => clients.has(this.#sessions.get(session)?.client))) return;
    }
  }

  /** Returns the clients with the most bytes, or with the most sessions. Otherwise one could end the sessions of all. */
  #largestClients(isBySize: boolean): ReadonlySet<string | undefined> {
    const sums = new Map<string, number>();
    let most = 0;
    for (const { bytes, client } of this.#sessions.values()) {
      const sum = (sums.get(client) ?? 0) + (isBySize ? bytes : 1);
      sums.set(client, sum);
      most = Math.max(most, sum);
    }
    return new Set([...sums].flatMap(([client, sum]) => (sum === most ? [client] : [])));
  }
}
