import { formatBytes, formatRatio } from "./format.ts";
import type { Result } from "./job.ts";

/** What a row must not go over. */
interface Target {
  readonly workload: string;
  readonly peer?: "runlet-general";
  /** Times the floor: with 1,000 controls, and with more. Sessions have one number. */
  readonly times: readonly [number, number];
  /** Bytes, absolute or times the floor's. */
  readonly bytes?: { readonly most: number } | { readonly times: number };
  /** Bytes of live objects a session. */
  readonly heap?: number;
}

const closeToFloor = { times: 1.15 };
/** A list of ids is what the floor sends; ids of another length are no more of them. */
const oneListOfIds = { times: 1.15 };

const targets: readonly Target[] = [
  { workload: "mount", times: [2, 2.5], bytes: { times: 1.4 } },
  ...["change-1", "change-100", "change-10%"].flatMap((workload): Target[] => [
    { workload, times: [3, 3], bytes: closeToFloor },
    { workload: `${workload}-list`, times: [3, 4.5], bytes: closeToFloor },
    { workload, peer: "runlet-general", times: [6, 8], bytes: closeToFloor },
  ]),
  { workload: "append", times: [4, 4], bytes: { most: 420 } },
  { workload: "insert", times: [4, 4], bytes: { most: 420 } },
  { workload: "remove", times: [4, 4], bytes: { most: 60 } },
  { workload: "swap", times: [6, 6], bytes: { most: 150 } },
  { workload: "reverse", times: [6, 6], bytes: oneListOfIds },
  { workload: "shuffle", times: [6, 6], bytes: oneListOfIds },
  { workload: "replace", times: [2.5, 3], bytes: { times: 1.4 } },
  { workload: "clear", times: [25, 100], bytes: { most: 60 } },
  { workload: "clear-listeners", times: [50, 150], bytes: { most: 60 } },
  { workload: "ticks", times: [3, 3], bytes: closeToFloor },
  { workload: "sessions", times: [3.5, 3.5], heap: 40_000 },
];

/** One number against one limit. */
export interface Verdict {
  readonly what: string;
  readonly result: string;
  readonly limit: string;
  readonly isMet: boolean;
}

/** Every target that the results say something of. */
export function judgeTargets(results: readonly Result[], labelOf: (result: Result) => string): Verdict[] {
  return targets.flatMap((target) =>
    results
      .filter(({ workload, peer }) => workload === target.workload && peer === (target.peer ?? "runlet"))
      .flatMap((result) => judge(target, result, labelOf(result))),
  );
}

function judge({ times, bytes, heap }: Target, result: Result, what: string): Verdict[] {
  const verdicts: Verdict[] = [];
  const add = (kind: string, value: number, limit: number, format: (value: number) => string): void => {
    verdicts.push({ what: `${what}: ${kind}`, result: format(value), limit: format(limit), isMet: value <= limit });
  };
  const limit = times[result.size <= 1000 ? 0 : 1];
  add("times the floor", ratioOf(result), limit, formatRatio);
  if (bytes !== undefined && "most" in bytes) add("bytes", result.bytes ?? Number.NaN, bytes.most, formatBytes);
  else if (bytes !== undefined) add("times the floor's bytes", byteRatioOf(result), bytes.times, formatRatio);
  if (heap !== undefined) add("heap of a session", result.heap ?? Number.NaN, heap, formatBytes);
  return verdicts;
}

/** Times the floor of the same process. Longer than the cap is infinitely long. */
export function ratioOf({ time, floor }: Result): number {
  return time === undefined || floor === undefined ? Number.POSITIVE_INFINITY : time / floor;
}

function byteRatioOf({ bytes, floorBytes }: Result): number {
  return (bytes ?? Number.NaN) / (floorBytes ?? Number.NaN);
}
