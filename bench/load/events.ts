import type { Answers, Connected, Kind } from "./measures.ts";
import type { Options } from "./options.ts";
import { measurePhase, type Phase } from "./phase.ts";
import { KINDS, startBoth, stopBoth } from "./side.ts";

/** Seconds of clicks before anything is measured: code is compiled in them. */
const WARM_SECONDS = 2;
/** Rates in a row that a server may fall behind at: past its knee it is only further behind. */
const MOST_BEHIND = 2;

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
    console.error(`Clicks, ${round} of ${options.rounds}`);
    const order = round % 2 === 1 ? KINDS : KINDS.toReversed();
    for (const kind of order) {
      connects.push({ kind, connected: await sides[kind].generator.call("connect", options.sessions) });
    }
    const add = async (kind: Kind, rate: Phase["rate"], perSecond?: number): Promise<Answers> => {
      const plan = { rate, seconds: options.seconds, seed: round, ...(perSecond !== undefined && { perSecond }) };
      const phase = await measurePhase(sides[kind], plan);
      phases.push(phase);
      return phase.answers;
    };
    for (const kind of order) await sides[kind].generator.call("saturate", WARM_SECONDS);
    let most = 0;
    for (const kind of order) {
      const { sent, seconds } = await add(kind, "all");
      if (kind === "floor") most = sent / seconds;
    }
    for (const kind of order) await add(kind, "quarter", most / 4);
    const behind = { floor: 0, runlet: 0 };
    for (const rate of options.rates) {
      for (const kind of order) {
        if (behind[kind] >= MOST_BEHIND) continue;
        const { late } = await add(kind, rate);
        behind[kind] = late === 0 ? 0 : behind[kind] + 1;
      }
    }
    lost += await stopBoth(sides);
  }
  return { phases, connects, lost };
}
