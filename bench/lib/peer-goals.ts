import { formatRatio } from "./format.ts";
import type { Result } from "./job.ts";
import { ratioOf, type Verdict } from "./targets.ts";
import type { Family } from "./workloads.ts";

/** Ahead of these on every row. */
const EVERYWHERE: readonly string[] = ["react", "vue", "json-patch"];
/** Not farther than this from the best on these rows. */
const CLOSE = 3;
const CLOSE_ON: readonly Family[] = ["property", "ticks", "mount"];
/** Trees smaller than this are not compared. */
const LEAST = 10_000;

/** Runlet against its peers: each by its ratio to the floor of its own process. */
export function judgePeers(
  results: readonly Result[],
  familyOf: (result: Result) => Family,
  labelOf: (result: Result) => string,
): Verdict[] {
  const rows = results.filter(({ peer, kind, size }) => peer === "runlet" && (kind !== "tree" || size >= LEAST));
  return rows.flatMap((row): Verdict[] => {
    const others = results
      .filter(
        ({ peer, workload, size }) => workload === row.workload && size === row.size && !peer.startsWith("runlet"),
      )
      .map((result) => ({ peer: result.peer, ratio: ratioOf(result) }));
    const family = familyOf(row);
    const verdicts: Verdict[] = [];
    const beaten = family === "list" ? others : others.filter(({ peer }) => EVERYWHERE.includes(peer));
    const add = (kind: string, rivals: typeof others, times: number): void => {
      const best = rivals.toSorted((a, b) => a.ratio - b.ratio)[0];
      if (best === undefined) return;
      verdicts.push({
        what: `${labelOf(row)}: ${kind}`,
        result: formatRatio(ratioOf(row)),
        limit: `${times === 1 ? "" : `${times} × `}${formatRatio(best.ratio)} (${best.peer})`,
        isMet: ratioOf(row) <= best.ratio * times,
      });
    };
    add(family === "list" ? "ahead of every peer" : `ahead of ${EVERYWHERE.join(", ")}`, beaten, 1);
    if (CLOSE_ON.includes(family)) add(`within ${CLOSE} times the best peer`, others, CLOSE);
    return verdicts;
  });
}
