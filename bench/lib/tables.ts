import { peers } from "../peers/index.ts";
import { formatBytes, formatRatio, formatTable, formatTime } from "./format.ts";
import type { Result } from "./job.ts";
import { groupOf, nameOf, ratioOf, rows } from "./names.ts";
import { judgePeers } from "./peer-goals.ts";
import { judgeTargets } from "./targets.ts";
import { median } from "./timing.ts";
import { verdictSections } from "./verdicts.ts";

type Key = "time" | "floor" | "bytes" | "floorBytes" | "heap" | "floorHeap";

/** Returns the tables of times and bytes as Markdown. */
export function tablesOf(results: readonly Result[]): string {
  const groups = [...new Set(results.map(groupOf))];
  return groups.flatMap((group) => groupSections(group, results)).join("\n\n");
}

/** Returns the goals and whether they were met, as Markdown. */
export function verdictsOf(results: readonly Result[]): string {
  return [
    ...verdictSections("Targets", judgeTargets(results)),
    ...verdictSections("Against the peers", judgePeers(results)),
  ].join("\n\n");
}

function groupSections(group: string, all: readonly Result[]): string[] {
  const results = all.filter((result) => groupOf(result) === group);
  const sections = [
    `### ${group}: time of an update, and times the floor`,
    tableOf(results, "floor", formatTime, timeCell),
    `### ${group}: bytes of an update`,
    tableOf(results, "floorBytes", formatBytes, ({ bytes }) => formatBytes(bytes)),
  ];
  if (results.every(({ heap }) => heap === undefined)) return sections;
  const heaps = tableOf(results, "floorHeap", formatBytes, ({ heap }) => formatBytes(heap));
  return [...sections, `### ${group}: heap of a session`, heaps];
}

/** Returns a table with a row per workload and a column per peer. The floor is the median of all processes. */
function tableOf(
  results: readonly Result[],
  floor: Key,
  formatFloor: (value: number | undefined) => string,
  cell: (result: Result) => string,
): string {
  const names = Object.keys(peers).filter((name) => results.some(({ peer }) => peer === name));
  const lines = rows.flatMap(({ id, label }) => {
    const row = results.filter(({ workload }) => workload === id);
    if (row.length === 0) return [];
    const floors = row.map((result) => result[floor]).filter((value) => value !== undefined);
    const cells = names.map((name) => row.find(({ peer }) => peer === name));
    return [[label, formatFloor(median(floors)), ...cells.map((result) => (result === undefined ? "" : cell(result)))]];
  });
  return formatTable(["", "floor", ...names.map(nameOf)], lines);
}

function timeCell(result: Result): string {
  const { time } = result;
  return time === undefined ? formatTime(time) : `${formatTime(time)} ×${formatRatio(ratioOf(result))}`;
}
