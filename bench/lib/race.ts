import { inTurn } from "./app.ts";
import type { Pair } from "./job.ts";
import { drawAgain } from "./rows.ts";
import type { Step, Steps } from "./steps.ts";
import { collectGarbage, endOfTurn, interruptions, median } from "./timing.ts";

/** Measured cost of one side. */
export interface Cost {
  /** Microseconds per operation; `undefined` if it took longer than the time limit. */
  readonly time: number | undefined;
  /** Bytes of the commands as JSON. */
  readonly bytes: number;
}

/** Microseconds that the operations of one sample should take together. Their number has an upper limit. */
const SAMPLE_US = 1000;
const MAX_OPERATIONS = 64;
/** The same limit, in milliseconds, for operations that are undone one by one. It includes the undo operations. */
const SINGLES_MS = 10;
/**
 * Samples of up to this number of operations are of operations whose undo takes long and leaves much garbage. It is
 * collected before each of them.
 */
const FEW = 2;
/** Operations up to this duration, in microseconds, run twice before they are measured. */
const SHORT_US = 10_000;
/**
 * Operations from this duration on, in microseconds, leave much garbage, so all of it is collected before each sample.
 */
const HEAVY_US = 20_000;
/**
 * Operations from this duration on, in microseconds, are too slow to repeat often, so the first one counts as a sample.
 */
const LONG_US = 500_000;
/** Time limit of one operation. A slower operation is no longer measured. */
export const CAP_MS = 10_000;
/** Average milliseconds per sample, including untimed work, after which no further samples of a side are taken. */
const SAMPLE_MS = 250;
/** Warm-up: at least this many operations and this many microseconds, but at most `wallMs` milliseconds in total. */
const WARM = { operations: 20, us: 40_000, wallMs: 250 };

interface Sample {
  readonly time: number;
  readonly isInterrupted: boolean;
}

/** Warms up an operation, so that the compiler has optimized all operations before the measurement. */
export async function warm(steps: Steps): Promise<void> {
  const start = performance.now();
  let spent = 0;
  for (let run = 0; performance.now() - start < WARM.wallMs; run++) {
    if (run >= WARM.operations && spent >= WARM.us) break;
    spent += (await sample(steps, { count: 1 })).time;
    await endOfTurn();
  }
}

/**
 * Measures two sides alternately, so that a disturbance affects both. `alive` is called before and after each measured
 * part, which may take long.
 */
export async function race(pair: Pair<Steps>, samples: number, alive: () => void): Promise<Pair<Cost>> {
  const sides = [await Side.begin(pair[0], alive), await Side.begin(pair[1], alive)] as const;
  for (let count = 0; count < samples; count++) for (const side of sides) await side.next(samples * SAMPLE_MS);
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

  /** `wallMs` is the total time of the first sample, including untimed work. */
  private constructor(steps: Steps, alive: () => void, first: Sample, bytes: number, wallMs: number) {
    this.#steps = steps;
    this.#alive = alive;
    this.#bytes = bytes;
    this.#first = first.time;
    const batch = steps.isSingle ? SINGLES_MS / wallMs : SAMPLE_US / first.time;
    this.#batch = Math.min(MAX_OPERATIONS, Math.ceil(batch));
    if (first.time < LONG_US) return;
    this.#samples.push(first);
    this.#spentMs = wallMs;
  }

  static async begin(steps: Steps, alive: () => void): Promise<Side> {
    collectGarbage("major");
    let bytes = 0;
    const measureOnce = async (): Promise<[Sample, number]> => {
      // Both sides draw the same random positions, so that their bytes can be compared.
      drawAgain();
      const start = performance.now();
      const look = (commands: unknown) => {
        bytes = Buffer.byteLength(JSON.stringify(commands));
      };
      const first = await sample(steps, { count: 1, alive, look });
      return [first, performance.now() - start];
    };
    let [first, wallMs] = await measureOnce();
    if (first.time < SHORT_US) [first, wallMs] = await measureOnce();
    return new Side(steps, alive, first, bytes, wallMs);
  }

  async next(wallMs: number): Promise<void> {
    if (this.#spentMs > wallMs || this.#first > CAP_MS * 1000) return;
    const start = performance.now();
    await endOfTurn();
    const isHeavy = this.#first > HEAVY_US;
    collectGarbage(isHeavy ? "major" : "minor");
    const prelude = this.#first < SHORT_US ? Math.ceil(this.#batch / 4) : 0;
    const sampling = { count: this.#batch, prelude, alive: isHeavy ? this.#alive : undefined };
    this.#samples.push(await sample(this.#steps, sampling));
    this.#spentMs += performance.now() - start;
  }

  get cost(): Cost {
    const quiet = this.#samples.filter(({ isInterrupted }) => !isInterrupted);
    const used = quiet.length >= 3 ? quiet : this.#samples;
    const isOver = this.#first > CAP_MS * 1000;
    return { time: isOver ? undefined : median(used.map(({ time }) => time)), bytes: this.#bytes };
  }
}

/** Options of a sample. */
interface Sampling {
  /** Number of operations that are timed together. */
  readonly count: number;
  /** Number of untimed operations before them, because garbage collection and the end of a turn leave caches cold. */
  readonly prelude?: number;
  /** Called before and after the timed operations, which may take long. */
  readonly alive?: (() => void) | undefined;
  /** Called with the commands of the last operation. */
  readonly look?: (commands: unknown) => void;
}

/**
 * Takes one sample: the mean of a batch, in microseconds. The operations run in one go, or one by one if each must be
 * undone before the next.
 */
async function sample({ next, isSingle }: Steps, sampling: Sampling): Promise<Sample> {
  const { count, prelude = 0, alive, look } = sampling;
  const before = interruptions();
  let time = 0;
  const timed = async (steps: readonly Step[]): Promise<void> => {
    alive?.();
    const start = performance.now();
    await inTurn(steps.length, (index) => (steps[index] as Step).run());
    time += performance.now() - start;
    look?.(steps.at(-1)?.sent());
    alive?.();
  };
  if (isSingle) {
    for (let index = -prelude; index < count; index++) {
      const step = next();
      if (index >= 0 && prelude > 0 && count <= FEW) collectGarbage("minor");
      if (index < 0) await step.run();
      else await timed([step]);
      await step.after?.(1);
    }
  } else {
    const batch: Step[] = Array.from({ length: prelude + count }, next);
    await inTurn(prelude, (index) => (batch[index] as Step).run());
    await timed(batch.slice(prelude));
    await inTurn(batch.length, (index) => batch[index]?.after?.(batch.length - index));
  }
  return { time: (time * 1000) / count, isInterrupted: interruptions() > before };
}
