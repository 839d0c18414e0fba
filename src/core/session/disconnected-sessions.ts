import type { Limits } from "../link/limits.ts";
import type { Clock } from "../reactive/clock.ts";

/** Approximate bytes of a session and of each of its controls, measured in a heap snapshot. */
const SESSION_BYTES = 8192;
const CONTROL_BYTES = 1024;

/** A session that may be kept without a connection. */
export interface DisconnectedSession {
  readonly user: unknown;
  /** Number of mounted controls. */
  readonly controlCount: number;
  readonly link: { readonly unackedBytes: number };
  close(): void;
}

/**
 * The sessions without a connection. Each one ends after a timeout. If there are too many, the oldest one ends earlier,
 * and sessions without a user end first.
 */
export class DisconnectedSessions {
  readonly #clock: Clock;
  readonly #timeout: number;
  readonly #limits: Limits;
  /** Sessions in the order of their disconnect, each with the function that cancels its timeout. */
  readonly #sessions = new Map<DisconnectedSession, { readonly bytes: number; readonly cancel: () => void }>();
  #bytes = 0;

  /** `timeout` is the timeout in milliseconds. */
  constructor(clock: Clock, timeout: number, limits: Limits) {
    this.#clock = clock;
    this.#timeout = timeout;
    this.#limits = limits;
  }

  add(session: DisconnectedSession): void {
    if (this.#timeout <= 0) return session.close();
    const bytes = SESSION_BYTES + session.controlCount * CONTROL_BYTES + session.link.unackedBytes;
    const cancel = this.#clock.after(this.#timeout, () => session.close(), true);
    this.#sessions.set(session, { bytes, cancel });
    this.#bytes += bytes;
    while (this.#sessions.size > this.#limits.keptSessions || this.#bytes > this.#limits.keptBytes) {
      const [oldest] = this.#sessions.keys();
      if (oldest === undefined) break;
      (this.#oldestAnonymous() ?? oldest).close();
    }
  }

  /** Removes a session that is connected again or has ended. */
  delete(session: DisconnectedSession): void {
    const entry = this.#sessions.get(session);
    if (entry === undefined) return;
    entry.cancel();
    this.#sessions.delete(session);
    this.#bytes -= entry.bytes;
  }

  #oldestAnonymous(): DisconnectedSession | undefined {
    for (const session of this.#sessions.keys()) if (session.user === undefined) return session;
    return undefined;
  }
}
