import { BehaviorSubject, Subject } from "rxjs";
import type { ServerMessage } from "../protocol/messages.ts";
import type { CloseInfo, Transport } from "./transport.ts";

const MIB = 1024 * 1024;
/** Bytes waiting in the socket above which updates are held back and merged, and below which they continue. */
const PAUSE_ABOVE = MIB;
const RESUME_BELOW = PAUSE_ABOVE / 2;
/** Bytes waiting in the socket above which the connection is cut. */
const TERMINATE_ABOVE = 16 * MIB;
/** Number of pings in a row that a client may leave unanswered. */
const MAX_MISSED_PINGS = 2;
/** Pings per second that a client may send. A browser sends none. */
const MAX_PINGS = 100;

/** The required part of a socket. A `WebSocket` of the package `ws` implements it. */
export interface ServerSocket {
  readonly readyState: number;
  readonly OPEN: number;
  /** Bytes that wait to be sent. */
  readonly bufferedAmount: number;
  send(data: string, sent: () => void): void;
  ping(): void;
  close(code?: number, reason?: string): void;
  terminate(): void;
  on(event: "message", listener: (data: { toString(): string }, isBinary: boolean) => void): unknown;
  on(event: "close", listener: (code: number, reason: { toString(): string }) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "ping" | "pong", listener: () => void): unknown;
}

/** Limits after which a client counts as gone. */
export interface SocketLimits {
  /** Milliseconds between two pings. Default 15,000. */
  readonly pingInterval?: number;
  /** Milliseconds that the client may read nothing while data waits for it. Default 30,000. */
  readonly stallTime?: number;
  /**
   * Returns the number of bytes received so far. A client that sends bytes but answers no ping is sending an endless
   * message.
   */
  readonly bytesRead?: () => number;
}

/**
 * Returns the server's end of a connection to a browser: a socket of `ws`, with JSON in text frames. Pings check
 * whether the client is there. A browser answers them by itself, even if its page is hidden or busy.
 */
export function webSocketTransport(socket: ServerSocket, limits: SocketLimits = {}): Transport {
  const { pingInterval = 15_000, stallTime = 30_000, bytesRead = () => 0 } = limits;
  const messages$ = new Subject<unknown>();
  const writable$ = new BehaviorSubject(true);
  const answers: (() => void)[] = [];
  let missedPings = 0;
  let pings = 0;
  let read = 0;
  let stall: ReturnType<typeof setTimeout> | undefined;

  const heartbeat = setInterval(() => {
    const isTrickling = missedPings > 0 && bytesRead() > read;
    if (missedPings >= MAX_MISSED_PINGS || isTrickling) return socket.terminate();
    missedPings++;
    pings = 0;
    read = bytesRead();
    socket.ping();
  }, pingInterval);
  (heartbeat as { unref?: () => void }).unref?.();

  const closed = new Promise<CloseInfo>((resolve) => {
    socket.on("close", (code, reason) => {
      clearInterval(heartbeat);
      clearTimeout(stall);
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
  socket.on("pong", () => {
    missedPings = 0;
    for (const answered of answers.splice(0)) answered();
  });
  socket.on("ping", () => {
    if (++pings > (MAX_PINGS * pingInterval) / 1000) socket.close(1008, "too many pings");
  });
  // A broken connection is reported by "close", which follows.
  socket.on("error", () => {});

  const setWritable = (isWritable: boolean): void => {
    clearTimeout(stall);
    if (!isWritable) stall = setTimeout(() => socket.terminate(), stallTime);
    (stall as { unref?: () => void } | undefined)?.unref?.();
    writable$.next(isWritable);
  };
  return {
    messages$,
    writable$,
    closed,
    send(message: ServerMessage) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > TERMINATE_ABOVE) return socket.terminate();
      const text = JSON.stringify(message);
      socket.send(text, () => {
        if (!writable$.value && socket.bufferedAmount < RESUME_BELOW) setWritable(true);
      });
      if (writable$.value && socket.bufferedAmount > PAUSE_ABOVE) setWritable(false);
      return text.length;
    },
    close(code = 1000, reason = "") {
      socket.close(code, reason);
    },
    ping(answered) {
      answers.push(answered);
      socket.ping();
    },
  };
}
