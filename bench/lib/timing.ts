import { setImmediate } from "node:timers/promises";

type Collect = (options?: { readonly type: "minor" | "major" }) => void;

const collect: Collect = (globalThis as { gc?: Collect }).gc ?? (() => {});

/** So that garbage of what was before is not swept in somebody else's time. */
export function collectGarbage(type: "minor" | "major"): void {
  collect({ type });
}

/** Bytes of live objects. */
export function liveHeap(): number {
  for (let time = 0; time < 3; time++) collect({ type: "major" });
  return process.memoryUsage().heapUsed;
}

/** How often something else was given the processor while this process wanted it. */
export function interruptions(): number {
  return process.resourceUsage().involuntaryContextSwitches;
}

/** What peers put off until the turn is over is done. */
export function endOfTurn(): Promise<void> {
  return setImmediate();
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
