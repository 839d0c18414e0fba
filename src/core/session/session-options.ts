import type { ErrorPlace, RunletError } from "../declaration/errors.ts";
import type { Limits } from "../link/limits.ts";
import type { Clock } from "../reactive/clock.ts";
import type { CallObserver } from "../reactive/funnel.ts";
import type { Session, SessionRoot } from "./session.ts";

/** Log of messages for the operator of the app, which people should not see. `console` is one. */
export interface Log {
  info(...what: unknown[]): void;
  warn(...what: unknown[]): void;
  error(...what: unknown[]): void;
}

/** The app that a session runs. `R` is the class of the root of its tree. */
export interface SessionApp<R extends SessionRoot> {
  /** Makes the root of the tree. Its session can be used, but has no root yet. */
  root(session: Session<R>): R;
  /** The app's entry point, called when the first client has connected. */
  main(root: R): void | Promise<void>;
  /** Returns the app's handler for errors that no control handled, if there is one. */
  errorHandler?(root: R): ((error: unknown, place: ErrorPlace) => unknown) | undefined;
  /** Called once when the session has ended, after everything was unmounted. */
  disposeRoot?(root: R): void;
}

/** Options of a session. */
export interface SessionOptions<R extends SessionRoot = SessionRoot> extends SessionApp<R> {
  /** Source of time and timers, which tests replace. Default: the clock of the machine. */
  readonly clock?: Clock;
  /** Log that receives warnings and errors: an object with `info`, `warn` and `error`. Default `console`. */
  readonly log?: Log;
  /** Whether people see the details of errors, and clients reload when the app starts again. Default `false`. */
  readonly isDevelopment?: boolean;
  /** Name of this start of the app. Sent to clients in development. */
  readonly boot?: string;
  /** Maximum number of updates per second. Changes in between are merged. Default: no limit. */
  readonly maxUpdatesPerSecond?: number;
  /**
   * Whether changed scalars may skip immer and fast-json-patch. The documents are the same. `false` is for measurements.
   * Default `true`.
   * @hidden
   */
  readonly shortLane?: boolean;
  /** Called when neither `didCatch` nor `page.onError` handled an error. Default: it is logged. */
  readonly onUnhandled?: (error: unknown, place: ErrorPlace) => void;
  /** Called when a command from the client was refused. Default: it is logged. */
  readonly onRefused?: (error: RunletError) => void;
  /** Limits of what the client may use. */
  readonly limits?: Limits;
  /** User that the session belongs to. */
  readonly user?: unknown;
  /**
   * Text that this user alone has. Undefined for an anonymous client.
   * @hidden
   */
  readonly userKey?: string | undefined;
  /**
   * Opaque name of the user, which the client is sent. Default: the id of the session, if it has a user.
   * @hidden
   */
  readonly owner?: string | undefined;
  /**
   * Observer of the calls of app code.
   * @hidden
   */
  readonly watch?: CallObserver;
  /** Called when the connection was lost and the session may be kept. Default: the session ends. */
  readonly onAway?: () => void;
  /** Called at the end of a turn in which the session's bytes have changed. */
  readonly onResize?: () => void;
  readonly onEnd?: () => void;
}
