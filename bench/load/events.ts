import type { Answers, Connected, Kind } from "./measures.ts";
import type { Options } from "./options.ts";
import { KINDS, type Side, startBoth, stopBoth } from "./side.ts";

/** Milliseconds that the 99th percentile of answers may take: what a person takes for at once. */
export const PROMPT = 25;
/** Milliseconds by which the generator may be late at its 99th percentile, or what it measures is itself. */
export const MOST_LAG = 5;
/** Seconds of clicks before anything is measured: code is compiled in them. */
const WARM_SECONDS = 2;
/** Rates in a row that a server may fall behind at: past its knee it is only further behind. */
const MOST_BEHIND = 2;

/** One phase of one server. */
export interface Phase {
  readonly kind: Kind;
  /** Clicks a second; "quarter": as many as a quarter of what the floor answers at most. */
  readonly rate: number | "quarter" | "all";
  readonly answers: Answers;
  /** Microseconds of the server's processor for each click. */
  readonly cpu: number;
  /** Which part of a core each took. */
  readonly serverShare: number;
  readonly generatorShare: number;
}

/** What the clicks came to, and how the clients came in. */
export interface Events {
  readonly phases: readonly Phase[];
  readonly connects: readonly { readonly kind: Kind; readonly connected: Connected }[];
  readonly lost: number;
}

/** Clicks at both servers by turns, each time at fresh processes: a program is compiled differently from start to start. */
export async function measureEvents(options: Options): Promise<Events> {
  const phases: Phase[] = [];
  const connects: { kind: Kind; connected: Connected }[] = [];
  let lost = 0;
  for (let round = 1; round <= options.rounds; round++) {
    const sides = await startBoth(options.profile);
    const order = round % 2 === 1 ? KINDS : KINDS.toReversed();
    for (const kind of order)
      connects.push({ kind, connected: await sides[kind].generator.call("connect", options.sessions) });
    const add = async (kind: Kind, rate: Phase["rate"], perSecond: number): Promise<Phase> => {
      const phase = await measure(sides[kind], kind, rate, perSecond, options.seconds, round);
      phases.push(phase);
      const { p99, late, lag } = phase.answers;
      console.error(
        `${round}/${options.rounds}  ${kind}, ${rate}: p99 ${p99.toFixed(1)} ms, ${late} late, lag ${lag.toFixed(1)} ms`,
      );
      return phase;
    };
    for (const kind of order) await sides[kind].generator.call("saturate", WARM_SECONDS);
    let most = 0;
    for (const kind of order) {
      const { answers } = await add(kind, "all", 0);
      if (kind === "floor") most = answers.sent / answers.seconds;
    }
    for (const kind of order) await add(kind, "quarter", most / 4);
    const behind = { floor: 0, runlet: 0 };
    for (const rate of options.rates) {
      for (const kind of order) {
        if (behind[kind] >= MOST_BEHIND) continue;
        behind[kind] = isHeld(await add(kind, rate, rate)) ? 0 : behind[kind] + 1;
      }
    }
    lost += await stopBoth(sides);
  }
  return { phases, connects, lost };
}

async function measure(
  side: Side,
  kind: Kind,
  rate: Phase["rate"],
  perSecond: number,
  seconds: number,
  seed: number,
): Promise<Phase> {
  const { generator } = side;
  const work = () =>
    rate === "all" ? generator.call("saturate", seconds) : generator.call("click", perSecond, seconds, seed);
  const { result: answers, serverCpu, generatorCpu } = await side.watch(work);
  const share = (cpu: number): number => cpu / 1e6 / answers.seconds;
  return {
    kind,
    rate,
    answers,
    cpu: serverCpu / answers.sent,
    serverShare: share(serverCpu),
    generatorShare: share(generatorCpu),
  };
}

/** A server keeps up with what it was asked for. */
export function isHeld({ answers }: Phase): boolean {
  return answers.late === 0 && answers.p99 <= PROMPT;
}
