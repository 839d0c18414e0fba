import { BehaviorSubject, Subject } from "rxjs";
import type { ServerMessage } from "../protocol/messages.ts";
import type { CloseInfo, Transport } from "./transport.ts";

const MIB = 1024 * 1024;
/** Bytes waiting in the socket above which updates are held and merged, and below which they go on. */
const PAUSE_ABOVE = MIB;
const RESUME_BELOW = PAUSE_ABOVE / 2;
/** Bytes waiting above which nothing helps. */
const CUT_ABOVE = 16 * MIB;
/** Pings in a row that a client may leave without an answer. */
const MOST_MISSED = 2;
/** Pings a second that a client may send. No browser sends any. */
const MOST_PINGS = 100;

/** What is needed of a socket: a `WebSocket` of `ws` has it. */
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

/** When a client over a socket counts as gone. */
export interface SocketLimits {
  /** Milliseconds between two pings. Default 15,000. */
  readonly pingInterval?: number;
  /** Milliseconds for which it may take nothing of what waits for it. Default 30,000. */
  readonly stallTime?: number;
  /** Bytes that have come: one who sends some and answers no ping sends a message without an end. */
  readonly bytesRead?: () => number;
}

/**
 * The server's end of a browser's connection: a socket of `ws`, JSON in text frames. The client is asked by pings
 * whether it is there, which a browser answers by itself, also for a page that is hidden or busy.
 */
export function webSocketTransport(socket: ServerSocket, limits: SocketLimits = {}): Transport {
  const { pingInterval = 15_000, stallTime = 30_000, bytesRead = () => 0 } = limits;
  const messages$ = new Subject<unknown>();
  const writable$ = new BehaviorSubject(true);
  const answers: (() => void)[] = [];
  let missed = 0;
  let pings = 0;
  let read = 0;
  let stall: ReturnType<typeof setTimeout> | undefined;

  const beat = setInterval(() => {
    const isTrickling = missed > 0 && bytesRead() > read;
    if (missed >= MOST_MISSED || isTrickling) return socket.terminate();
    missed++;
    pings = 0;
    read = bytesRead();
    socket.ping();
  }, pingInterval);
  (beat as { unref?: () => void }).unref?.();

  const closed = new Promise<CloseInfo>((resolve) => {
    socket.on("close", (code, reason) => {
      clearInterval(beat);
      clearTimeout(stall);
      messages$.complete();
      resolve({ code, reason: reason.toString() });
    });
  });
  socket.on("message", (data, isBinary) => {
    // It is being closed: what the client sent before it heard of that counts no more.
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
    missed = 0;
    for (const answered of answers.splice(0)) answered();
  });
  socket.on("ping", () => {
    if (++pings > (MOST_PINGS * pingInterval) / 1000) socket.close(1008, "too many pings");
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
      if (socket.bufferedAmount > CUT_ABOVE) return socket.terminate();
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
