import type { Update } from "../protocol/messages.ts";
import type { Inbox } from "./inbox.ts";
import { NODE } from "./node.ts";
import type { Session } from "./session.ts";
import type { SessionTransport } from "./session-options.ts";

/**
 * An update that may not have arrived. One that is too large to be kept has no `update`: then all documents are sent
 * instead.
 */
interface Sent {
  update: Update | undefined;
  bytes: number;
}

/**
 * Sends the client what it lacks: only when it is connected and can receive, and not too often. Unacknowledged updates
 * are kept so that they can be sent again. When those are too many, changes wait and are merged.
 */
export class Sender {
  readonly #session: Session;
  readonly #inbox: Inbox;
  /** Minimum time between two updates, in milliseconds. */
  readonly #interval: number;
  readonly #mostUpdates: number;
  readonly #mostBytes: number;
  #transport: SessionTransport | undefined;
  #seq = 0;
  #acked = 0;
  /** Updates after the last acknowledged one, in order. */
  #unacked: Sent[] = [];
  #bytes = 0;
  #lastSent = Number.NEGATIVE_INFINITY;
  #isWritable = true;
  /** Cancels the delayed send. */
  #cancel: (() => void) | undefined;

  constructor(session: Session, inbox: Inbox) {
    this.#session = session;
    this.#inbox = inbox;
    this.#mostUpdates = session.limits.unackedUpdates;
    this.#mostBytes = session.limits.unackedBytes;
    this.#interval = 1000 / (session.options.maxUpdatesPerSecond ?? Number.POSITIVE_INFINITY);
  }

  /** Number of the last update. */
  get seq(): number {
    return this.#seq;
  }

  /** Bytes of the updates that are kept to be sent again. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Sets the transport to the client; undefined when the client is disconnected. */
  attach(transport: SessionTransport | undefined): void {
    this.#transport = transport;
    if (transport === undefined) this.#isWritable = true;
    this.#lastSent = Number.NEGATIVE_INFINITY;
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /**
   * Continues after the update `seq`, the last one that the client has. Later ones are sent again, or all documents if
   * those updates are not kept.
   */
  resume(seq: number): void {
    if (this.covers(seq)) {
      this.#forget(seq);
      for (const { update } of this.#unacked) this.#transport?.send(update as Update);
    } else {
      this.#forget(this.#seq);
      this.#session.outbox.restart();
      this.#session.calls.restart();
    }
    if (!this.#session.isFlushing) this.send();
  }

  /**
   * Whether everything after `seq` can be sent again. With `seq` 0 the client has nothing, so it needs all documents.
   */
  covers(seq: number): boolean {
    const missed = this.#unacked.slice(Math.max(0, seq - this.#acked));
    return seq > 0 && seq >= this.#acked && missed.every(({ update }) => update !== undefined);
  }

  /** Records that the client has the updates up to `seq`. */
  acknowledge(seq: number): void {
    const wasFull = this.#isFull;
    this.#forget(seq);
    if (wasFull && !this.#isFull && !this.#session.isFlushing) this.send();
  }

  #forget(seq: number): void {
    for (const { bytes } of this.#unacked.splice(0, seq - this.#acked)) this.#bytes -= bytes;
    this.#acked = Math.max(this.#acked, seq);
  }

  get #isFull(): boolean {
    return this.#unacked.length >= this.#mostUpdates || this.#bytes >= this.#mostBytes;
  }

  /** Sets whether the client can receive updates. A running flush sends at its end. */
  setWritable(isWritable: boolean): void {
    this.#isWritable = isWritable;
    if (isWritable && !this.#session.isFlushing) this.send();
  }

  /**
   * Sends what the client lacks. If the client cannot receive it now, the changes wait and are merged with later ones.
   */
  send(): void {
    const { clock, outbox, isOpen, page } = this.#session;
    if (!isOpen || this.#transport === undefined || !this.#isWritable || this.#isFull) return;
    if (page[NODE].document === undefined || (this.#interval > 0 && this.#isTooSoon())) return;
    const ops = outbox.take(page[NODE]);
    const calls = this.#session.calls.take();
    if (ops.length === 0 && calls.length === 0 && !this.#inbox.isAckDue) return;
    if (this.#interval > 0) this.#lastSent = clock.now();
    const ack = this.#inbox.takeAck();
    const update: Update = { type: "update", seq: ++this.#seq, ack, ops, ...(calls.length > 0 && { calls }) };
    // Kept before it is sent, because inside one process the answer comes at once.
    const sent: Sent = { update, bytes: 0 };
    this.#unacked.push(sent);
    const bytes = this.#transport.send(update);
    if (typeof bytes !== "number" || this.#acked >= update.seq) return;
    sent.bytes = bytes;
    this.#bytes += bytes;
    if (bytes > this.#mostBytes) sent.update = undefined;
  }

  /** Whether the last update was sent too recently. Then a later send is scheduled. */
  #isTooSoon(): boolean {
    const { clock } = this.#session;
    const wait = this.#lastSent + this.#interval - clock.now();
    // The wait is far longer than an interval, so the machine's clock was set back.
    if (wait <= 0 || wait > this.#interval + 1) return false;
    // A timer may fire early. Then it is scheduled once more.
    this.#cancel ??= clock.after(wait, () => {
      this.#cancel = undefined;
      this.send();
    });
    return true;
  }
}
