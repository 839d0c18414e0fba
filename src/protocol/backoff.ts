import { CloseCode } from "./messages.ts";

/**
 * Milliseconds before each attempt to reconnect; the last one repeats. A client that was offline for half a second is
 * connected again within one second.
 */
const DELAYS: readonly number[] = [0, 100, 200, 200, 200, 200, 500, 1000, 2000, 5000, 10_000];
/** Milliseconds after which a connection has lasted. */
const LASTING = 10_000;
/** Code that a browser reports if a connection was lost. Any other one was sent by the server. */
const LOST = 1006;
/** Index of the first delay after the server was busy. */
const FIRST_WHEN_BUSY: number = DELAYS.indexOf(1000);
/** Index of the first delay when a server restarts. It is not 0: all its clients are disconnected at the same time. */
const FIRST_AT_RESTART: number = DELAYS.indexOf(200);

/**
 * Computes how long a client waits before it tries again: first briefly, then longer, up to fifteen seconds. `random`
 * in [0, 1) varies each delay by half in both directions, so that clients do not all return at once when a server
 * restarts.
 */
export class Backoff {
  readonly #random: () => number;
  /**
   * Whether the server itself ended the last connection soon after its welcome. Then a network that works again is no
   * reason to try earlier.
   */
  isHeldBack = false;
  #attempts = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /**
   * Returns the milliseconds until the next attempt. With `isBusy`, the server asked the client to wait longer. With
   * `isRestart`, the server has disconnected all its clients.
   */
  next(isBusy = false, isRestart = false): number {
    const attempt = Math.max(this.#attempts++, isBusy ? FIRST_WHEN_BUSY : isRestart ? FIRST_AT_RESTART : 0);
    const delay = DELAYS[Math.min(attempt, DELAYS.length - 1)] as number;
    return delay * (0.5 + this.#random());
  }

  /**
   * Handles the end of a connection, before `next`. A welcome alone does not reset the delays, since a server may end
   * each session at once. A connection that lasted does, and so does one that was cut while the server kept its session.
   * `lasted` is in milliseconds. `isResumed` is what the welcome said, or `undefined` if none came.
   */
  lost(code: number, lasted: number, isResumed: boolean | undefined): void {
    const isShort = isResumed === undefined || lasted < LASTING;
    if (!isShort || (isResumed && code === LOST)) this.reset();
    this.isHeldBack = isShort && isResumed !== undefined && code !== LOST;
  }

  /** Starts from the shortest delay again. */
  reset(): void {
    this.#attempts = 0;
  }
}

/** Codes after which another attempt cannot help. */
const FINAL_CODES: readonly number[] = [
  CloseCode.protocol,
  // Codes of WebSocket libraries: a binary message, no JSON, too large. The same messages would be sent again.
  1003,
  1007,
  1009,
  CloseCode.policy,
  CloseCode.unauthorized,
  CloseCode.forbidden,
  CloseCode.replaced,
  CloseCode.version,
  CloseCode.tooMany,
];

/** Returns whether another attempt may help after a connection was closed with this code. */
export function mayRetry(code: number): boolean {
  return !FINAL_CODES.includes(code);
}
