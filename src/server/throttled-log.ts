import { RateLimiter } from "../core/link/rate-limiter.ts";
import type { Clock } from "../core/reactive/clock.ts";
import type { Log } from "../core/session/session-options.ts";

/** Maximum number of warnings per second that clients can cause. */
const WARNINGS_PER_SECOND = 10;
/** Maximum length of one such warning, in characters. */
const MAX_WARNING_LENGTH = 1000;

/**
 * Returns a log for warnings that clients cause. It limits the warnings per second and counts the rest. Each warning is
 * one line, even if it quotes a client's text with line breaks.
 */
export function throttledLog(log: Log, clock: Clock): Log {
  const limiter = new RateLimiter(clock, WARNINGS_PER_SECOND);
  let omitted = 0;
  const toLine = (what: unknown): unknown =>
    typeof what === "string" ? what.slice(0, MAX_WARNING_LENGTH).replace(/\p{Cc}/gu, " ") : what;
  return {
    info: (...what) => log.info(...what),
    error: (...what) => log.error(...what),
    warn(...what) {
      if (!limiter.tryAcquire()) return void omitted++;
      log.warn(...what.map(toLine), ...(omitted > 0 ? [`(${omitted} more were left out)`] : []));
      omitted = 0;
    },
  };
}
