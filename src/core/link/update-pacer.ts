import type { Clock } from "../reactive/clock.ts";

/** Limits the updates per second. Changes in between wait, and are merged into one update. */
export class UpdatePacer {
  readonly #clock: Clock;
  readonly #send: () => void;
  /** Minimum time between two updates, in milliseconds. */
  readonly #interval: number;
  #lastSent = Number.NEGATIVE_INFINITY;
  #cancelDelayedSend: (() => void) | undefined;

  /** `send` is called when an update that was too soon may be sent. */
  constructor(clock: Clock, maxUpdatesPerSecond: number, send: () => void) {
    this.#clock = clock;
    this.#interval = 1000 / maxUpdatesPerSecond;
    this.#send = send;
  }

  /** Returns whether the last update was sent too recently. If so, a later send is scheduled. */
  isTooSoon(): boolean {
    if (this.#interval === 0) return false;
    const wait = this.#lastSent + this.#interval - this.#clock.now();
    // The wait is far longer than an interval, so the machine's clock was set back.
    if (wait <= 0 || wait > this.#interval + 1) return false;
    // A timer may fire early. Then it is scheduled once more.
    this.#cancelDelayedSend ??= this.#clock.after(wait, () => {
      this.#cancelDelayedSend = undefined;
      this.#send();
    });
    return true;
  }

  /** Records that an update is sent now. */
  sent(): void {
    if (this.#interval > 0) this.#lastSent = this.#clock.now();
  }

  /** Allows the next update at once, and cancels the send that was scheduled. */
  reset(): void {
    this.#lastSent = Number.NEGATIVE_INFINITY;
    this.#cancelDelayedSend?.();
    this.#cancelDelayedSend = undefined;
  }
}
