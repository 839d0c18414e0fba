import { setImmediate } from "node:timers/promises";

type Collect = (options?: { readonly type: "minor" | "major" }) => void;

const collect: Collect = (globalThis as { gc?: Collect }).gc ?? (() => {});

/** Collects garbage, so that garbage of earlier work is not collected within the time of the next sample. */
export function collectGarbage(type: "minor" | "major"): void {
  collect({ type });
}

/** Collects all garbage and returns the bytes of live objects. */
export function liveHeap(): number {
  for (let time = 0; time < 3; time++) collect({ type: "major" });
  return process.memoryUsage().heapUsed;
}

/** Returns how often the operating system took the processor away from this process. */
export function interruptions(): number {
  return process.resourceUsage().involuntaryContextSwitches;
}

/** Waits for the end of the turn, so that work that peers have postponed is done. */
export function endOfTurn(): Promise<void> {
  return setImmediate();
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
