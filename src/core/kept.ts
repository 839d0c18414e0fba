import type { Limits } from "./limits.ts";
import type { Clock } from "./schedule.ts";
import type { Session } from "./session.ts";

/** Bytes that a session and each of its controls takes, about, by what a heap snapshot shows. */
const SESSION_BYTES = 8192;
const CONTROL_BYTES = 1024;

/** Sessions that nobody is connected to: each ends at its own time, and the oldest before that when they are too many. */
export class Kept {
  readonly #clock: Clock;
  readonly #time: number;
  readonly #limits: Limits;
  /** In the order in which they were left, with what cancels their end. */
  readonly #sessions = new Map<Session, { readonly bytes: number; readonly cancel: () => void }>();
  #bytes = 0;

  /** `time`: milliseconds. */
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

  /** It is connected again, or has ended. */
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
