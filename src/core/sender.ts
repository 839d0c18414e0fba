import type { Inbox } from "./inbox.ts";
import { NODE } from "./node.ts";
import type { Session } from "./session.ts";

/** Decides when the client is given what it lacks: when it can take it, and not too often. */
export class Sender {
  readonly #session: Session;
  readonly #inbox: Inbox;
  /** Least milliseconds between two updates. */
  readonly #interval: number;
  #seq = 0;
  #lastSent = Number.NEGATIVE_INFINITY;
  #isWritable = true;
  /** Cancels the send that waits for its time. */
  #cancel: (() => void) | undefined;

  constructor(session: Session, inbox: Inbox) {
    this.#session = session;
    this.#inbox = inbox;
    this.#interval = 1000 / (session.options.maxUpdatesPerSecond ?? Number.POSITIVE_INFINITY);
  }

  /** The number of the last update. */
  get seq(): number {
    return this.#seq;
  }

  /** The client can take updates, or cannot. A flush that is running sends at its end. */
  setWritable(isWritable: boolean): void {
    this.#isWritable = isWritable;
    if (isWritable && !this.#session.isFlushing) this.send();
  }

  /** Sends what the client lacks, or has it wait to be merged with what comes. */
  send(): void {
    const { clock, outbox, options, isOpen, page } = this.#session;
    if (!isOpen || !this.#isWritable || page[NODE].document === undefined) return;
    if (this.#interval > 0 && this.#isTooSoon()) return;
    const ops = outbox.take(page[NODE]);
    if (ops.length === 0 && !this.#inbox.isAckDue) return;
    if (this.#interval > 0) this.#lastSent = clock.now();
    this.#seq++;
    options.transport.send({ type: "update", seq: this.#seq, ack: this.#inbox.takeAck(), ops });
  }

  /** Whether the last update was sent a moment ago: then another try is on its way. */
  #isTooSoon(): boolean {
    const { clock } = this.#session;
    const wait = this.#lastSent + this.#interval - clock.now();
    // More than an interval to wait: the machine's clock was set back.
    if (wait <= 0 || wait > this.#interval) return false;
    // A timer may fire early: then it asks again.
    this.#cancel ??= clock.after(wait, () => {
      this.#cancel = undefined;
      this.send();
    });
    return true;
  }

  /** The session has ended. */
  end(): void {
    this.#cancel?.();
  }
}
