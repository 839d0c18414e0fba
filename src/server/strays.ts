import { config } from "rxjs";
import { isUnmounted } from "../core/lifetime.ts";
import type { Log } from "../core/session-options.ts";

let isWatching = false;

/**
 * One person who leaves must not end the process for all. A promise made of `sleep()` that nobody awaits rejects
 * when its control goes, and a subscriber of a stream that is no control's, such as `state()`, may throw: the first is
 * no news, the second goes to the log. Everything else is as it was.
 */
export function watchStrays(log: Log): void {
  if (isWatching) return;
  isWatching = true;
  config.onUnhandledError ??= (error: unknown) => log.error("[runlet] a subscriber failed:", error);
  process.on("unhandledRejection", (reason) => {
    if (isUnmounted(reason) || process.listenerCount("unhandledRejection") > 1) return;
    throw reason;
  });
}
