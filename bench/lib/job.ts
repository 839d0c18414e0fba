import type { Steps } from "./steps.ts";

/** What one process measures: one peer, one size. */
export interface Job {
  readonly peer: string;
  readonly kind: "tree" | "ticks" | "sessions";
  /** Controls in the tree, cells, or sessions. */
  readonly size: number;
  /** Ids of workloads. */
  readonly workloads: readonly string[];
  readonly samples: number;
  /** Whether what is sent is checked first: once is enough. */
  readonly isChecked: boolean;
}

/** One workload of one peer at one size. */
export interface Result {
  readonly peer: string;
  readonly kind: Job["kind"];
  readonly size: number;
  readonly workload: string;
  /** Microseconds an update. Left out, with the ratio: longer than the cap. */
  readonly time?: number | undefined;
  readonly floor?: number | undefined;
  /** Time over that of the floor. */
  readonly ratio?: number | undefined;
  readonly bytes?: number;
  readonly floorBytes?: number;
  /** Bytes of live objects a session. */
  readonly heap?: number;
  readonly floorHeap?: number;
}

/** What a process says while it works. */
export type Report =
  | { readonly type: "begun"; readonly workload: string }
  | { readonly type: "result"; readonly result: Result }
  /** About to do what may take long. */
  | { readonly type: "alive" };

/** The floor, and who is held against it. */
export type Pair<T> = readonly [floor: T, peer: T];

/** Measures a workload, and says what it cost. */
export type Record = (workload: string, steps: Pair<Steps>, more?: RecordOptions) => Promise<void>;

interface RecordOptions {
  /** Updates in one operation, where not one. */
  readonly updates?: number;
  readonly heaps?: Pair<number>;
}

export async function each<T, U>([floor, peer]: Pair<T>, make: (one: T) => U | Promise<U>): Promise<Pair<U>> {
  return [await make(floor), await make(peer)];
}
