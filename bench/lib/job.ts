import type { Steps } from "./steps.ts";

/** Work of one process: one peer at one size. */
export interface Job {
  readonly peer: string;
  readonly kind: "tree" | "ticks" | "sessions";
  /** Number of controls in the tree, of cells, or of sessions. */
  readonly size: number;
  /** Ids of workloads. */
  readonly workloads: readonly string[];
  readonly samples: number;
  /** Whether the commands are checked before the measurement. One check per run is enough. */
  readonly isChecked: boolean;
}

/** Result of one workload of one peer at one size. */
export interface Result {
  readonly peer: string;
  readonly kind: Job["kind"];
  readonly size: number;
  readonly workload: string;
  /** Microseconds per update. Left out together with the ratio if the time limit was exceeded. */
  readonly time?: number | undefined;
  readonly floor?: number | undefined;
  /** Time divided by the floor's time. */
  readonly ratio?: number | undefined;
  readonly bytes?: number;
  readonly floorBytes?: number;
  /** Bytes of live objects per session. */
  readonly heap?: number;
  readonly floorHeap?: number;
}

/** Message of a process while it works. */
export type Report =
  | { readonly type: "begun"; readonly workload: string }
  | { readonly type: "result"; readonly result: Result }
  /** Sent before and after an operation that may take long. */
  | { readonly type: "alive" };

/** The floor, and the peer that is compared with it. */
export type Pair<T> = readonly [floor: T, peer: T];

/** Function that measures a workload and reports the result. */
export type Record = (workload: string, steps: Pair<Steps>, more?: RecordOptions) => Promise<void>;

interface RecordOptions {
  /** Number of updates in one operation. Default 1. */
  readonly updates?: number;
  readonly heaps?: Pair<number>;
}

export async function each<T, U>([floor, peer]: Pair<T>, make: (one: T) => U | Promise<U>): Promise<Pair<U>> {
  return [await make(floor), await make(peer)];
}
