import { BehaviorSubject, Subject } from "rxjs";
import type { ServerMessage } from "../protocol/messages.ts";
import type { CloseInfo, Transport } from "./transport.ts";

/** Bytes waiting in the socket above which updates are held and merged, and below which they go on. */
const PAUSE_ABOVE = 1024 * 1024;
const RESUME_BELOW = PAUSE_ABOVE / 2;

/** What is needed of a socket: a `WebSocket` of `ws` has it. */
export interface ServerSocket {
  readonly readyState: number;
  readonly OPEN: number;
  /** Bytes that wait to be sent. */
  readonly bufferedAmount: number;
  send(data: string, sent: () => void): void;
  close(code?: number, reason?: string): void;
  on(event: "message", listener: (data: { toString(): string }, isBinary: boolean) => void): unknown;
  on(event: "close", listener: (code: number, reason: { toString(): string }) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** The server's end of a browser's connection: a socket of `ws`, JSON in text frames. */
export function webSocketTransport(socket: ServerSocket): Transport {
  const messages$ = new Subject<unknown>();
  const writable$ = new BehaviorSubject(true);
  const closed = new Promise<CloseInfo>((resolve) => {
    socket.on("close", (code, reason) => {
      messages$.complete();
      resolve({ code, reason: reason.toString() });
    });
  });
  socket.on("message", (data, isBinary) => {
    if (isBinary) return socket.close(1003, "text frames only");
    let message: unknown;
    try {
      message = JSON.parse(data.toString());
    } catch {
      return socket.close(1007, "not JSON");
    }
    messages$.next(message);
  });
  // A broken connection is reported by "close", which follows.
  socket.on("error", () => {});

  return {
    messages$,
    writable$,
    closed,
    send(message: ServerMessage) {
      if (socket.readyState !== socket.OPEN) return;
      socket.send(JSON.stringify(message), () => {
        if (!writable$.value && socket.bufferedAmount < RESUME_BELOW) writable$.next(true);
      });
      if (writable$.value && socket.bufferedAmount > PAUSE_ABOVE) writable$.next(false);
    },
    close(code = 1000, reason = "") {
      socket.close(code, reason);
    },
  };
}
