import type { AppOptions } from "runlet/server";
import type { AttackedServer } from "./attacked-server.ts";

/** An attack and its expected outcome. */
export interface BuiltRow {
  readonly id: string;
  /** Name of the test: a sentence with the attack and its outcome. */
  readonly what: string;
  /** Options with which the attacked app is served. */
  readonly options?: AppOptions;
  /** Whether the row mostly waits and shares no state with other rows, so that it can run concurrently. */
  readonly isIdle?: boolean;
  readonly run: (attacked: AttackedServer) => Promise<void> | void;
}

/** An attack that cannot be tested yet, or is tested elsewhere. */
export interface PlannedRow {
  readonly id: string;
  readonly what: string;
  /** Why the attack is not tested here. */
  readonly reason: string;
}

export type Row = BuiltRow | PlannedRow;
