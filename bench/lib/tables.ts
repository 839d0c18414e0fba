import { peers } from "../peers/index.ts";
import { formatBytes, formatRatio, formatTable, formatTime } from "./format.ts";
import type { Result } from "./job.ts";
import { judgePeers } from "./peer-goals.ts";
import { judgeTargets, ratioOf, type Verdict } from "./targets.ts";
import { median } from "./timing.ts";
import { type Family, mount, sessions, ticks, workloads } from "./workloads.ts";

const rows = [mount, ...workloads, ticks, sessions];
const KINDS = { tree: "controls", ticks: "cells", sessions: "sessions" } as const;

/** All results as sections of Markdown. */
export function tablesOf(results: readonly Result[]): string {
  const groups = [...new Set(results.map(groupOf))];
  const sections = groups.flatMap((group) =>
    groupSections(
      group,
      results.filter((result) => groupOf(result) === group),
    ),
  );
  return [
    ...sections,
    verdictSection("Targets", judgeTargets(results, labelOf)),
    verdictSection("Peers", judgePeers(results, familyOf, labelOf)),
  ]
    .filter((section) => section !== "")
    .join("\n\n");
}

function groupOf({ kind, size }: Result): string {
  return `${size.toLocaleString("en")} ${KINDS[kind]}`;
}

function groupSections(group: string, results: readonly Result[]): string[] {
  const names = Object.keys(peers).filter((name) => results.some(({ peer }) => peer === name));
  const head = ["", "floor", ...names.map((name) => peers[name]?.label ?? name)];
  const present = rows.filter(({ id }) => results.some(({ workload }) => workload === id));
  const table = (floorCell: (of: readonly Result[]) => string, cell: (result: Result) => string): string =>
    formatTable(
      head,
      present.map(({ id, label }) => {
        const row = results.filter(({ workload }) => workload === id);
        const cells = names.map((name) => row.find(({ peer }) => peer === name));
        return [label, floorCell(row), ...cells.map((result) => (result === undefined ? "" : cell(result)))];
      }),
    );
  const middle = (values: readonly (number | undefined)[]) => median(values.filter((value) => value !== undefined));
  const times = table((row) => formatTime(middle(row.map(({ floor }) => floor))), timeCell);
  const bytes = table(
    (row) => formatBytes(middle(row.map(({ floorBytes }) => floorBytes))),
    (result) => (result.bytes === undefined ? "" : formatBytes(result.bytes)),
  );
  const sections = [
    `### ${group}: time of an update, and times the floor\n\n${times}`,
    `### ${group}: bytes\n\n${bytes}`,
  ];
  if (results.every(({ heap }) => heap === undefined)) return sections;
  const heap = table(
    (row) => formatBytes(middle(row.map(({ floorHeap }) => floorHeap))),
    (result) => (result.heap === undefined ? "" : formatBytes(result.heap)),
  );
  return [...sections, `### ${group}: heap of a session\n\n${heap}`];
}

function timeCell(result: Result): string {
  return result.time === undefined
    ? formatTime(undefined)
    : `${formatTime(result.time)} ×${formatRatio(ratioOf(result))}`;
}

function verdictSection(title: string, verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return "";
  const met = verdicts.filter(({ isMet }) => isMet).length;
  const lines = verdicts.map(({ what, result, limit, isMet }) => [what, result, limit, isMet ? "met" : "NOT met"]);
  return `### ${title}: ${met} of ${verdicts.length} met\n\n${formatTable(["", "Runlet", "at most", ""], lines)}`;
}

function labelOf(result: Result): string {
  return `${rows.find(({ id }) => id === result.workload)?.label}, ${groupOf(result)}`;
}

function familyOf({ workload }: Result): Family {
  return rows.find(({ id }) => id === workload)?.family ?? "list";
}
