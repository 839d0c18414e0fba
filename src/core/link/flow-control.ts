import type { Update } from "../../protocol/messages.ts";
import type { Clock } from "../reactive/clock.ts";
import type { Limits } from "./limits.ts";

/** An update that may not have arrived. One that is too large to be kept has no `update`. */
interface SentUpdate {
  update: Update | undefined;
  bytes: number;
}

/** Options of a {@link FlowControl}. */
export interface FlowControlOptions {
  readonly clock: Clock;
  readonly limits: Pick<Limits, "unackedBytes" | "unackedUpdates">;
  /** Maximum number of updates per second. Changes in between are merged. Default: no limit. */
  readonly maxUpdatesPerSecond?: number | undefined;
}

/**
 * Decides when the client can take another update: not too soon after the last one, and not while too many are
 * unacknowledged. The unacknowledged updates are kept so that they can be sent again unchanged.
 */
export class FlowControl {
  readonly #clock: Clock;
  readonly #maxUpdates: number;
  readonly #maxBytes: number;
  /** Minimum time between two updates, in milliseconds. */
  readonly #interval: number;
  readonly #send: () => void;
  /** Number of the last update that was acknowledged. */
  #acked = 0;
  /** The updates after the last acknowledged one, in order. */
  readonly #sent: SentUpdate[] = [];
  #bytes = 0;
  #lastSent = Number.NEGATIVE_INFINITY;
  #cancelDelayedSend: (() => void) | undefined;

  /** `send` is called when an update that was too soon may be sent. */
  constructor({ clock, limits, maxUpdatesPerSecond }: FlowControlOptions, send: () => void) {
    this.#clock = clock;
    this.#maxUpdates = limits.unackedUpdates;
    this.#maxBytes = limits.unackedBytes;
    this.#interval = maxUpdatesPerSecond === undefined ? 0 : 1000 / maxUpdatesPerSecond;
    this.#send = send;
  }

  /** Number of the last update. */
  get seq(): number {
    return this.#acked + this.#sent.length;
  }

  /** Bytes of all updates that are kept. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Whether no update may be sent before an acknowledgment arrives. */
  get isFull(): boolean {
    return this.#sent.length >= this.#maxUpdates || this.#bytes >= this.#maxBytes;
  }

  /** Returns whether the last update was sent too recently. If so, a later send is scheduled. */
  isTooSoon(): boolean {
    if (this.#interval === 0) return false;
    const wait = this.#lastSent + this.#interval - this.#clock.monotonic();
    if (wait <= 0) return false;
    // A timer may fire early. Then it is scheduled once more.
    this.#cancelDelayedSend ??= this.#clock.after(wait, () => {
      this.#cancelDelayedSend = undefined;
      this.#send();
    });
    return true;
  }

  /** Allows the next update at once, and cancels the send that was scheduled. */
  resetPace(): void {
    this.#lastSent = Number.NEGATIVE_INFINITY;
    this.#cancelDelayedSend?.();
    this.#cancelDelayedSend = undefined;
  }

  /** Keeps an update that is about to be sent. */
  add(update: Update): void {
    if (this.#interval > 0) this.#lastSent = this.#clock.monotonic();
    this.#sent.push({ update, bytes: 0 });
  }

  /** Records the size of an update that was sent. An update over the limit of all bytes is not kept. */
  setSize(seq: number, bytes: number): void {
    const sent = this.#sent[seq - this.#acked - 1];
    if (sent === undefined) return;
    sent.bytes = bytes;
    this.#bytes += bytes;
    if (bytes > this.#maxBytes) sent.update = undefined;
  }

  /** Records that the client has the updates up to `seq`, or needs them no more. */
  acknowledge(seq: number): void {
    if (seq <= this.#acked) return;
    for (const { bytes } of this.#sent.splice(0, seq - this.#acked)) this.#bytes -= bytes;
    this.#acked = seq;
  }

  /**
   * Returns the updates after `seq`, or undefined if some are no longer kept. With `seq` 0 the client has nothing, so
   * that no update applies.
   */
  after(seq: number): readonly Update[] | undefined {
    if (seq === 0 || seq < this.#acked) return undefined;
    const missed = this.#sent.slice(seq - this.#acked).map(({ update }) => update);
    return missed.every((update) => update !== undefined) ? missed : undefined;
  }
}
