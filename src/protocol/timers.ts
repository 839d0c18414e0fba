/** Timers of a client. */
export interface Timers {
  /** Returns the milliseconds since some instant. They must only grow, even if the machine's clock is set. */
  now(): number;
  /** Calls `callback` once, `ms` milliseconds from now. Returns a function that cancels it. */
  after(ms: number, callback: () => void): () => void;
}

/**
 * Calls `missed` if it is not canceled within `ms` milliseconds. What arrived in time is received first, although it
 * may still be unread when the timer fires: behind code that kept the page busy, or after the page slept or its timers
 * were throttled. Then the timer is far too late, and `wasLate` is called, by default to start the wait again. Returns a
 * function that cancels it.
 */
export function startDeadline(timers: Timers, ms: number, missed: () => void, wasLate?: () => void): () => void {
  let cancel: () => void;
  const start = (): void => {
    const due = timers.now() + ms;
    cancel = timers.after(ms, () => {
      if (timers.now() - due > ms / 3) (wasLate ?? start)();
      else cancel = timers.after(0, missed);
    });
  };
  start();
  return () => cancel();
}
