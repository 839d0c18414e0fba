import { realClock } from "../core/reactive/clock.ts";
import { afterReading, deadline } from "../core/reactive/deadline.ts";
import { PingLog } from "./ping-log.ts";

/**
 * Bytes per second that a client takes or sends at least, unless it is stuck. Slower lines are not in use, and a client
 * that is slow on purpose would hold the server's memory for long.
 */
const MIN_RATE = 2048;
/** Milliseconds between two pings, by default. */
export const PING_INTERVAL = 15_000;
/** Number of pings in a row that a client may leave unanswered. */
const MAX_MISSED_PINGS = 2;

/** Limits after which a client counts as gone. */
export interface SocketLimits {
  /** Milliseconds between two pings. Default 15,000. */
  readonly pingInterval?: number;
  /**
   * Milliseconds in which the client must take some of the data that waits for it: 2 KiB per second at least. Default
   * 30,000.
   */
  readonly stallTime?: number;
  /**
   * Returns the number of bytes received so far. A client that answers no ping, but sends 2 KiB per second at least, is
   * sending a message, and its answers wait behind it.
   */
  readonly bytesRead?: () => number;
}

/** The two ways in which a watch uses a socket. */
interface WatchedSocket {
  ping(data: string): void;
  terminate(): void;
}

/** Watches whether a client is there: whether it answers pings, and takes the data that waits for it. */
export class SocketWatch {
  readonly #socket: WatchedSocket;
  readonly #bytesRead: () => number;
  readonly #stallTime: number;
  /** Bytes per interval of a client that is sending a message. */
  readonly #minRead: number;
  readonly #onBeat: (isSending: boolean) => void;
  readonly #heartbeat: ReturnType<typeof setInterval>;
  readonly #pings = new PingLog();
  readonly #answers: (() => void)[] = [];
  #missedPings = 0;
  #read = 0;
  /** Bytes that the client has taken since the stall timer was started. */
  #taken = 0;
  #cancelStall: (() => void) | undefined;
  #cancelCheck = (): void => {};

  /** `onBeat` is called at each ping of the heartbeat, with whether the client is sending a message. */
  constructor(socket: WatchedSocket, limits: SocketLimits, onBeat: (isSending: boolean) => void) {
    const { pingInterval = PING_INTERVAL, stallTime = 30_000, bytesRead = () => 0 } = limits;
    this.#socket = socket;
    this.#bytesRead = bytesRead;
    this.#stallTime = stallTime;
    this.#minRead = (MIN_RATE * pingInterval) / 1000;
    this.#onBeat = onBeat;
    this.#heartbeat = setInterval(() => this.#beat(), pingInterval);
    (this.#heartbeat as { unref?: () => void }).unref?.();
  }

  /** Sends a ping, and calls `answered` when the client responds. */
  ping(answered?: () => void): void {
    if (answered !== undefined) this.#answers.push(answered);
    this.pingAfter(0);
  }

  /** Sends a ping whose answer shows that the client has taken the bytes that were sent before. */
  pingAfter(bytes: number): void {
    this.#socket.ping(this.#pings.add(bytes));
  }

  /** Whether so many pings are unanswered that only the heartbeat should send more. */
  get isBehind(): boolean {
    return this.#pings.isFull;
  }

  /** Records the answer to a ping. Returns whether there was such a ping. */
  answered(text: string): boolean {
    const bytes = this.#pings.answered(text);
    if (bytes === undefined) return false;
    this.#missedPings = 0;
    for (const answered of this.#answers.splice(0)) answered();
    this.#taken += bytes;
    if (this.#cancelStall !== undefined && this.#taken >= (MIN_RATE * this.#stallTime) / 1000) this.startStall();
    return true;
  }

  /** Starts to watch whether the client takes what waits for it. */
  startStall(): void {
    this.endStall();
    this.#taken = 0;
    this.#cancelStall = deadline(realClock, this.#stallTime, () => this.#socket.terminate(), true);
  }

  endStall(): void {
    this.#cancelStall?.();
    this.#cancelStall = undefined;
  }

  /** Watches no more, because the connection has ended. */
  end(): void {
    clearInterval(this.#heartbeat);
    this.#cancelCheck();
    this.endStall();
  }

  get #isSending(): boolean {
    return this.#bytesRead() - this.#read >= this.#minRead;
  }

  get #isSilent(): boolean {
    return this.#missedPings >= MAX_MISSED_PINGS && !this.#isSending;
  }

  #beat(): void {
    if (!this.#isSilent) return this.#nextPing();
    this.#cancelCheck = afterReading(realClock, () => (this.#isSilent ? this.#socket.terminate() : this.#nextPing()));
  }

  #nextPing(): void {
    this.#onBeat(this.#isSending);
    this.#missedPings = this.#isSending ? 1 : this.#missedPings + 1;
    this.#read = this.#bytesRead();
    this.ping();
  }
}
