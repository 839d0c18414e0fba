import type { Events } from "./events.ts";
import type { Many } from "./many.ts";
import type { Kind } from "./measures.ts";
import { count, median, mib, ms } from "./numbers.ts";
import type { Options } from "./options.ts";
import { isHeld, MOST_LAG, type Phase, PROMPT } from "./phase.ts";
import { middle, phasesOf } from "./tables.ts";

/** How often a thing may take the floor's time. */
const TIMES = 4;
const GIB = 2 ** 30;
const SESSIONS = 10_000;

/** What was to be reached, and whether it was. */
export function goalsOf(events: Events, many: Many, options: Options): string {
  return [promptness(events), sizes(many), news(many), knees(events, options)].join("\n");
}

function promptness(events: Events): string {
  const [floor, runlet] = [phasesOf(events, "floor", "quarter"), phasesOf(events, "runlet", "quarter")];
  const most = Math.max(TIMES * middle(floor, "p99"), PROMPT);
  const p99 = middle(runlet, "p99");
  const what = `at a quarter of the floor's throughput, ${perSecond(runlet)} clicks a second, the p99 is ${ms(p99)} ms`;
  if (middle(runlet, "lag") > MOST_LAG) return line(undefined, `${what}, but the generator was late`);
  const ratio = (p99 / middle(floor, "p99")).toFixed(1);
  return line(
    p99 <= most && middle(runlet, "late") === 0,
    `${what}: ${ratio} times the floor's, where ${TIMES} times or ${PROMPT} ms may be (${ms(most)} ms)`,
  );
}

function sizes({ crowds }: Many): string {
  const crowd = crowds.find(({ kind, sessions }) => kind === "runlet" && sessions >= SESSIONS);
  const what = `${count(SESSIONS)} sessions of 50 controls in 1 GiB`;
  if (crowd === undefined) return line(undefined, what);
  return line(crowd.memory.rss <= GIB, `${what}: ${mib(crowd.memory.rss)}`);
}

function news({ broadcasts, crowds }: Many): string {
  const [floor = Number.NaN, ...ours] = broadcasts.map(({ times }) => median(times));
  const worst = Math.max(...ours) / floor;
  const each = ours.map((time) => (time / floor).toFixed(2)).join(" and ");
  const audience = count(crowds[0]?.sessions ?? 0);
  return line(worst <= TIMES, `a broadcast to ${audience} sessions within ${TIMES} times the floor: ${each} times`);
}

/** No goal, but what one wants to know: up to where each keeps up. */
function knees(events: Events, { rates }: Options): string {
  const knee = (kind: Kind): string => {
    const held = rates.filter((rate) => {
      const phases = phasesOf(events, kind, rate);
      return phases.length > 0 && phases.filter(isHeld).length * 2 > phases.length;
    });
    return held.length > 0 ? `${count(Math.max(...held))} a second` : "none of them";
  };
  const all = [knee("runlet"), knee("floor")];
  const cpu = (kind: Kind): number => median(phasesOf(events, kind, "all").map((phase) => phase.cpu));
  const times = (cpu("runlet") / cpu("floor")).toFixed(1);
  return `- A click takes ${times} times the floor's processor. The highest rate at which all were answered in time, with a p99 of ${PROMPT} ms: Runlet ${all[0]}, the floor ${all[1]}.`;
}

function perSecond(phases: readonly Phase[]): string {
  return count(middle(phases, "sent") / middle(phases, "seconds"));
}

function line(isMet: boolean | undefined, what: string): string {
  return `- ${isMet === undefined ? "not measured" : isMet ? "met" : "**missed**"}: ${what}.`;
}
