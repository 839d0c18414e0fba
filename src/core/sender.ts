import type { Update } from "../protocol/messages.ts";
import type { Inbox } from "./inbox.ts";
import { NODE } from "./node.ts";
import type { Session } from "./session.ts";
import type { SessionTransport } from "./session-options.ts";

/** An update on its way. One that is too large to be kept is not sent again: then all documents are. */
interface Sent {
  update: Update | undefined;
  bytes: number;
}

/**
 * Decides when the client is given what it lacks: when it is there and can take it, and not too often. What it has
 * not acknowledged is kept to be sent again; when that is too much, changes wait and are merged.
 */
export class Sender {
  readonly #session: Session;
  readonly #inbox: Inbox;
  /** Least milliseconds between two updates. */
  readonly #interval: number;
  readonly #mostUpdates: number;
  readonly #mostBytes: number;
  #transport: SessionTransport | undefined;
  #seq = 0;
  #acked = 0;
  /** Those after the last acknowledged one, in order. */
  #unacked: Sent[] = [];
  #bytes = 0;
  #lastSent = Number.NEGATIVE_INFINITY;
  #isWritable = true;
  /** Cancels the send that waits for its time. */
  #cancel: (() => void) | undefined;

  constructor(session: Session, inbox: Inbox) {
    this.#session = session;
    this.#inbox = inbox;
    this.#mostUpdates = session.limits.unackedUpdates;
    this.#mostBytes = session.limits.unackedBytes;
    this.#interval = 1000 / (session.options.maxUpdatesPerSecond ?? Number.POSITIVE_INFINITY);
  }

  /** The number of the last update. */
  get seq(): number {
    return this.#seq;
  }

  /** Bytes that are kept to be sent again. */
  get bytes(): number {
    return this.#bytes;
  }

  /** A client is there, or is not any more. */
  attach(transport: SessionTransport | undefined): void {
    this.#transport = transport;
    if (transport === undefined) this.#isWritable = true;
    this.#lastSent = Number.NEGATIVE_INFINITY;
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** The client has the updates up to `seq`: what it lacks is sent again, or all documents where that is not known any more. */
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

  /** Whether all that was sent after `seq` can be sent again. A client that has nothing is given all documents. */
  covers(seq: number): boolean {
    const missed = this.#unacked.slice(Math.max(0, seq - this.#acked));
    return seq > 0 && seq >= this.#acked && missed.every(({ update }) => update !== undefined);
  }

  /** The client has the updates up to `seq`. */
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

  /** The client can take updates, or cannot. A flush that is running sends at its end. */
  setWritable(isWritable: boolean): void {
    this.#isWritable = isWritable;
    if (isWritable && !this.#session.isFlushing) this.send();
  }

  /** Sends what the client lacks, or has it wait to be merged with what comes. */
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
    // Before it is sent: in one process the answer comes at once.
    const sent: Sent = { update, bytes: 0 };
    this.#unacked.push(sent);
    const bytes = this.#transport.send(update);
    if (typeof bytes !== "number" || this.#acked >= update.seq) return;
    sent.bytes = bytes;
    this.#bytes += bytes;
    if (bytes > this.#mostBytes) sent.update = undefined;
  }

  /** Whether the last update was sent a moment ago: then another try is on its way. */
  #isTooSoon(): boolean {
    const { clock } = this.#session;
    const wait = this.#lastSent + this.#interval - clock.now();
    // Far more than an interval to wait: the machine's clock was set back.
    if (wait <= 0 || wait > this.#interval + 1) return false;
    // A timer may fire early: then it asks again.
    this.#cancel ??= clock.after(wait, () => {
      this.#cancel = undefined;
      this.send();
    });
    return true;
  }
}
