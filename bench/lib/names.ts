import { peers } from "../peers/index.ts";
import type { Job, Result } from "./job.ts";
import { type Family, mount, sessions, ticks, workloads } from "./workloads.ts";

/** All workloads in the order of the tables. */
export const rows: readonly { readonly id: string; readonly label: string; readonly family: Family }[] = [
  mount,
  ...workloads,
  ticks,
  sessions,
];

const KINDS = { tree: "controls", ticks: "cells", sessions: "sessions" } as const;

/** Returns the name of a group, such as "10,000 controls". */
export function groupOf({ kind, size }: Pick<Job, "kind" | "size">): string {
  return `${size.toLocaleString("en")} ${KINDS[kind]}`;
}

export function labelOf({ workload }: Pick<Result, "workload">): string {
  return rows.find(({ id }) => id === workload)?.label ?? workload;
}

export function familyOf({ workload }: Pick<Result, "workload">): Family {
  return rows.find(({ id }) => id === workload)?.family ?? "list";
}

export function nameOf(peer: string): string {
  return peers[peer]?.label ?? peer;
}

/** Returns the time as a multiple of the floor's time in the same process. Infinite if the time limit was exceeded. */
export function ratioOf({ ratio = Number.POSITIVE_INFINITY }: Pick<Result, "ratio">): number {
  return ratio;
}
