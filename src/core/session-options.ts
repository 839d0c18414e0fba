import type { Observable } from "rxjs";
import type { ServerMessage } from "../protocol/messages.ts";
import type { RunletError } from "./errors.ts";
import type { ErrorPlace } from "./funnel.ts";
import type { Limits } from "./limits.ts";
import type { Page } from "./page.ts";
import type { PubSubHub } from "./pubsub.ts";
import type { Clock } from "./schedule.ts";
import type { Watch } from "./watch.ts";

/** What carries a session's messages. The transports of `runlet/transport` are such. */
export interface SessionTransport {
  /** May return how many bytes that is. */
  send(message: ServerMessage): unknown;
  readonly messages$: Observable<unknown>;
  readonly writable$: Observable<boolean>;
  close(code?: number, reason?: string): void;
  readonly closed: Promise<unknown>;
  /** Asks whether the client is there; `answered` is called when it says so. */
  ping?(answered: () => void): void;
}

/** The app: called once a session, with its page. */
export type Main = (page: Page) => void | Promise<void>;

/** Where a session writes what its people should not see. `console` is one. */
export interface Log {
  info(...what: unknown[]): void;
  warn(...what: unknown[]): void;
  error(...what: unknown[]): void;
}

export interface SessionOptions {
  readonly main: Main;
  readonly clock?: Clock;
  /** Passes messages between sessions of one app. Default: one of its own, so that it hears only itself. */
  readonly hub?: PubSubHub;
  readonly log?: Log;
  /** Whether people are shown what went wrong, and a reload follows a restart. Default `false`. */
  readonly isDevelopment?: boolean;
  /** Names this start of the app; sent in development. */
  readonly boot?: string;
  /** Most updates a second; what changes in between is merged. Default: no limit. */
  readonly maxUpdatesPerSecond?: number;
  /** Whether changed scalars may skip immer and fast-json-patch, to the same documents. Default `true`. */
  readonly shortLane?: boolean;
  /** Hears of errors that neither `didCatch` nor `page.onError` took. Default: the log. */
  readonly onUnhandled?: (error: unknown, place: ErrorPlace) => void;
  /** Hears of commands from the client that were refused. Default: the log. */
  readonly onRefused?: (error: RunletError) => void;
  readonly limits?: Limits;
  /** Who it is of. */
  readonly user?: unknown;
  /** Sees user code begin and end. */
  readonly watch?: Watch;
  /** Nobody is connected any more. Default: it ends. */
  readonly onAway?: () => void;
  readonly onEnd?: () => void;
}
