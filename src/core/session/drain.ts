import { CloseCode } from "../../protocol/messages.ts";
import type { Connection } from "../link/connection.ts";
import type { Clock } from "../reactive/clock.ts";
import type { PendingWork } from "../reactive/pending-work.ts";
import type { Log } from "./session-options.ts";

/** Connections that are closed together, and milliseconds to the next ones. Their clients go to another server at once. */
const BATCH = 100;
const BATCH_PAUSE = 20;
/** Milliseconds between two looks at what is still running. */
const INTERVAL = 20;
/** Milliseconds after which it is logged what is waited for. */
const PATIENCE = 1000;
/** Most names in one log line. */
const MAX_NAMES = 5;

/** A session that ends when its work has ended. */
interface DrainedSession {
  readonly id: string;
  readonly work: PendingWork;
  close(): void;
}

/** Options of a {@link Drain}. */
export interface DrainOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds that running work has to end. */
  readonly time: number;
  /** Whether sleeping tasks never count as work, so that a developer waits for nothing. */
  readonly isDevelopment: boolean;
}

/** The orderly end of an app: clients are disconnected, running handlers and tasks end, then each session ends. */
export class Drain {
  readonly #options: DrainOptions;
  #isOver = false;

  constructor(options: DrainOptions) {
    this.#options = options;
  }

  /** Ends the drain now. What is still running is not waited for. */
  stop(): void {
    this.#isOver = true;
  }

  /** Resolves when all sessions have ended, or when the time is over: then the caller ends the rest. */
  async run(connections: readonly Connection[], sessions: readonly DrainedSession[]): Promise<void> {
    const { clock, time } = this.#options;
    const cancel = clock.after(time, () => this.stop());
    await this.#disconnect(connections);
    await this.#endSessions(sessions);
    cancel();
  }

  async #disconnect(connections: readonly Connection[]): Promise<void> {
    for (let at = 0; at < connections.length && !this.#isOver; at += BATCH) {
      if (at > 0) await this.#pause(BATCH_PAUSE);
      for (const connection of connections.slice(at, at + BATCH)) {
        connection.close(CloseCode.restarting, "the app is ending");
      }
    }
  }

  async #endSessions(sessions: readonly DrainedSession[]): Promise<void> {
    const { clock, log, time, isDevelopment } = this.#options;
    const now = clock.monotonic();
    const from = isDevelopment ? Number.NEGATIVE_INFINITY : now;
    const hasEnded = ({ work }: DrainedSession): boolean => !work.isBusy(from, now + time);
    let rest = sessions;
    let isLogged = false;
    while (!this.#isOver) {
      // The end of a session may start work, too: `onClose` may be async, and tasks may have to tidy up.
      for (const session of rest) if (hasEnded(session)) session.close();
      rest = rest.filter((session) => !hasEnded(session));
      if (rest.length === 0) return;
      if (!isLogged && clock.monotonic() - now >= PATIENCE) {
        isLogged = true;
        log.info(`[runlet] is ending, and waits for ${describe(rest)}.`);
      }
      await this.#pause(INTERVAL);
    }
    for (const session of rest) {
      log.warn(`[runlet] ${session.id}: ended while ${describe([session])} had not ended. More time: shutdownTimeout.`);
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#options.clock.after(ms, resolve));
  }
}

function describe(sessions: readonly DrainedSession[]): string {
  const names = sessions.flatMap(({ work }) => work.names);
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "";
  return names.slice(0, MAX_NAMES).join(", ") + more;
}
