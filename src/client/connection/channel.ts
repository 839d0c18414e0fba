import { Backoff, mayRetry } from "../../protocol/backoff.ts";
import { MORE, PARTS_PROTOCOL } from "../../protocol/message-parts.ts";
import { type ClientMessage, CloseCode, type ServerMessage } from "../../protocol/messages.ts";
import { startDeadline, type Timers } from "../../protocol/timers.ts";

/** A connection to the server, independent of what carries it. */
export interface Channel {
  /** Gives up a connection that does not work, and connects again if the channel can. */
  drop(): void;
  close(): void;
}

/** Facts about a connection that ended. */
export interface Closed {
  readonly code: number;
  /** Whether the channel connects again by itself. */
  readonly willRetry: boolean;
}

/** Events that a channel reports. */
export interface ChannelEvents {
  /** Called when the channel has connected, for the first time or again. The client then sends its handshake. */
  opened(send: (message: ClientMessage) => void): void;
  received(message: ServerMessage): void;
  /** Called when a part of a message has arrived. */
  receivedPart(): void;
  closed(info: Closed): unknown;
  /** Called when the connection may be broken, because the page was hidden or the network changed. */
  uncertain(): void;
}

/** Close code of a page that goes into the browser's back/forward cache. It is in the range that a client may use. */
export const PAGE_HIDDEN = 4001;
/**
 * Timeout of an attempt to connect, in milliseconds. An attempt that gets no answer would otherwise last for minutes.
 */
const CONNECT_TIMEOUT = 10_000;
/** The browser's timers. */
export const timers: Timers = {
  now: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
/** Age in milliseconds below which an attempt to connect is not replaced by a new one. */
const STABLE_AFTER = 500;

/**
 * Returns a channel for a WebSocket that connects again when the connection is lost. The delays are short at first and
 * grow. When the machine comes online or the page becomes visible, it connects at once. `allow` resolves when
 * connecting is allowed.
 */
export function webSocketChannel(url: string, events: ChannelEvents, allow: () => Promise<void>): Channel {
  const backoff = new Backoff(random);
  const listening = new AbortController();
  let socket: WebSocket | undefined;
  /** Cancels the timer of the next attempt, or the timeout of the current one. */
  let cancel: (() => void) | undefined;
  let since = 0;
  /** Whether the welcome of this connection resumed a session; undefined before a welcome. */
  let isResumed: boolean | undefined;
  let isOver = false;

  const open = (): void => {
    cancel?.();
    const opened = new WebSocket(url, PARTS_PROTOCOL);
    /** Parts of a message of which more will arrive. */
    let parts = "";
    socket = opened;
    since = performance.now();
    isResumed = undefined;
    cancel = startDeadline(timers, CONNECT_TIMEOUT, drop);
    const send = (message: ClientMessage): void => {
      if (opened.readyState === WebSocket.OPEN) opened.send(JSON.stringify(message));
    };
    opened.onopen = () => {
      if (socket !== opened) return;
      cancel?.();
      events.opened(send);
    };
    opened.onmessage = ({ data }: MessageEvent<string>) => {
      if (socket !== opened) return;
      if (data[0] === MORE) {
        parts += data.slice(1);
        return events.receivedPart();
      }
      const message = JSON.parse(parts + data) as ServerMessage;
      parts = "";
      if (message.type === "welcome") isResumed = message.resumed;
      events.received(message);
    };
    opened.onclose = ({ code }) => {
      if (socket === opened) lost(code);
    };
  };
  const lost = (code: number): void => {
    cancel?.();
    socket = cancel = undefined;
    const willRetry = !isOver && mayRetry(code);
    events.closed({ code, willRetry });
    backoff.lost(code, performance.now() - since, isResumed);
    if (willRetry)
      cancel = timers.after(backoff.next(code === CloseCode.overloaded, code === CloseCode.restarting), open);
  };
  const now = (): void => {
    if (socket?.readyState === WebSocket.OPEN) return events.uncertain();
    if (backoff.isHeldBack) return;
    // With the shortest delays, another attempt follows soon if this one comes too early.
    backoff.reset();
    // When the person returns to the page, several events fire, so a recent attempt is kept. An older attempt is
    // replaced, because an attempt that started without a network may never end.
    if (socket !== undefined && performance.now() - since < STABLE_AFTER) return;
    if (socket !== undefined) drop();
    // There is no timer if connecting is not allowed yet, or if the channel does not connect again.
    if (cancel !== undefined) open();
  };
  const drop = (code = 1006): void => {
    if (socket === undefined) return;
    socket.close(code === PAGE_HIDDEN ? code : undefined);
    lost(code);
  };
  const { signal } = listening;
  addEventListener("online", now, { signal });
  addEventListener("offline", () => socket?.readyState === WebSocket.OPEN && events.uncertain(), { signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && now(), { signal });
  // An open connection would keep the page out of the browser's back/forward cache.
  const leave = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    drop(PAGE_HIDDEN);
    cancel?.();
    // The next attempt is the one of `pageshow`.
    backoff.isHeldBack = false;
  };
  addEventListener("pagehide", leave, { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && now(), { signal });
  void allow().then(() => isOver || open());

  return {
    drop: () => drop(),
    close() {
      isOver = true;
      cancel?.();
      listening.abort();
      socket?.close(1000);
      if (socket !== undefined) lost(1000);
    },
  };
}

/** Returns a random number in [0, 1), so that clients do not all reconnect at the same instant. */
function random(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) / 2 ** 32;
}
