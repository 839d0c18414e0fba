import type { Limits } from "./limits.ts";
import type { Clock } from "./schedule.ts";
import type { Session } from "./session.ts";

/** Approximate bytes of a session and of each of its controls, measured in a heap snapshot. */
const SESSION_BYTES = 8192;
const CONTROL_BYTES = 1024;

/**
 * The sessions without a connection. Each one ends after a timeout. If there are too many, the oldest one ends earlier,
 * and sessions without a user end first.
 */
export class Kept {
  readonly #clock: Clock;
  readonly #time: number;
  readonly #limits: Limits;
  /** Sessions in the order of their disconnect, each with the function that cancels its timeout. */
  readonly #sessions = new Map<Session, { readonly bytes: number; readonly cancel: () => void }>();
  #bytes = 0;

  /** `time` is the timeout in milliseconds. */
  constructor(clock: Clock, time: number, limits: Limits) {
    this.#clock = clock;
    this.#time = time;
    this.#limits = limits;
  }

  add(session: Session): void {
    if (this.#time <= 0) return session.close();
    const bytes = SESSION_BYTES + session.nodes.size * CONTROL_BYTES + session.sender.bytes;
    const cancel = this.#clock.after(this.#time, () => session.close(), true);
    this.#sessions.set(session, { bytes, cancel });
    this.#bytes += bytes;
    while (this.#sessions.size > this.#limits.keptSessions || this.#bytes > this.#limits.keptBytes) {
      const [oldest] = this.#sessions.keys();
      if (oldest === undefined) break;
      (this.#oldestAnonymous() ?? oldest).close();
    }
  }

  /** Removes a session that is connected again or has ended. */
  delete(session: Session): void {
    const kept = this.#sessions.get(session);
    if (kept === undefined) return;
    kept.cancel();
    this.#sessions.delete(session);
    this.#bytes -= kept.bytes;
  }

  #oldestAnonymous(): Session | undefined {
    for (const session of this.#sessions.keys()) if (session.user === undefined) return session;
    return undefined;
  }
}
