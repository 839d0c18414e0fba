import type { Clock } from "../reactive/clock.ts";

/**
 * A token bucket: a burst at once, then a number per second. What arrived while the event loop was blocked is read at
 * once, so after a block the burst is larger by the number of this time.
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #perSecond: number;
  readonly #burst: number;
  #tokens: number;
  #refilledAt: number;
  /** Tokens of the last time without any request that were more than a burst. */
  #overflow = 0;

  constructor(clock: Clock, perSecond: number, burst: number = perSecond) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
    this.#refilledAt = clock.monotonic();
  }

  /** Takes a token, or `cost` tokens, if there are as many. Returns false if the limit is reached. */
  tryAcquire(cost = 1): boolean {
    const now = this.#clock.monotonic();
    const elapsed = now - this.#refilledAt;
    this.#refilledAt = now;
    const tokens = this.#tokens + (elapsed * this.#perSecond) / 1000;
    this.#tokens = Math.min(this.#burst, tokens);
    if (tokens > this.#burst) this.#overflow = tokens - this.#burst;
    if (this.#tokens < cost) this.#tokens += this.#takeOverflow();
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }

  /** Takes the tokens of the time in which the event loop was blocked. */
  #takeOverflow(): number {
    const ofBlock = ((this.#clock.blockedFor?.() ?? 0) * this.#perSecond) / 1000;
    const taken = Math.min(this.#overflow, ofBlock);
    this.#overflow = 0;
    return taken;
  }

  /** Whether all tokens are back. */
  get isFull(): boolean {
    return this.#tokens + ((this.#clock.monotonic() - this.#refilledAt) * this.#perSecond) / 1000 >= this.#burst;
  }
}

/** One limiter for each key, such as an address. Keys that were idle for long are forgotten. */
export class KeyedRateLimiter {
  readonly #limiters = new Map<string, RateLimiter>();
  readonly #make: () => RateLimiter;
  #sweepAt = 64;

  constructor(make: () => RateLimiter) {
    this.#make = make;
  }

  tryAcquire(key: string): boolean {
    let limiter = this.#limiters.get(key);
    if (limiter === undefined) {
      if (this.#limiters.size >= this.#sweepAt) this.#sweep();
      limiter = this.#make();
      this.#limiters.set(key, limiter);
    }
    return limiter.tryAcquire();
  }

  get size(): number {
    return this.#limiters.size;
  }

  /** Forgets idle keys. The number of keys has doubled since the last time, so the cost per key stays constant. */
  #sweep(): void {
    for (const [key, limiter] of this.#limiters) if (limiter.isFull) this.#limiters.delete(key);
    this.#sweepAt = Math.max(64, this.#limiters.size * 2);
  }
}
