import { Backoff, mayRetry } from "../protocol/backoff.ts";
import type { ClientMessage, ServerMessage } from "../protocol/messages.ts";
import { CloseCode } from "../protocol/messages.ts";

/** A connection as the client needs it, whatever carries it. */
export interface Channel {
  /** It is of no use: gives it up, and connects again if it can. */
  drop(): void;
  close(): void;
}

/** How a connection ended. */
export interface Closed {
  readonly code: number;
  /** It tries to connect again by itself. */
  readonly willRetry: boolean;
}

/** What a channel reports. */
export interface ChannelEvents {
  /** Connected, for the first time or again: say hello. */
  opened(send: (message: ClientMessage) => void): void;
  received(message: ServerMessage): void;
  closed(info: Closed): unknown;
  /** Something may have happened to the connection: the page was away, or the network. */
  doubted(): void;
}

/** The page is gone into the browser's cache: a code that a client may give itself. */
export const HIDDEN_AWAY = 4001;
/** Milliseconds for an attempt to connect: one that nobody answers would last for minutes. */
const CONNECT_TIME = 10_000;
/** Milliseconds for which an attempt is too new to be made anew. */
const FRESH = 500;

/**
 * A WebSocket that connects again when it is lost: soon at first, then ever more slowly; at once when the machine is
 * online again or the person looks at the page. `allow` says whether a connection may be made, and may take a moment.
 */
export function webSocketChannel(url: string, events: ChannelEvents, allow: () => Promise<void>): Channel {
  const backoff = new Backoff(random);
  const listening = new AbortController();
  let socket: WebSocket | undefined;
  /** Until the next attempt, or the end of this one. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let isOver = false;

  const open = (): void => {
    clearTimeout(timer);
    const opened = new WebSocket(url);
    socket = opened;
    since = performance.now();
    timer = setTimeout(drop, CONNECT_TIME);
    const send = (message: ClientMessage): void => {
      if (opened.readyState === WebSocket.OPEN) opened.send(JSON.stringify(message));
    };
    opened.onopen = () => {
      if (socket !== opened) return;
      clearTimeout(timer);
      events.opened(send);
    };
    opened.onmessage = ({ data }) => {
      if (socket !== opened) return;
      backoff.reset();
      events.received(JSON.parse(data as string) as ServerMessage);
    };
    opened.onclose = ({ code }) => {
      if (socket === opened) lost(code);
    };
  };
  const lost = (code: number): void => {
    clearTimeout(timer);
    socket = timer = undefined;
    const willRetry = !isOver && mayRetry(code);
    events.closed({ code, willRetry });
    if (willRetry) timer = setTimeout(open, backoff.next(code === CloseCode.overloaded));
  };
  const now = (): void => {
    if (socket?.readyState === WebSocket.OPEN) return events.doubted();
    // If this attempt comes too early, the next one is near.
    backoff.reset();
    // More than one event says that the person is back. But what began before the network was there may never end.
    if (socket !== undefined && performance.now() - since < FRESH) return;
    if (socket !== undefined) drop();
    // Without a timer no attempt is allowed: not yet, or not any more.
    if (timer !== undefined) open();
  };
  const drop = (code = 1006): void => {
    if (socket === undefined) return;
    socket.close(code === HIDDEN_AWAY ? code : undefined);
    lost(code);
  };
  const { signal } = listening;
  addEventListener("online", now, { signal });
  addEventListener("offline", () => socket?.readyState === WebSocket.OPEN && events.doubted(), { signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && now(), { signal });
  // With an open connection the browser could not keep the page for its back button.
  const leave = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    drop(HIDDEN_AWAY);
    clearTimeout(timer);
  };
  addEventListener("pagehide", leave, { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && now(), { signal });
  void allow().then(() => isOver || open());

  return {
    drop: () => drop(),
    close() {
      isOver = true;
      clearTimeout(timer);
      listening.abort();
      socket?.close(1000);
      if (socket !== undefined) lost(1000);
    },
  };
}

/** In [0, 1), so that not all clients come back at the same instant. */
function random(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) / 2 ** 32;
}
