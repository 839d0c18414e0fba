/**
 * When clicks are due: independent of each other, as many people's are, at a mean rate. The same seed gives the same
 * times, so that both servers have the same to do.
 */
export class Schedule {
  readonly #mean: number;
  #state: number;

  constructor(perSecond: number, seed: number) {
    this.#mean = 1000 / perSecond;
    this.#state = seed | 0;
  }

  /** Milliseconds from one click to the next. */
  gap(): number {
    return -Math.log(1 - this.#random()) * this.#mean;
  }

  /** In [0, 1). */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
