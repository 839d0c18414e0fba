import type { Update } from "../../protocol/messages.ts";

/** An update that may not have arrived. One that is too large to be kept has no `update`. */
interface SentUpdate {
  update: Update | undefined;
  bytes: number;
}

/** The updates that the client has not acknowledged. They are kept so that they can be sent again unchanged. */
export class UnackedUpdates {
  readonly #maxUpdates: number;
  readonly #maxBytes: number;
  /** Number of the last update that was acknowledged. */
  #acked = 0;
  /** The updates after the last acknowledged one, in order. */
  readonly #sent: SentUpdate[] = [];
  #bytes = 0;

  constructor(limits: { readonly unackedUpdates: number; readonly unackedBytes: number }) {
    this.#maxUpdates = limits.unackedUpdates;
    this.#maxBytes = limits.unackedBytes;
  }

  /** Number of the last update. */
  get seq(): number {
    return this.#acked + this.#sent.length;
  }

  /** Bytes of all updates that are kept. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Whether no update may be added before an acknowledgment arrives. */
  get isFull(): boolean {
    return this.#sent.length >= this.#maxUpdates || this.#bytes >= this.#maxBytes;
  }

  add(update: Update): void {
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
