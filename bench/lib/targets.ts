import { formatBytes, formatRatio } from "./format.ts";
import type { Result } from "./job.ts";
import { labelOf, ratioOf } from "./names.ts";
import { type Verdict, verdict } from "./verdicts.ts";

/** Limits for a row of the tables. */
interface Target {
  readonly workload: string;
  readonly peer?: "runlet-general";
  /** Largest multiple of the floor's time: up to a size of 1,000, up to 10,000, and above it. */
  readonly times: readonly [number, number, number];
  /** Largest number of bytes, absolute or as a multiple of the floor's. */
  readonly bytes?: { readonly most: number } | { readonly times: number };
  /** Largest number of bytes of live objects per session. */
  readonly heap?: number;
}

const closeToFloor = { times: 1.15 };
/**
 * For workloads where the floor sends a list of ids, too. The ratio allows for ids with more digits, not for more ids.
 */
const oneListOfIds = { times: 1.15 };

const targets: readonly Target[] = [
  { workload: "mount", times: [2, 2.2, 2.5], bytes: { times: 1.25 } },
  ...["change-1", "change-100", "change-10%"].flatMap((workload): Target[] => [
    { workload, times: [3, 3, 3], bytes: closeToFloor },
    { workload: `${workload}-list`, times: [3, 4.5, 4.5], bytes: closeToFloor },
    { workload, peer: "runlet-general", times: [6, 8, 8], bytes: closeToFloor },
  ]),
  { workload: "append", times: [4, 4, 4], bytes: { most: 300 } },
  { workload: "insert", times: [4, 4, 4], bytes: { most: 300 } },
  { workload: "remove", times: [4, 4, 4], bytes: { most: 60 } },
  { workload: "swap", times: [6, 6, 6], bytes: { most: 150 } },
  { workload: "reverse", times: [6, 6, 6], bytes: oneListOfIds },
  { workload: "shuffle", times: [6, 6, 6], bytes: oneListOfIds },
  { workload: "replace", times: [2.5, 3, 3], bytes: { times: 1.25 } },
  { workload: "clear", times: [25, 100, 100], bytes: { most: 60 } },
  { workload: "clear-listeners", times: [50, 150, 150], bytes: { most: 60 } },
  { workload: "ticks", times: [3, 3, 3], bytes: closeToFloor },
  { workload: "sessions", times: [3.5, 3.5, 3.5], heap: 36_000 },
];

/** Compares the results with all targets that apply to them. */
export function judgeTargets(results: readonly Result[]): Verdict[] {
  return targets.flatMap((target) =>
    results
      .filter(({ workload, peer }) => workload === target.workload && peer === (target.peer ?? "runlet"))
      .flatMap((result) => judge(target, result)),
  );
}

function judge({ times, bytes, heap, peer }: Target, result: Result): Verdict[] {
  const label = peer === undefined ? labelOf(result) : `${labelOf(result)}, general lane`;
  const against = (kind: string, value: number, limit: number, format: (value: number) => string): Verdict =>
    verdict(`${label}: ${kind}`, result, value, limit, [format(value), format(limit)]);
  const { bytes: sent = Number.NaN, floorBytes = Number.NaN, heap: held = Number.NaN } = result;
  const verdicts = [
    against(
      "times the floor",
      ratioOf(result),
      times[result.size <= 1000 ? 0 : result.size <= 10_000 ? 1 : 2],
      formatRatio,
    ),
  ];
  if (bytes !== undefined && "most" in bytes) verdicts.push(against("bytes", sent, bytes.most, formatBytes));
  else if (bytes !== undefined)
    verdicts.push(against("times the floor's bytes", sent / floorBytes, bytes.times, formatRatio));
  if (heap !== undefined) verdicts.push(against("heap of a session", held, heap, formatBytes));
  return verdicts;
}
