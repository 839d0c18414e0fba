import { formatTable } from "./format.ts";
import type { Result } from "./job.ts";
import { groupOf } from "./names.ts";

/** Result of comparing one number with one limit. */
export interface Verdict {
  /** Description of the number, without the size. */
  readonly what: string;
  readonly of: Result;
  /** Text of the comparison: "2.46 ≤ 3", or "3.81 > 3" if the limit is exceeded. */
  readonly text: string;
  readonly isMet: boolean;
}

export function verdict(what: string, of: Result, value: number, limit: number, texts: [value: string, limit: string]) {
  const isMet = value <= limit;
  return { what, of, isMet, text: isMet ? `${texts[0]} ≤ ${texts[1]}` : `**${texts[0]} > ${texts[1]}**` };
}

/** Returns tables for trees, ticks and sessions, with a row per goal and a column per size. */
export function verdictSections(title: string, verdicts: readonly Verdict[]): string[] {
  if (verdicts.length === 0) return [];
  const met = verdicts.filter(({ isMet }) => isMet).length;
  const tables = (["tree", "ticks", "sessions"] as const).flatMap((kind) => {
    const here = verdicts.filter(({ of }) => of.kind === kind);
    return here.length === 0 ? [] : [tableOf(here)];
  });
  return [`### ${title}: ${met} of ${verdicts.length} met`, ...tables];
}

function tableOf(verdicts: readonly Verdict[]): string {
  const groups = [...new Set(verdicts.map(({ of }) => groupOf(of)))];
  const lines = [...new Set(verdicts.map(({ what }) => what))].map((asked) => [
    asked,
    ...groups.map((group) => verdicts.find(({ what, of }) => what === asked && groupOf(of) === group)?.text ?? ""),
  ]);
  return formatTable(["", ...groups], lines);
}
