import { formatTable } from "./format.ts";
import type { Result } from "./job.ts";
import { groupOf } from "./names.ts";

/** One number against one limit. */
export interface Verdict {
  /** Of what it is, without the size. */
  readonly what: string;
  readonly of: Result;
  /** "2.46 ≤ 3", or "3.81 > 3" where it is not met. */
  readonly text: string;
  readonly isMet: boolean;
}

export function verdict(what: string, of: Result, value: number, limit: number, texts: [value: string, limit: string]) {
  const isMet = value <= limit;
  return { what, of, isMet, text: isMet ? `${texts[0]} ≤ ${texts[1]}` : `**${texts[0]} > ${texts[1]}**` };
}

/** A table for trees, ticks and sessions each: what was asked, and what came of it at each size. */
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
