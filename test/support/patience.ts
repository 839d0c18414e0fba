import { vi } from "vitest";

/**
 * Milliseconds that a test waits for something that must happen. It only ends a hang, so a busy machine may take its
 * time.
 */
export const PATIENCE: number = 60_000;

/** Milliseconds between two ticks of {@link loopTime}. */
const TICK = 5;

/**
 * Starts a clock that counts the ticks of a short timer. Returns a function that reads it, in milliseconds. On a quiet
 * machine it agrees with the time of day. On a busy machine its ticks are late, like all other work of the process. A
 * limit by this clock therefore measures this process, not other processes.
 */
export function loopTime(): () => number {
  let ticks = 0;
  const timer = setInterval(() => ticks++, TICK);
  timer.unref();
  return () => ticks * TICK;
}

/** Processor time of the fastest of several calls, in milliseconds. The work of other processes is not part of it. */
export function fastest(run: () => unknown, times = 5): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < times; at++) least = Math.min(least, processorTime(run));
  return least;
}

/** Processor time of a call in all threads of this process, in milliseconds. */
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
