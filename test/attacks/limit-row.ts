import type { Limits } from "runlet";

/** A limit, and a function that tries values around it. */
export interface LimitRow {
  /** Name of an option in `limits`, or a description in parentheses of a fixed limit. */
  readonly name: keyof Limits | `(${string})`;
  readonly max: number;
  /** Returns whether `count` is allowed. */
  readonly allows: (count: number) => boolean | Promise<boolean>;
  /** Whether exactly `max` is allowed. `false` for times, which are over when they are reached. Default `true`. */
  readonly at?: boolean;
}
