import type { Answers, Kind } from "./measures.ts";
import type { Side } from "./side.ts";

/** Milliseconds that the 99th percentile of answers may take: what a person takes for at once. */
export const PROMPT = 25;
/** Milliseconds by which the generator may be late at its 99th percentile, or what it measures is itself. */
export const MOST_LAG = 5;

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

/** What a phase is to be. */
export interface Plan {
  readonly rate: Phase["rate"];
  /** Where that is no rate: clicks a second. */
  readonly perSecond?: number;
  readonly seconds: number;
  readonly seed: number;
}

/** One phase, and one line of what came of it. */
export async function measurePhase(side: Side, { rate, perSecond, seconds, seed }: Plan): Promise<Phase> {
  const { kind, generator } = side;
  const clicks = perSecond ?? Number(rate);
  const work = () =>
    rate === "all" ? generator.call("saturate", seconds) : generator.call("click", clicks, seconds, seed);
  const { result: answers, serverCpu, generatorCpu } = await side.watch(work);
  const { p99, late, lag } = answers;
  console.error(`  ${kind}, ${rate}: p99 ${p99.toFixed(1)} ms, ${late} late, lag ${lag.toFixed(1)} ms`);
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
