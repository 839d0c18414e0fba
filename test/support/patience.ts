import { vi } from "vitest";

/** How long a test waits for what must happen, in milliseconds: it only ends a hang, so a busy machine may take its time. */
export const PATIENCE: number = 60_000;

/** Milliseconds between two ticks of {@link loopTime}. */
const TICK = 5;

/**
 * Starts a clock that counts the ticks of a short timer, and returns a function that reads it, in milliseconds. On a
 * quiet machine it agrees with the time of day. On a busy one ticks are late, as all other work of the process is, so
 * the clock is slow: a limit by this clock says how much the process did meanwhile, not how much others did.
 */
export function loopTime(): () => number {
  let ticks = 0;
  const timer = setInterval(() => ticks++, TICK);
  timer.unref();
  return () => ticks * TICK;
}

/** Processor time that the fastest of several calls took, in milliseconds: work of other processes is not part of it. */
export function fastest(run: () => unknown, times = 5): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < times; at++) least = Math.min(least, processorTime(run));
  return least;
}

/** Processor time that a call took in all threads of this process, in milliseconds. */
export function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Calls a check, which may be async, until it does not throw. */
export function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: PATIENCE, interval: 10 });
}
