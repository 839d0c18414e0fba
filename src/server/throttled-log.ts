import { RateLimiter } from "../core/link/rate-limiter.ts";
import type { Clock } from "../core/reactive/clock.ts";
import type { Log } from "../core/session/session-options.ts";

/** Maximum numbers of warnings and of errors per second that clients can cause. */
const WARNINGS_PER_SECOND = 10;
const ERRORS_PER_SECOND = 200;
/** Maximum length of one such warning, in characters. */
const MAX_WARNING_LENGTH = 1000;

/**
 * Returns a log for what clients cause. It limits the warnings and the errors per second and counts the rest. Each warning
 * is one line, even if it quotes a client's text with line breaks.
 */
export function throttledLog(log: Log, clock: Clock): Log {
  const throttled = (level: "warn" | "error", perSecond: number, convert: (what: unknown) => unknown) => {
    const limiter = new RateLimiter(clock, perSecond);
    let omitted = 0;
    return (...what: unknown[]): void => {
      if (!limiter.tryAcquire()) return void omitted++;
      log[level](...what.map(convert), ...(omitted > 0 ? [`(${omitted} more were left out)`] : []));
      omitted = 0;
    };
  };
  const toLine = (what: unknown): unknown =>
    typeof what === "string" ? what.slice(0, MAX_WARNING_LENGTH).replace(/\p{C}/gu, " ") : what;
  return {
    info: (...what) => log.info(...what),
    error: throttled("error", ERRORS_PER_SECOND, (what) => what),
    warn: throttled("warn", WARNINGS_PER_SECOND, toLine),
  };
}
