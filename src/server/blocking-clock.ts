import { type Clock, realClock } from "../core/reactive/clock.ts";

/** Milliseconds between two measurements. */
const INTERVAL = 50;
/** Milliseconds after a block in which its input is read. */
const READING_TIME = 1000;
/** Longest block that counts, in milliseconds. What a suspended process missed is not worth more. */
const MAX_BLOCK = 10_000;

/** The clock of the machine, which also measures how long the event loop was blocked. */
export class BlockingClock implements Clock {
  readonly now: Clock["now"] = realClock.now;
  readonly monotonic: Clock["monotonic"] = realClock.monotonic;
  readonly after: Clock["after"] = realClock.after;
  readonly turnEnd: Clock["turnEnd"] = realClock.turnEnd;
  readonly #timer: ReturnType<typeof setInterval>;
  #measuredAt = performance.now();
  #block = 0;
  #blockEndedAt = 0;

  constructor() {
    this.#timer = setInterval(() => this.#measure(), INTERVAL).unref();
  }

  blockedFor(): number {
    return this.monotonic() - this.#blockEndedAt < READING_TIME ? this.#block : 0;
  }

  /** Measures no more. */
  stop(): void {
    clearInterval(this.#timer);
  }

  /** Timers that are due run before the input that waits, so the block is known when its input is read. */
  #measure(): void {
    const now = this.monotonic();
    const late = now - this.#measuredAt - INTERVAL;
    this.#measuredAt = now;
    if (late < INTERVAL) return;
    // Reading the input of a long block may block the event loop again, for a shorter time.
    this.#block = Math.min(MAX_BLOCK, Math.max(this.blockedFor(), late));
    this.#blockEndedAt = now;
  }
}
