import type { BroadcastWay, Connected, Kind, Memory } from "./measures.ts";
import type { Options } from "./options.ts";
import { measurePhase, type Phase } from "./phase.ts";
import { KINDS, pause, type Sides, startBoth, stopBoth } from "./side.ts";

/** Milliseconds until clients have acknowledged what they were sent. */
const SETTLE = 500;
const IDLE = 2000;

/** Clicks a second that are asked of a server with all its sessions. */
const MOST_CLICKS = 10_000;
const WARM_SECONDS = 2;

/** Sessions that do nothing. */
export interface Crowded {
  readonly kind: Kind;
  readonly sessions: number;
  readonly memory: Memory;
  /** Of the process with no session. */
  readonly empty: Memory;
}

/** One text changed for everybody, several times. */
export interface Broadcasts {
  readonly kind: Kind;
  readonly way: BroadcastWay;
  /** Milliseconds until the last client has it. */
  readonly times: readonly number[];
  /** Milliseconds of the server's processor. */
  readonly cpu: readonly number[];
}

export interface Many {
  readonly crowds: readonly Crowded[];
  readonly broadcasts: readonly Broadcasts[];
  /** Clicks of all of them. */
  readonly phases: readonly Phase[];
  readonly connects: readonly { readonly kind: Kind; readonly connected: Connected }[];
  readonly lost: number;
}

/** The floor sends the same bytes whatever the app would do. */
const ways: readonly (readonly [Kind, BroadcastWay])[] = [
  ["floor", "observable"],
  ["runlet", "observable"],
  ["runlet", "pubsub"],
];

/** So many sessions in one process: what they take, and how long news are on their way to all of them. */
export async function measureMany(options: Options): Promise<Many> {
  const { audience, most } = options;
  const sides = await startBoth();
  const crowds: Crowded[] = [];
  const connects: { kind: Kind; connected: Connected }[] = [];
  const empty = { floor: await sides.floor.server.call("memory"), runlet: await sides.runlet.server.call("memory") };
  const fill = async (kind: Kind, more: number): Promise<void> => {
    if (more > 0) connects.push({ kind, connected: await sides[kind].generator.call("connect", more) });
    await pause(IDLE);
  };
  const weigh = async (kind: Kind, sessions: number): Promise<void> => {
    const memory = await sides[kind].server.call("memory");
    crowds.push({ kind, sessions, memory, empty: empty[kind] });
    console.error(`${kind}, ${sessions} sessions: ${(memory.rss / 2 ** 20).toFixed(0)} MiB`);
  };
  for (const kind of KINDS) {
    await fill(kind, audience);
    await weigh(kind, audience);
  }
  const broadcasts = ways.map(([kind, way]) => ({ kind, way, times: [] as number[], cpu: [] as number[] }));
  for (let n = 0; n < options.broadcasts; n++) {
    for (const { kind, way, times, cpu } of broadcasts) {
      const { server, generator } = sides[kind];
      const { result, serverCpu } = await sides[kind].watch(async () => {
        await generator.call("listen");
        const began = await server.call("broadcast", way);
        return (await generator.call("heard")) - began;
      });
      times.push(result);
      cpu.push(serverCpu / 1000);
      await pause(SETTLE);
    }
  }
  if (most > audience) {
    for (const kind of KINDS) {
      await fill(kind, most - audience);
      await weigh(kind, most);
    }
  }
  const phases = await clickAll(sides, options);
  return { crowds, broadcasts, phases, connects, lost: await stopBoth(sides) };
}

async function clickAll(sides: Sides, { rates, rounds, seconds }: Options): Promise<Phase[]> {
  const phases: Phase[] = [];
  const some = crowdRates(rates);
  for (const kind of KINDS) await sides[kind].generator.call("click", some[0] ?? MOST_CLICKS, WARM_SECONDS, 0);
  for (let seed = 1; seed <= rounds; seed++) {
    for (const rate of some) {
      for (const kind of KINDS) phases.push(await measurePhase(sides[kind], { rate, seconds, seed }));
    }
  }
  return phases;
}

/** Two of the rates are enough to see whether many sessions make a difference. */
export function crowdRates(rates: readonly number[]): readonly number[] {
  return rates.filter((rate) => rate <= MOST_CLICKS).slice(-2);
}
