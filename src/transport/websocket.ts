import { BehaviorSubject, Subject } from "rxjs";
import { realClock } from "../core/reactive/clock.ts";
import { afterReading, deadline } from "../core/reactive/deadline.ts";
import { MORE, PART_LENGTH, PARTS_PROTOCOL, splitText } from "../protocol/message-parts.ts";
import type { ServerMessage } from "../protocol/messages.ts";
import { PingLog } from "./ping-log.ts";
import type { CloseInfo, Transport } from "./transport.ts";

const MIB = 1024 * 1024;
/** Bytes waiting in the socket above which updates are held back and merged, and below which they continue. */
const PAUSE_ABOVE = MIB;
const RESUME_BELOW = PAUSE_ABOVE / 2;
/** Bytes waiting in the socket, besides the largest message, above which the connection is cut. */
const TERMINATE_ABOVE = 16 * MIB;
/**
 * Bytes per second that a client takes or sends at least, unless it is stuck. Slower lines are not in use, and a client
 * that is slow on purpose would hold the server's memory for long.
 */
const MIN_RATE = 2048;
/** Number of pings in a row that a client may leave unanswered. */
const MAX_MISSED_PINGS = 2;
/** Pings per second that a client may send. A browser sends none. */
const MAX_PINGS = 100;

/** The required part of a socket. A `WebSocket` of the package `ws` implements it. */
export interface ServerSocket {
  readonly readyState: number;
  readonly OPEN: number;
  /** Subprotocol that the client offered. */
  readonly protocol?: string;
  /** Bytes that wait to be sent. */
  readonly bufferedAmount: number;
  send(data: string, sent: () => void): void;
  /** Sends a part of a message. `fin` marks the last one. */
  send(data: string, options: { readonly fin: boolean }, sent: () => void): void;
  ping(data: string): void;
  close(code?: number, reason?: string): void;
  terminate(): void;
  on(event: "message", listener: (data: { toString(): string }, isBinary: boolean) => void): unknown;
  on(event: "close", listener: (code: number, reason: { toString(): string }) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "ping" | "pong", listener: (data: { toString(): string }) => void): unknown;
}

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

/**
 * Returns the server's end of a connection to a browser: a socket of `ws`, with JSON in text frames. Pings check
 * whether the client is there. A browser answers them by itself, even if its page is hidden or busy. A large message is
 * sent in parts with pings between them, so the answers show how much of it the client has taken.
 */
export function webSocketTransport(socket: ServerSocket, limits: SocketLimits = {}): Transport {
  const { pingInterval = 15_000, stallTime = 30_000, bytesRead = () => 0 } = limits;
  const messages$ = new Subject<unknown>();
  const writable$ = new BehaviorSubject(true);
  const pingLog = new PingLog();
  const takesParts = socket.protocol === PARTS_PROTOCOL;
  const answers: (() => void)[] = [];
  let missedPings = 0;
  let pings = 0;
  let read = 0;
  /** Bytes that the client has taken since the stall timer was started. */
  let taken = 0;
  /** Bytes of the largest message since the socket was last writable. */
  let largest = 0;
  let cancelStall = (): void => {};
  let cancelCheck = (): void => {};

  const ping = (): void => socket.ping(pingLog.next());
  const isSending = (): boolean => bytesRead() - read >= (MIN_RATE * pingInterval) / 1000;
  const isSilent = (): boolean => missedPings >= MAX_MISSED_PINGS && !isSending();
  const beat = (): void => {
    // The client's own pings wait behind its message, too. An empty part shows it that the server is there.
    if (isSending() && takesParts) socket.send(MORE, () => {});
    missedPings = isSending() ? 1 : missedPings + 1;
    pings = 0;
    read = bytesRead();
    ping();
  };
  const heartbeat = setInterval(() => {
    if (!isSilent()) return beat();
    cancelCheck = afterReading(realClock, () => (isSilent() ? socket.terminate() : beat()));
  }, pingInterval);
  (heartbeat as { unref?: () => void }).unref?.();

  const closed = new Promise<CloseInfo>((resolve) => {
    socket.on("close", (code, reason) => {
      clearInterval(heartbeat);
      cancelCheck();
      cancelStall();
      messages$.complete();
      resolve({ code, reason: reason.toString() });
    });
  });
  socket.on("message", (data, isBinary) => {
    // The connection is being closed, so messages that the client sent before it noticed no longer count.
    if (socket.readyState !== socket.OPEN) return;
    if (isBinary) return socket.close(1003, "text frames only");
    let message: unknown;
    try {
      message = JSON.parse(data.toString());
    } catch {
      return socket.close(1007, "not JSON");
    }
    messages$.next(message);
  });
  socket.on("pong", (data) => {
    const bytes = pingLog.answered(String(data));
    if (bytes === undefined) return;
    missedPings = 0;
    for (const answered of answers.splice(0)) answered();
    taken += bytes;
    if (!writable$.value && taken >= (MIN_RATE * stallTime) / 1000) startStall();
  });
  socket.on("ping", () => {
    if (++pings > (MAX_PINGS * pingInterval) / 1000) socket.close(1008, "too many pings");
  });
  // A broken connection is reported by "close", which follows.
  socket.on("error", () => {});

  const startStall = (): void => {
    cancelStall();
    taken = 0;
    cancelStall = deadline(realClock, stallTime, () => socket.terminate(), true);
  };
  const setWritable = (isWritable: boolean): void => {
    if (isWritable) cancelStall();
    else startStall();
    writable$.next(isWritable);
  };
  const sent = (): void => {
    if (!writable$.value && socket.bufferedAmount < RESUME_BELOW) setWritable(true);
  };
  const count = (bytes: number): number => {
    if (pingLog.add(bytes)) ping();
    return bytes;
  };
  /** Sends a text and returns its size in bytes. */
  const sendText = (text: string): number => {
    if (text.length <= PART_LENGTH) {
      socket.send(text, sent);
      return count(Buffer.byteLength(text));
    }
    let total = 0;
    for (const { part, isLast } of splitText(text)) {
      socket.send(takesParts && !isLast ? MORE + part : part, { fin: takesParts || isLast }, sent);
      total += count(Buffer.byteLength(part));
    }
    return total;
  };
  return {
    messages$,
    writable$,
    closed,
    send(message: ServerMessage) {
      if (socket.readyState !== socket.OPEN) return;
      // A first page may be of any size, and takes its time. What waits besides it is bounded.
      if (writable$.value) largest = 0;
      if (socket.bufferedAmount - largest > TERMINATE_ABOVE) return socket.terminate();
      const bytes = sendText(JSON.stringify(message));
      largest = Math.max(largest, bytes);
      if (writable$.value && socket.bufferedAmount > PAUSE_ABOVE) setWritable(false);
      return bytes;
    },
    close(code = 1000, reason = "") {
      socket.close(code, reason);
    },
    ping(answered) {
      answers.push(answered);
      ping();
    },
  };
}
