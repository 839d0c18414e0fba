import { getHeapStatistics } from "node:v8";

/** Share of the heap that may be in use when a new session starts. */
const MAX_SHARE = 0.9;
/** Bytes of the heap limit that are reserved for young objects. Long-lived objects cannot use them. */
const YOUNG_BYTES = 48 * 1024 * 1024;
/** Share of the free heap that sessions may use by default. The rest is for the app's data and for garbage. */
const SESSION_SHARE = 1 / 2;
/** Smallest budget for sessions, even if the heap seems to be full already. */
const MIN_BUDGET = 4 * 1024 * 1024;

/**
 * Returns whether the heap is near its limit. Then no session may start: the existing sessions need the remaining
 * memory.
 */
export function isHeapFull(): boolean {
  const { used, most } = oldHeap();
  return used > most * MAX_SHARE;
}

let budget: number | undefined;

/**
 * Returns the bytes that all sessions may use by default: half of what was free in the heap at the first call. The apps
 * of one process have the same default.
 */
export function heapBudget(): number {
  const { used, most } = oldHeap();
  budget ??= Math.max(MIN_BUDGET, Math.floor((most - used) * SESSION_SHARE));
  return budget;
}

function oldHeap(): { used: number; most: number } {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return { used, most: limit - YOUNG_BYTES };
}
