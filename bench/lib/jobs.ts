import { peers } from "../peers/index.ts";
import type { Job, Result } from "./job.ts";
import type { Options } from "./options.ts";
import { sessions, ticks, workloads } from "./workloads.ts";

const throughLists = workloads.filter(({ needsList }) => needsList === true).map(({ id }) => id);
const CELLS = 1000;
const SESSIONS = [1000, 10_000];

/** Duration in microseconds above which an operation is not measured again in later rounds. */
const LONG_US = 1e6;

/**
 * Returns the jobs of a round, given the results of the rounds before it. Each job is one process; small sizes come
 * first.
 */
export function jobsOf(options: Options, before: readonly Result[]): Job[] {
  const { samples, isQuick } = options;
  const isChecked = before.length === 0;
  const jobs: Job[] = [];
  for (const peer of options.peers) {
    const { only = options.workloads, hasLists = false } = peers[peer] ?? {};
    const chosen = options.workloads.filter((id) => only.includes(id) && (hasLists || !throughLists.includes(id)));
    const add = (kind: Job["kind"], size: number, all: readonly string[]): void => {
      const long = before.filter(
        (result) => result.peer === peer && result.kind === kind && result.size === size && isLong(result),
      );
      const workloads = all.filter((id) => long.every(({ workload }) => workload !== id));
      if (workloads.length > 0) jobs.push({ peer, kind, size, workloads, samples, isChecked });
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

function isLong({ time }: Result): boolean {
  return time === undefined || time > LONG_US;
}
