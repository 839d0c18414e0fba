import { inTurn } from "./app.ts";
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
/** Operations from here on leave so much garbage that all of it is collected before each sample. */
const HEAVY_US = 2000;
/** One operation longer than this is not measured any further. */
export const CAP_MS = 10_000;
/** No more samples are taken after this. */
const WALL_MS = 4000;
const WARM = { operations: 30, us: 60_000, wallMs: 400 };

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

/** Measures two by turns, so that what disturbs one disturbs both. */
export async function race([one, other]: readonly [Steps, Steps], rounds: number): Promise<[Cost, Cost]> {
  const first = await Lane.begin(one);
  const second = await Lane.begin(other);
  const start = performance.now();
  for (let round = 0; round < rounds && performance.now() - start < WALL_MS; round++) {
    await first.next();
    await second.next();
  }
  return [await first.cost(), await second.cost()];
}

class Lane {
  readonly #steps: Steps;
  readonly #samples: Sample[] = [];
  readonly #batch: number;
  readonly #isHeavy: boolean;
  readonly #isOver: boolean;

  /** `wallMs` is what the first took with all that is not timed. */
  private constructor(steps: Steps, first: Sample, wallMs: number) {
    this.#steps = steps;
    const batch = steps.isSingle ? SINGLES_MS / wallMs : SAMPLE_US / first.time;
    this.#batch = Math.min(MOST_OPERATIONS, Math.ceil(batch));
    this.#isHeavy = first.time > HEAVY_US;
    this.#isOver = first.time > CAP_MS * 1000;
    // Too long to be had often: the first counts.
    if (first.time > (WALL_MS * 1000) / 4) this.#samples.push(first);
  }

  static async begin(steps: Steps): Promise<Lane> {
    collectGarbage("major");
    let start = performance.now();
    let first = await sample(steps, 1);
    if (first.time < SAMPLE_US * 100) {
      start = performance.now();
      first = await sample(steps, 1);
    }
    return new Lane(steps, first, performance.now() - start);
  }

  async next(): Promise<void> {
    if (this.#isOver) return;
    await endOfTurn();
    collectGarbage(this.#isHeavy ? "major" : "minor");
    this.#samples.push(await sample(this.#steps, this.#batch));
  }

  async cost(): Promise<Cost> {
    // The same places for both, so that their bytes can be compared.
    drawAgain();
    const step = this.#steps.next();
    await step.run();
    const bytes = Buffer.byteLength(JSON.stringify(step.sent()));
    await step.after?.(1);
    if (this.#isOver) return { time: undefined, bytes };
    const quiet = this.#samples.filter(({ isInterrupted }) => !isInterrupted);
    const used = quiet.length >= 3 ? quiet : this.#samples;
    return { time: median(used.map(({ time }) => time)), bytes };
  }
}

/** The mean of a batch, in microseconds: in one go, or, where each must be taken back at once, one by one. */
async function sample({ next, isSingle }: Steps, count: number): Promise<Sample> {
  const before = interruptions();
  let time = 0;
  for (let left = isSingle ? count : 1; left > 0; left--) {
    const batch: Step[] = Array.from({ length: isSingle ? 1 : count }, next);
    const start = performance.now();
    await inTurn(batch.length, (index) => (batch[index] as Step).run());
    time += performance.now() - start;
    await inTurn(batch.length, (index) => batch[index]?.after?.(batch.length - index));
  }
  return { time: (time * 1000) / count, isInterrupted: interruptions() > before };
}
