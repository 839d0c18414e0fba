import { peers } from "../peers/index.ts";
import type { Job } from "./job.ts";
import type { Options } from "./options.ts";
import { sessions, ticks, workloads } from "./workloads.ts";

const throughLists = workloads.filter(({ needsList }) => needsList === true).map(({ id }) => id);
const CELLS = 1000;
const SESSIONS = [1000, 10_000];

/** One process each, smallest first. */
export function jobsOf(options: Options): Job[] {
  const { rounds, isQuick } = options;
  const jobs: Job[] = [];
  for (const peer of options.peers) {
    const { only = options.workloads, hasLists = false } = peers[peer] ?? {};
    const chosen = options.workloads.filter((id) => only.includes(id) && (hasLists || !throughLists.includes(id)));
    const add = (kind: Job["kind"], size: number, workloads: readonly string[]): void => {
      if (workloads.length > 0) jobs.push({ peer, kind, size, workloads, rounds });
    };
    const inTree = chosen.filter((id) => id !== ticks.id && id !== sessions.id);
    for (const size of options.sizes) add("tree", size, inTree);
    add(
      "ticks",
      CELLS,
      chosen.filter((id) => id === ticks.id),
    );
    for (const size of isQuick ? SESSIONS.slice(0, 1) : SESSIONS) {
      add(
        "sessions",
        size,
        chosen.filter((id) => id === sessions.id),
      );
    }
  }
  return jobs;
}
