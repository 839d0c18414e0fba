import { formatTable } from "../lib/format.ts";
import type { Events } from "./events.ts";
import type { Many } from "./many.ts";
import type { Answers, Kind } from "./measures.ts";
import { count, kib, LABELS, median, mib, ms, spread } from "./numbers.ts";
import type { Options } from "./options.ts";
import { MOST_LAG, type Phase } from "./phase.ts";
import { KINDS } from "./side.ts";

/** What was clicked at. */
interface Clicked {
  readonly phases: readonly Phase[];
}

export function phasesOf({ phases }: Clicked, kind: Kind, rate: Phase["rate"]): readonly Phase[] {
  return phases.filter((phase) => phase.kind === kind && phase.rate === rate);
}

export function middle(phases: readonly Phase[], what: keyof Answers): number {
  return median(phases.map(({ answers }) => answers[what]));
}

/** What both answer at most. */
export function capacityTable(events: Events): string {
  const rows = KINDS.map((kind) => {
    const phases = phasesOf(events, kind, "all");
    const rates = phases.map(({ answers }) => answers.sent / answers.seconds);
    const share = (what: "serverShare" | "generatorShare") =>
      `${Math.round(median(phases.map((phase) => phase[what])) * 100)} %`;
    const cpu = median(phases.map((phase) => phase.cpu));
    return [
      LABELS[kind],
      count(median(rates)),
      spread(rates, count),
      `${cpu.toFixed(1)} µs`,
      ms(middle(phases, "p50")),
      ms(middle(phases, "p99")),
      share("serverShare"),
      share("generatorShare"),
    ];
  });
  const head = ["", "answers a second", "spread", "processor, each", "p50", "p99", "server's core", "generator's core"];
  return formatTable(head, rows);
}

/** Clicks at a rate: a row for each server and rate. */
export function clickTable(clicked: Clicked, rates: readonly Phase["rate"][], { rounds }: Options): string {
  const rows = rates.flatMap((rate) =>
    KINDS.flatMap((kind) => {
      const phases = phasesOf(clicked, kind, rate);
      return phases.length === 0 ? [] : [clickRow(kind, rate, phases, rounds)];
    }),
  );
  const head = [
    "clicks a second",
    "p50",
    "p99",
    "spread of p99",
    "p99.9",
    "max",
    "sent",
    "in time",
    "late",
    "processor",
    "lag",
  ];
  return formatTable(head, rows);
}

function clickRow(kind: Kind, rate: Phase["rate"], phases: readonly Phase[], rounds: number): string[] {
  const at = (what: keyof Answers): number => middle(phases, what);
  const all = (what: keyof Answers): number => phases.reduce((sum, { answers }) => sum + answers[what], 0);
  const perSecond = rate === "quarter" ? `${count(at("sent") / at("seconds"))} (a quarter)` : count(rate as number);
  const runs = phases.length < rounds ? `, ${phases.length} of ${rounds}` : "";
  return [
    `${perSecond}, ${LABELS[kind]}${runs}`,
    ms(at("p50")),
    ms(at("p99")),
    spread(
      phases.map(({ answers }) => answers.p99),
      ms,
    ),
    ms(at("p999")),
    ms(at("max")),
    count(all("sent")),
    count(all("answered")),
    count(all("late")),
    `${median(phases.map(({ cpu }) => cpu)).toFixed(1)} µs`,
    `${ms(at("lag"))}${at("lag") > MOST_LAG ? " !" : ""}`,
  ];
}

export function connectTable(events: Events, many: Many): string {
  const rows = KINDS.map((kind) => {
    const all = [...events.connects, ...many.connects].filter((each) => each.kind === kind);
    const rates = all.map(({ connected }) => connected.connected / connected.seconds);
    const total = (what: "connected" | "failed") => all.reduce((sum, { connected }) => sum + connected[what], 0);
    return [
      LABELS[kind],
      count(median(rates)),
      spread(rates, count),
      count(total("connected")),
      count(total("failed")),
    ];
  });
  return formatTable(["", "connected a second", "spread", "in all", "failed"], rows);
}

export function memoryTable({ crowds }: Many): string {
  const rows = crowds.map(({ kind, sessions, memory, empty }) => [
    `${count(sessions)} sessions, ${LABELS[kind]}`,
    mib(memory.rss),
    mib(memory.rssAfterGc),
    mib(memory.peak),
    kib((memory.rssAfterGc - empty.rssAfterGc) / sessions),
    kib((memory.heapAfterGc - empty.heapAfterGc) / sessions),
  ]);
  return formatTable(["", "as found", "after gc", "peak", "a session", "of it, heap"], rows);
}

export function broadcastTable({ broadcasts }: Many): string {
  const rows = broadcasts.map(({ kind, way, times, cpu }) => [
    kind === "floor" ? LABELS.floor : way === "observable" ? "Runlet, a shared observable" : "Runlet, page.pubsub",
    ms(median(times)),
    spread(times, ms),
    ms(median(cpu)),
  ]);
  return formatTable(["until the last client has it", "ms", "spread", "processor, ms"], rows);
}
