import type { Update } from "../../protocol/messages.ts";
import { NODE } from "../tree/node.ts";
import type { Inbox } from "./inbox.ts";
import type { Session } from "./session.ts";
import type { SessionTransport } from "./session-options.ts";

/**
 * An update that may not have arrived. One that is too large to be kept has no `update`: then all documents are sent
 * instead.
 */
interface SentUpdate {
  update: Update | undefined;
  bytes: number;
}

/**
 * Sends updates to the client when it is connected and can receive them, but not too often. Unacknowledged updates are
 * kept so that they can be sent again. If there are too many of them, changes wait and are merged.
 */
export class Sender {
  readonly #session: Session;
  readonly #inbox: Inbox;
  /** Minimum time between two updates, in milliseconds. */
  readonly #interval: number;
  readonly #maxUpdates: number;
  readonly #maxBytes: number;
  #transport: SessionTransport | undefined;
  #seq = 0;
  #acked = 0;
  /** Updates after the last acknowledged one, in order. */
  #unacked: SentUpdate[] = [];
  #unackedBytes = 0;
  #lastSent = Number.NEGATIVE_INFINITY;
  #isWritable = true;
  /** Cancels the delayed send. */
  #cancelDelayedSend: (() => void) | undefined;

  constructor(session: Session, inbox: Inbox) {
    this.#session = session;
    this.#inbox = inbox;
    this.#maxUpdates = session.limits.unackedUpdates;
    this.#maxBytes = session.limits.unackedBytes;
    this.#interval = 1000 / (session.options.maxUpdatesPerSecond ?? Number.POSITIVE_INFINITY);
  }

  /** Number of the last update. */
  get seq(): number {
    return this.#seq;
  }

  /** Bytes of the updates that are kept to be sent again. */
  get unackedBytes(): number {
    return this.#unackedBytes;
  }

  /** Sets the transport to the client; undefined when the client is disconnected. */
  setTransport(transport: SessionTransport | undefined): void {
    this.#transport = transport;
    if (transport === undefined) this.#isWritable = true;
    this.#lastSent = Number.NEGATIVE_INFINITY;
    this.#cancelDelayedSend?.();
    this.#cancelDelayedSend = undefined;
  }

  /**
   * Continues after the update `seq`, the last one that the client has. Later updates are sent again, or all documents
   * if the later updates were not kept.
   */
  resume(seq: number): void {
    if (this.canResendAfter(seq)) {
      this.#dropAcknowledged(seq);
      for (const { update } of this.#unacked) this.#transport?.send(update as Update);
    } else {
      this.#dropAcknowledged(this.#seq);
      this.#session.clientState.reset();
      this.#session.calls.rejectSent();
    }
    if (!this.#session.isFlushing) this.sendUpdate();
  }

  /**
   * Returns whether all updates after `seq` can be sent again. With `seq` 0 the client has nothing, so it needs all
   * documents.
   */
  canResendAfter(seq: number): boolean {
    const missed = this.#unacked.slice(Math.max(0, seq - this.#acked));
    return seq > 0 && seq >= this.#acked && missed.every(({ update }) => update !== undefined);
  }

  /** Records that the client has the updates up to `seq`. */
  acknowledge(seq: number): void {
    const wasFull = this.#isFull;
    this.#dropAcknowledged(seq);
    if (wasFull && !this.#isFull && !this.#session.isFlushing) this.sendUpdate();
  }

  #dropAcknowledged(seq: number): void {
    for (const { bytes } of this.#unacked.splice(0, seq - this.#acked)) this.#unackedBytes -= bytes;
    this.#acked = Math.max(this.#acked, seq);
  }

  get #isFull(): boolean {
    return this.#unacked.length >= this.#maxUpdates || this.#unackedBytes >= this.#maxBytes;
  }

  /** Sets whether the client can receive updates. A running flush sends at its end. */
  setWritable(isWritable: boolean): void {
    this.#isWritable = isWritable;
    if (isWritable && !this.#session.isFlushing) this.sendUpdate();
  }

  /**
   * Sends the changes that the client does not have. If the client cannot receive them now, they wait and are merged
   * with later ones.
   */
  sendUpdate(): void {
    const { clock, clientState, isOpen, page } = this.#session;
    if (!isOpen || this.#transport === undefined || !this.#isWritable || this.#isFull) return;
    if (page[NODE].document === undefined || (this.#interval > 0 && this.#isTooSoon())) return;
    const ops = clientState.drain(page[NODE]);
    const calls = this.#session.calls.drainReady();
    if (ops.length === 0 && calls.length === 0 && !this.#inbox.isAckDue) return;
    if (this.#interval > 0) this.#lastSent = clock.now();
    const ack = this.#inbox.consumeAck();
    const update: Update = { type: "update", seq: ++this.#seq, ack, ops, ...(calls.length > 0 && { calls }) };
    // The update is kept before it is sent, because inside one process the answer comes at once.
    const sent: SentUpdate = { update, bytes: 0 };
    this.#unacked.push(sent);
    const bytes = this.#transport.send(update);
    if (typeof bytes !== "number" || this.#acked >= update.seq) return;
    sent.bytes = bytes;
    this.#unackedBytes += bytes;
    if (bytes > this.#maxBytes) sent.update = undefined;
  }

  /** Returns whether the last update was sent too recently. If so, schedules a later send. */
  #isTooSoon(): boolean {
    const { clock } = this.#session;
    const wait = this.#lastSent + this.#interval - clock.now();
    // The wait is far longer than an interval, so the machine's clock was set back.
    if (wait <= 0 || wait > this.#interval + 1) return false;
    // A timer may fire early. Then it is scheduled once more.
    this.#cancelDelayedSend ??= clock.after(wait, () => {
      this.#cancelDelayedSend = undefined;
      this.sendUpdate();
    });
    return true;
  }
}
