import { formatRatio } from "./format.ts";
import type { Result } from "./job.ts";
import { familyOf, labelOf, nameOf, ratioOf } from "./names.ts";
import { type Verdict, verdict } from "./verdicts.ts";
import type { Family } from "./workloads.ts";

/** Peers that Runlet should beat in every row. */
const EVERYWHERE: readonly string[] = ["react", "vue", "json-patch"];
/** Largest ratio of Runlet's time to the best peer's time in the rows of the families below. */
const CLOSE = 3;
const CLOSE_ON: readonly Family[] = ["property", "ticks", "mount"];
/** Smallest tree that is compared. */
const LEAST = 10_000;

/** Compares Runlet with its peers. Each is represented by its ratio to the floor of its own process. */
export function judgePeers(results: readonly Result[]): Verdict[] {
  return results
    .filter(({ peer, kind, size }) => peer === "runlet" && (kind !== "tree" || size >= LEAST))
    .flatMap((row) =>
      judge(
        row,
        results.filter((other) => isRival(row, other)),
      ),
    );
}

function isRival(row: Result, { peer, kind, size, workload }: Result): boolean {
  return workload === row.workload && kind === row.kind && size === row.size && !peer.startsWith("runlet");
}

function judge(row: Result, rivals: readonly Result[]): Verdict[] {
  const verdicts: Verdict[] = [];
  const against = (kind: string, some: readonly Result[], times: number): void => {
    const best = some.toSorted((a, b) => ratioOf(a) - ratioOf(b))[0];
    if (best === undefined) return;
    const limit = ratioOf(best) * times;
    const texts: [string, string] = [formatRatio(ratioOf(row)), `${formatRatio(limit)} (${nameOf(best.peer)})`];
    verdicts.push(verdict(`${labelOf(row)}: ${kind}`, row, ratioOf(row), limit, texts));
  };
  const family = familyOf(row);
  if (family === "list") against("ahead of every peer", rivals, 1);
  else
    against(
      `ahead of ${EVERYWHERE.map(nameOf).join(", ")}`,
      rivals.filter(({ peer }) => EVERYWHERE.includes(peer)),
      1,
    );
  if (CLOSE_ON.includes(family)) against(`within ${CLOSE} times the best peer`, rivals, CLOSE);
  return verdicts;
}
