import type { AppOptions } from "runlet/server";
import type { AttackedServer } from "./attacked-server.ts";

/** One attack: what is tried, and what must come of it. */
export interface BuiltRow {
  readonly id: string;
  /** The attack, an arrow and the outcome; where the outcome differs from what others do, it says so. */
  readonly what: string;
  /** How the attacked app is served. */
  readonly options?: AppOptions;
  /** It waits more than it works, and touches nothing that others use: so it may run beside others. */
  readonly isIdle?: boolean;
  readonly run: (attacked: AttackedServer) => Promise<void> | void;
}

/** One that cannot be built yet, or is tested elsewhere. */
export interface PlannedRow {
  readonly id: string;
  readonly what: string;
  /** Why not here, not yet. */
  readonly reason: string;
}

export type Row = BuiltRow | PlannedRow;
