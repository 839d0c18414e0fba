import { inTurn } from "./app.ts";
import type { Pair } from "./job.ts";
import { drawAgain } from "./rows.ts";
import type { Step, Steps } from "./steps.ts";
import { collectGarbage, endOfTurn, interruptions, median } from "./timing.ts";

/** What one side of a race cost. */
export interface Cost {
  /** Microseconds an operation; `undefined`: longer than the cap. */
  readonly time: number | undefined;
  /** Of the commands as JSON. */
  readonly bytes: number;
}

/** A sample is of as many operations as take this long together, up to the most. */
const SAMPLE_US = 100;
const MOST_OPERATIONS = 64;
/** Operations that are taken back one by one: as many as take this long with their way back. */
const SINGLES_MS = 10;
/** Operations up to here run twice before they are measured. */
const SHORT_US = 10_000;
/** Operations from here on leave so much garbage that all of it is collected before each sample. */
const HEAVY_US = 20_000;
/** Operations from here on are too long to be had often: the first counts as a sample. */
const LONG_US = 500_000;
/** One operation longer than this is not measured any further. */
export const CAP_MS = 10_000;
/** No more samples are taken of one side after this, with all that is not timed. */
const WALL_MS = 2000;
/** Runs before anything is measured: as many as this, and as long, but no longer than the wall. */
const WARM = { operations: 20, us: 40_000, wallMs: 250 };

interface Sample {
  readonly time: number;
  readonly isInterrupted: boolean;
}

/** Has an operation run hot. How often it ran before it is measured must not depend on how long it takes. */
export async function warm(steps: Steps): Promise<void> {
  const start = performance.now();
  let spent = 0;
  for (let run = 0; performance.now() - start < WARM.wallMs; run++) {
    if (run >= WARM.operations && spent >= WARM.us) break;
    spent += (await sample(steps, 1)).time;
    await endOfTurn();
  }
}

/** Measures two by turns, so that what disturbs one disturbs both. `alive` is called before what may take long. */
export async function race(pair: Pair<Steps>, rounds: number, alive: () => void): Promise<Pair<Cost>> {
  const sides = [await Side.begin(pair[0], alive), await Side.begin(pair[1], alive)] as const;
  for (let round = 0; round < rounds; round++) for (const side of sides) await side.next();
  return [sides[0].cost, sides[1].cost];
}

class Side {
  readonly #steps: Steps;
  readonly #alive: () => void;
  readonly #samples: Sample[] = [];
  readonly #bytes: number;
  readonly #batch: number;
  readonly #first: number;
  #spentMs = 0;

  /** `wallMs` is what the first took with all that is not timed. */
  private constructor(steps: Steps, alive: () => void, first: Sample, bytes: number, wallMs: number) {
    this.#steps = steps;
    this.#alive = alive;
    this.#bytes = bytes;
    this.#first = first.time;
    const batch = steps.isSingle ? SINGLES_MS / wallMs : SAMPLE_US / first.time;
    this.#batch = Math.min(MOST_OPERATIONS, Math.ceil(batch));
    if (first.time < LONG_US) return;
    this.#samples.push(first);
    this.#spentMs = wallMs;
  }

  static async begin(steps: Steps, alive: () => void): Promise<Side> {
    collectGarbage("major");
    let bytes = 0;
    const begun = async (): Promise<[Sample, number]> => {
      // The same places for both, so that their bytes can be compared.
      drawAgain();
      const start = performance.now();
      const first = await sample(steps, 1, alive, (commands) => {
        bytes = Buffer.byteLength(JSON.stringify(commands));
      });
      return [first, performance.now() - start];
    };
    let [first, wallMs] = await begun();
    if (first.time < SHORT_US) [first, wallMs] = await begun();
    return new Side(steps, alive, first, bytes, wallMs);
  }

  async next(): Promise<void> {
    if (this.#spentMs > WALL_MS || this.#first > CAP_MS * 1000) return;
    const start = performance.now();
    await endOfTurn();
    collectGarbage(this.#first > HEAVY_US ? "major" : "minor");
    this.#samples.push(await sample(this.#steps, this.#batch, this.#first > HEAVY_US ? this.#alive : undefined));
    this.#spentMs += performance.now() - start;
  }

  get cost(): Cost {
    const quiet = this.#samples.filter(({ isInterrupted }) => !isInterrupted);
    const used = quiet.length >= 3 ? quiet : this.#samples;
    const isOver = this.#first > CAP_MS * 1000;
    return { time: isOver ? undefined : median(used.map(({ time }) => time)), bytes: this.#bytes };
  }
}

/** The mean of a batch, in microseconds: in one go, or, where each must be taken back at once, one by one. */
async function sample(
  { next, isSingle }: Steps,
  count: number,
  alive?: () => void,
  look?: (commands: unknown) => void,
): Promise<Sample> {
  const before = interruptions();
  let time = 0;
  for (let left = isSingle ? count : 1; left > 0; left--) {
    const batch: Step[] = Array.from({ length: isSingle ? 1 : count }, next);
    alive?.();
    const start = performance.now();
    await inTurn(batch.length, (index) => (batch[index] as Step).run());
    time += performance.now() - start;
    look?.(batch.at(-1)?.sent());
    alive?.();
    await inTurn(batch.length, (index) => batch[index]?.after?.(batch.length - index));
  }
  return { time: (time * 1000) / count, isInterrupted: interruptions() > before };
}
