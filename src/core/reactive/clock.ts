/** Source of time and of timers. Tests replace it as a whole. */
export interface Clock {
  /**
   * Returns the wall time in milliseconds since 1970. It jumps when the machine's clock is set, so durations are
   * measured with `monotonic`.
   */
  now(): number;
  /** Returns the milliseconds since some instant in the past. They only grow, even if the machine's clock is set. */
  monotonic(): number;
  /**
   * Calls `callback` once, `ms` milliseconds from now. Returns a function that cancels it. With `isIdle`, the timer
   * does not keep the process alive.
   */
  after(ms: number, callback: () => void, isIdle?: boolean): () => void;
  /** Calls `callback` once the current turn of the event loop is over. */
  turnEnd(callback: () => void): void;
  /**
   * Returns for how many milliseconds the event loop was blocked until now, so that the input of this time is read at
   * once. Default: never.
   */
  blockedFor?(): number;
}

/** Longest time of a timer in milliseconds, about 25 days. A longer one would fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/** The clock of the machine. */
export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, callback, isIdle = false) {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (left: number): void => {
      timer = left > MAX_TIMER ? setTimeout(() => wait(left - MAX_TIMER), MAX_TIMER) : setTimeout(callback, left);
      // A timer in a browser is a number.
      if (isIdle) (timer as { unref?: () => void }).unref?.();
    };
    wait(ms);
    return () => clearTimeout(timer);
  },
  turnEnd(callback) {
    if (turnEndCallbacks.push(callback) === 1) scheduleTurnEnd(runTurnEndCallbacks);
  },
};

/**
 * Callbacks of all sessions for the end of this turn. One immediate runs all of them, which is cheaper than one each.
 */
let turnEndCallbacks: (() => void)[] = [];

function runTurnEndCallbacks(): void {
  const callbacks = turnEndCallbacks;
  turnEndCallbacks = [];
  for (const callback of callbacks) {
    try {
      callback();
    } catch (error) {
      // The error must not stop the other sessions' callbacks, so it is thrown by a timer, as if each had an immediate
      // of its own.
      setTimeout(() => {
        throw error;
      }, 0);
    }
  }
}

/** Runs a callback at the real end of the turn, after the promises that are already settled. */
export function scheduleTurnEnd(callback: () => void): void {
  if (typeof setImmediate === "function") setImmediate(callback);
  else setTimeout(callback, 0);
}
