import type { Times } from "./measures.ts";

/** Steps in each doubling: a value is off by less than one in this many. */
const STEPS = 128;
const STEP_BITS = 7;
/** Microseconds: the last of 32 doublings is more than an hour. */
const DOUBLINGS = 32 - STEP_BITS;

/** Counts times in steps that grow with them: as many as one likes, in little memory, to within a hundredth. */
export class Histogram {
  readonly #counts = new Uint32Array(STEPS * (DOUBLINGS + 1));
  #count = 0;
  #max = 0;

  get count(): number {
    return this.#count;
  }

  /** Milliseconds. */
  record(ms: number): void {
    const us = Math.max(0, Math.round(ms * 1000));
    const at = indexOf(us);
    this.#counts[at] = (this.#counts[at] as number) + 1;
    this.#count++;
    if (ms > this.#max) this.#max = ms;
  }

  /** Milliseconds that no more than the rest of them took longer than. */
  percentile(share: number): number {
    const wanted = Math.ceil(this.#count * share);
    let seen = 0;
    for (let at = 0; at < this.#counts.length; at++) {
      seen += this.#counts[at] as number;
      if (seen >= wanted && seen > 0) return Math.min(this.#max, highestOf(at) / 1000);
    }
    return 0;
  }

  times(): Times {
    return { p50: this.percentile(0.5), p99: this.percentile(0.99), p999: this.percentile(0.999), max: this.#max };
  }
}

function indexOf(us: number): number {
  if (us < STEPS) return us;
  const doubling = Math.min(DOUBLINGS, 31 - Math.clz32(us) - STEP_BITS + 1);
  return doubling * STEPS + Math.min(STEPS - 1, Math.floor(us / 2 ** (doubling - 1)) - STEPS);
}

/** The largest value that is counted there. */
function highestOf(index: number): number {
  if (index < STEPS) return index;
  const doubling = Math.floor(index / STEPS);
  return ((index % STEPS) + STEPS + 1) * 2 ** (doubling - 1) - 1;
}
