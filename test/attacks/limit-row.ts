import type { Limits } from "runlet";

/** A limit, and what is allowed right below it, at it and right above it. */
export interface LimitRow {
  /** Of `limits`, or what else it is of. */
  readonly name: keyof Limits | `(${string})`;
  readonly max: number;
  /** Whether so much of it is allowed. */
  readonly allows: (count: number) => boolean | Promise<boolean>;
  /** Default: the limit itself is the most that is allowed. Times are over when they are reached. */
  readonly at?: boolean;
}
