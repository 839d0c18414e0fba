import { BehaviorSubject, Subject } from "rxjs";
import { MORE, PART_LENGTH, PARTS_PROTOCOL, splitText } from "../protocol/message-parts.ts";
import type { ServerMessage } from "../protocol/messages.ts";
import { PING_INTERVAL, type SocketLimits, SocketWatch } from "./socket-watch.ts";
import type { CloseInfo, Transport } from "./transport.ts";

const MIB = 1024 * 1024;
/** Bytes waiting in the socket above which updates are held back and merged, and below which they continue. */
const PAUSE_ABOVE = MIB;
const RESUME_BELOW = PAUSE_ABOVE / 2;
/** Bytes waiting in the socket, besides the largest message, above which the connection is cut. */
const TERMINATE_ABOVE = 16 * MIB;
/** Bytes after which a ping follows, so that its answer shows that they were taken. */
const BYTES_PER_PING = 16 * 1024;
/** Pings per second that a client may send. A browser sends none. */
const MAX_PINGS = 100;

/** The required part of a socket. A `WebSocket` of the package `ws` implements it. */
export interface ServerSocket {
  readonly readyState: number;
  readonly OPEN: number;
  /** Subprotocol that the client and the server have agreed on. */
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

/**
 * Returns the server's end of a connection to a browser: a socket of `ws`, with JSON in text frames. Pings check
 * whether the client is there. A browser answers them by itself, even if its page is hidden or busy. A large message is
 * sent in parts with pings between them, so the answers show how much of it the client has taken.
 */
export function webSocketTransport(socket: ServerSocket, limits: SocketLimits = {}): Transport {
  const messages$ = new Subject<unknown>();
  const writable$ = new BehaviorSubject(true);
  const takesParts = socket.protocol === PARTS_PROTOCOL;
  /** Pings of the client since the server's last ping. */
  let pings = 0;
  /** Bytes that were sent since the last ping that proves what was taken. */
  let unproven = 0;
  /** Bytes of the largest message since the socket was last writable. */
  let largest = 0;
  const watch = new SocketWatch(socket, limits, (isSending) => {
    pings = 0;
    // The client's own pings wait behind its message, too. An empty part shows the client that the server is there.
    if (isSending && takesParts) socket.send(MORE, () => {});
  });

  const closed = new Promise<CloseInfo>((resolve) => {
    socket.on("close", (code, reason) => {
      watch.end();
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
  const countControlFrame = (): void => {
    if (++pings > (MAX_PINGS * (limits.pingInterval ?? PING_INTERVAL)) / 1000) socket.close(1008, "too many pings");
  };
  socket.on("pong", (data) => {
    // A pong that answers nothing is as cheap to send as a ping.
    if (!watch.answered(String(data))) countControlFrame();
  });
  socket.on("ping", countControlFrame);
  // A broken connection is reported by "close", which follows.
  socket.on("error", () => {});

  const setWritable = (isWritable: boolean): void => {
    if (isWritable) watch.endStall();
    else watch.startStall();
    writable$.next(isWritable);
  };
  const sent = (): void => {
    if (!writable$.value && socket.bufferedAmount < RESUME_BELOW) setWritable(true);
  };
  const count = (text: string): number => {
    const bytes = Buffer.byteLength(text);
    unproven += bytes;
    if (unproven < BYTES_PER_PING || watch.isBehind) return bytes;
    watch.pingAfter(unproven);
    unproven = 0;
    return bytes;
  };
  /** Sends a text and returns its size in bytes. */
  const sendText = (text: string): number => {
    if (text.length <= PART_LENGTH) {
      socket.send(text, sent);
      return count(text);
    }
    let bytes = 0;
    for (const { part, isLast } of splitText(text)) {
      socket.send(takesParts && !isLast ? MORE + part : part, { fin: takesParts || isLast }, sent);
      bytes += count(part);
    }
    return bytes;
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
    ping: (answered) => watch.ping(answered),
  };
}
