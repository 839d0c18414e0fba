import { CloseCode } from "./messages.ts";

/** Milliseconds before each attempt to connect again; the last one repeats. Who was away for half a second is back within one. */
const DELAYS: readonly number[] = [0, 100, 200, 200, 200, 200, 500, 1000, 2000, 5000, 10_000];
/** The first attempt at a server that asked for patience. */
const BUSY: number = DELAYS.indexOf(1000);

/**
 * How long a client waits before it tries again: soon at first, then ever longer, up to fifteen seconds. `random` in
 * [0, 1) spreads the clients of a server that starts again by half to both sides.
 */
export class Backoff {
  readonly #random: () => number;
  #attempts = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Milliseconds until the next attempt. With `isBusy` the server asked for patience. */
  next(isBusy = false): number {
    const attempt = Math.max(this.#attempts++, isBusy ? BUSY : 0);
    const delay = DELAYS[Math.min(attempt, DELAYS.length - 1)] as number;
    return delay * (0.5 + this.#random());
  }

  /** It worked. */
  reset(): void {
    this.#attempts = 0;
  }
}

/** Codes after which another attempt cannot help. */
const FINAL: readonly number[] = [
  CloseCode.protocol,
  CloseCode.policy,
  CloseCode.unauthorized,
  CloseCode.forbidden,
  CloseCode.replaced,
  CloseCode.version,
  CloseCode.tooMany,
];

/** Whether another connection may help after one was closed with this code. */
export function mayRetry(code: number): boolean {
  return !FINAL.includes(code);
}
