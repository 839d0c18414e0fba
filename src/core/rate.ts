import type { Clock } from "./schedule.ts";
import type { Log } from "./session-options.ts";

/** Warnings per second, and characters of one warning, that clients can cause. */
const WARNINGS = 10;
const LONGEST_WARNING = 1000;

/** A token bucket: a burst at once, then a number per second. */
export class Rate {
  readonly #clock: Clock;
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #at: number;

  constructor(clock: Clock, perSecond: number, burst: number = perSecond) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
    this.#at = clock.now();
  }

  /** Takes a token if there is one. Returns false if the limit is reached. */
  take(): boolean {
    const now = this.#clock.now();
    // The machine's clock may be set back.
    const elapsed = Math.max(0, now - this.#at);
    this.#at = now;
    this.#left = Math.min(this.#burst, this.#left + (elapsed * this.#perSecond) / 1000);
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }

  /** Whether all tokens are back. */
  get isFull(): boolean {
    return this.#left + ((this.#clock.now() - this.#at) * this.#perSecond) / 1000 >= this.#burst;
  }
}

/** One rate for each key, such as an address. Keys that were idle for long are forgotten. */
export class Rates {
  readonly #rates = new Map<string, Rate>();
  readonly #make: () => Rate;
  #sweepAt = 64;

  constructor(make: () => Rate) {
    this.#make = make;
  }

  take(key: string): boolean {
    let rate = this.#rates.get(key);
    if (rate === undefined) {
      if (this.#rates.size >= this.#sweepAt) this.#sweep();
      rate = this.#make();
      this.#rates.set(key, rate);
    }
    return rate.take();
  }

  get size(): number {
    return this.#rates.size;
  }

  /** Forgets idle keys. The number of keys has doubled since the last time, so the cost per key stays constant. */
  #sweep(): void {
    for (const [key, rate] of this.#rates) if (rate.isFull) this.#rates.delete(key);
    this.#sweepAt = Math.max(64, this.#rates.size * 2);
  }
}

/**
 * Returns a log for what clients cause. It limits the warnings per second and counts the rest. Each warning is one
 * line, even if it quotes a client's text with line breaks.
 */
export function calmLog(log: Log, clock: Clock): Log {
  const rate = new Rate(clock, WARNINGS);
  let left = 0;
  const line = (what: unknown): unknown =>
    typeof what === "string" ? what.slice(0, LONGEST_WARNING).replace(/\p{Cc}/gu, " ") : what;
  return {
    info: (...what) => log.info(...what),
    error: (...what) => log.error(...what),
    warn(...what) {
      if (!rate.take()) return void left++;
      log.warn(...what.map(line), ...(left > 0 ? [`(${left} more were left out)`] : []));
      left = 0;
    },
  };
}
