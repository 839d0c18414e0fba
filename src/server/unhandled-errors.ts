import { config } from "rxjs";
import { isUnmounted } from "../core/reactive/lifetime.ts";
import type { Log } from "../core/session/session-options.ts";

let isInstalled = false;

/**
 * Handles errors that no control can handle, because one session must not end the process for all sessions.
 *
 * - A promise of `sleep()` rejects when its control is unmounted. If the app does not await it, the rejection is
 *   ignored.
 * - A subscriber of a stream without a control, such as `state()`, may throw. The error is logged.
 *
 * Any other unhandled rejection still ends the process, as without this function.
 */
export function handleUnhandledErrors(log: Log): void {
  if (isInstalled) return;
  isInstalled = true;
  config.onUnhandledError ??= (error: unknown) => log.error("[runlet] a subscriber failed:", error);
  process.on("unhandledRejection", (reason) => {
    if (isUnmounted(reason) || process.listenerCount("unhandledRejection") > 1) return;
    throw reason;
  });
}
