/**
 * `npm run bench:load`: measures how many clients one process serves, and how fast, compared with a bare `ws` server.
 */
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { formatTable } from "../lib/format.ts";
import { type Answers, Crowd } from "./crowd.ts";
import { type Kind, pinGenerator, Server } from "./server.ts";

const { values } = parseArgs({
  options: {
    sessions: { type: "string", default: "1000" },
    most: { type: "string", default: "10000" },
    seconds: { type: "string", default: "5" },
    rates: { type: "string", default: "1000,2000,5000,10000,15000,20000,30000" },
    rounds: { type: "string", default: "3" },
    write: { type: "boolean", default: false },
  },
});
const [sessions, most, seconds, rounds] = [values.sessions, values.most, values.seconds, values.rounds].map(Number) as [
  number,
  number,
  number,
  number,
];
const rates = values.rates.split(",").map(Number);
const KINDS: readonly Kind[] = ["floor", "runlet"];
/** Largest p99 of the generator's own delay, in milliseconds. A phase with a larger delay is not valid. */
const MAX_LAG = 5;

const isPinned = pinGenerator();
const load = loadavg()[0] as number;
const lines: string[] = [];
const goals: string[] = [];
const say = (text: string): void => {
  console.log(text);
  lines.push(text);
};

// ---- clicks ---------------------------------------------------------------------------------------

interface Phase {
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
  readonly isGood: boolean;
  readonly lag: number;
}

const servers = new Map<Kind, { server: Server; crowd: Crowd }>();
for (const kind of KINDS) {
  const server = await Server.start(kind);
  const crowd = new Crowd(server.port);
  await crowd.join(sessions);
  await crowd.click(Math.min(2000, sessions * 2), 2);
  servers.set(kind, { server, crowd });
}
const phases = new Map<string, Phase[]>();
for (const rate of rates) {
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS) {
      const key = `${kind} ${rate}`;
      const before = phases.get(`${kind} ${rates[rates.indexOf(rate) - 1]}`);
      // A server that could not keep up with the last rate cannot keep up with a higher one.
      if (before?.every(({ isGood }) => !isGood)) continue;
      const phase = summary(await (servers.get(kind) as { crowd: Crowd }).crowd.click(rate, seconds));
      phases.set(key, [...(phases.get(key) ?? []), phase]);
      console.error(`${key}: p99 ${phase.p99.toFixed(1)} ms, lag ${phase.lag.toFixed(1)} ms`);
    }
  }
}
const middle = (kind: Kind, rate: number): Phase | undefined =>
  (phases.get(`${kind} ${rate}`) ?? []).toSorted((a, b) => a.p99 - b.p99)[Math.floor(rounds / 2)];
say(
  `### Clicks of ${sessions.toLocaleString("en")} sessions: milliseconds from due time to answer, median of ${rounds} runs by p99\n`,
);
const head = ["clicks a second", "floor p50", "p99", "Runlet p50", "p99", "p99.9", "max", "p99, times the floor"];
say(
  formatTable(
    head,
    rates.map((rate) => {
      const [floor, runlet] = [middle("floor", rate), middle("runlet", rate)];
      const ratio = floor && runlet ? (runlet.p99 / floor.p99).toFixed(2) : "";
      return [
        rate.toLocaleString("en"),
        ms(floor, "p50"),
        ms(floor, "p99"),
        ms(runlet, "p50"),
        ms(runlet, "p99"),
        ms(runlet, "p999"),
        ms(runlet, "max"),
        ratio,
      ];
    }),
  ),
);
say(
  '\n"behind" means that not all clicks were answered within two seconds, that p99 was 250 ms or more, or that the generator itself was late.\n',
);
// The servers are measured alternately; the median of three counts.
const saturated: { [K in Kind]: number[] } = { floor: [], runlet: [] };
for (let round = 0; round < 3; round++) {
  for (const kind of KINDS) saturated[kind].push(await (servers.get(kind) as { crowd: Crowd }).crowd.saturate(seconds));
}
const [floorMost, runletMost] = KINDS.map((kind) =>
  Math.round(saturated[kind].toSorted((a, b) => a - b)[1] as number),
) as [number, number];
say(
  `When each session clicks again as soon as its last click is answered, the floor answers ${floorMost.toLocaleString("en")} clicks a second and Runlet ${runletMost.toLocaleString("en")}.\n`,
);
const common = rates.filter((rate) => middle("floor", rate)?.isGood && middle("runlet", rate)?.isGood);
const isPrompt = common.every((rate) => {
  const [floor, runlet] = [middle("floor", rate) as Phase, middle("runlet", rate) as Phase];
  return runlet.p99 <= Math.max(4 * floor.p99, 25);
});
goal(
  isPrompt && common.length > 0,
  `p99 at most 4 times the floor's or 25 ms, at ${common.map((rate) => rate.toLocaleString("en")).join(", ")} clicks a second`,
);
goal(runletMost * 4 >= floorMost, `a quarter of the floor's throughput: ${(runletMost / floorMost).toFixed(2)} of it`);
for (const { crowd, server } of servers.values()) {
  crowd.leave();
  server.stop();
}

// ---- many -----------------------------------------------------------------------------------------

const MIB = 1024 * 1024;
const rows: string[][] = [];
const broadcasts = new Map<Kind, number>();
for (const kind of KINDS) {
  const server = await Server.start(kind);
  const crowd = new Crowd(server.port);
  const empty = await server.memory();
  const half = Math.min(5000, most);
  const perSecond = await crowd.join(half);
  const times: number[] = [];
  for (let n = 0; n < 9; n++) {
    const last = crowd.news(half);
    const { began } = await server.broadcast();
    times.push((await last) - began);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  broadcasts.set(kind, times.sort((a, b) => a - b)[4] as number);
  if (most > half) await crowd.join(most - half);
  const full = await server.memory();
  rows.push([
    kind === "floor" ? "floor" : "Runlet",
    Math.round(perSecond).toLocaleString("en"),
    `${crowd.failed}`,
    `${Math.round(broadcasts.get(kind) as number)} ms`,
    `${((full.rss - empty.rss) / crowd.size / 1024).toFixed(1)} KiB`,
    `${((full.heapUsed - empty.heapUsed) / crowd.size / 1024).toFixed(1)} KiB`,
    `${Math.round(full.rss / MIB)} MiB`,
  ]);
  if (kind === "runlet")
    goal(
      full.rss < 1024 * MIB,
      `${crowd.size.toLocaleString("en")} sessions of 50 controls in 1 GiB: ${Math.round(full.rss / MIB)} MiB`,
    );
  crowd.leave();
  server.stop();
}
say(
  `\n### ${most.toLocaleString("en")} sessions of 50 controls, and the time until a broadcast has reached the last of ${Math.min(5000, most).toLocaleString("en")}\n`,
);
say(
  formatTable(
    ["", "connections a second", "failed", "broadcast", "memory per session", "heap per session", "total"],
    rows,
  ),
);
const ratio = (broadcasts.get("runlet") as number) / (broadcasts.get("floor") as number);
goal(ratio <= 4, `a broadcast within 4 times the floor: ${ratio.toFixed(2)}`);
say(`\n### Goals\n\n${goals.join("\n")}`);
if (values.write) write();
process.exit();

function goal(isMet: boolean, what: string): void {
  goals.push(`- ${isMet ? "met" : "**missed**"}: ${what}`);
}

function summary({ sent, answered, times, lags }: Answers): Phase {
  const at = (of: Float64Array, share: number) =>
    of[Math.min(of.length - 1, Math.floor(of.length * share))] ?? Number.POSITIVE_INFINITY;
  const lag = at(lags, 0.99);
  const isGood = answered === sent && lag < MAX_LAG && at(times, 0.99) < 250;
  return { p50: at(times, 0.5), p99: at(times, 0.99), p999: at(times, 0.999), max: at(times, 1), isGood, lag };
}

function ms(phase: Phase | undefined, what: "p50" | "p99" | "p999" | "max"): string {
  if (phase === undefined) return "";
  return phase.isGood ? phase[what].toFixed(1) : "behind";
}

function write(): void {
  const machine = `${cpus().length} cores of ${cpus()[0]?.model}, Node ${process.versions.node}`;
  writeFileSync(
    "docs/contributing/load.md",
    `# Under load

${new Date().toISOString().slice(0, 10)}, ${machine}; load ${load.toFixed(1)} at the start, ${(loadavg()[0] as number).toFixed(1)} at the end. \`npm run bench:load -- --write\` writes this page.

This is an open-loop measurement. A generator in a separate process${isPinned ? " on a separate core" : ""} sends clicks at a fixed rate, one session after
another, whether or not the last click was answered. The time of a click counts from the moment it was due. A click runs a
handler that sets one text of a page of 50 controls. **The floor** is a bare \`ws\` server that decodes the message and sends
one of the same size; it keeps no session. Both servers were measured alternately in the same run.

${lines.join("\n")}
`,
  );
}
