import type { ClientMessage, ServerMessage } from "../protocol/messages.ts";
import { CloseCode } from "../protocol/messages.ts";

/** A connection as the client needs it, whatever carries it. */
export interface Channel {
  send(message: ClientMessage): void;
  close(): void;
}

/** What a channel reports. */
export interface ChannelEvents {
  /** Connected, for the first time or again: say hello. */
  opened(): void;
  received(message: ServerMessage): void;
  /** `willRetry`: it tries to connect again by itself. */
  closed(info: { readonly code: number; readonly willRetry: boolean }): unknown;
}

/** Milliseconds before each attempt to connect again; the last one repeats. */
const DELAYS: readonly number[] = [0, 100, 250, 500, 1000, 2000, 5000, 10_000];
/** Codes after which trying again cannot help. */
const FINAL: readonly number[] = [CloseCode.protocol, CloseCode.policy, CloseCode.version];

/** A WebSocket that connects again when it is lost: soon at first, then ever more slowly, at once when back online. */
export function webSocketChannel(url: string, events: ChannelEvents): Channel {
  let socket: WebSocket;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const open = () => {
    timer = undefined;
    socket = new WebSocket(url);
    socket.onopen = () => events.opened();
    socket.onmessage = ({ data }) => {
      attempts = 0;
      events.received(JSON.parse(data as string) as ServerMessage);
    };
    socket.onclose = ({ code }) => {
      const willRetry = !isOver && !FINAL.includes(code);
      events.closed({ code, willRetry });
      if (!willRetry) return;
      const delay = DELAYS[Math.min(attempts++, DELAYS.length - 1)] as number;
      timer = setTimeout(open, delay * (0.5 + Math.random()));
    };
  };
  const now = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    open();
  };
  addEventListener("online", now);
  open();

  return {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    close() {
      isOver = true;
      clearTimeout(timer);
      removeEventListener("online", now);
      socket.close();
    },
  };
}
