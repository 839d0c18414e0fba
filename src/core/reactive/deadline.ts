import type { Clock } from "./clock.ts";

/**
 * Turns of the event loop after which everything that had arrived counts as read. One turn reads about 64 KiB of a
 * socket, so an answer is found behind two of the largest messages that a client may send by default.
 */
const TURNS_TO_READ = 10;

/**
 * Calls `callback` after everything that had arrived by now was read. While the event loop is blocked, answers wait
 * unread, and the timers that are due run before them. So a timer must not decide that a client is silent before the
 * waiting input was read. Returns a function that cancels the callback.
 */
export function afterReading(clock: Clock, callback: () => void): () => void {
  let turns = 0;
  let isCanceled = false;
  const wait = (): void => {
    if (isCanceled) return;
    if (turns++ === TURNS_TO_READ) callback();
    else clock.turnEnd(wait);
  };
  wait();
  return () => {
    isCanceled = true;
  };
}

/**
 * Calls `callback` once, `ms` milliseconds from now, unless it is canceled by then. Unlike a plain timer, it first lets
 * the input that arrived in time be read, which may cancel it. With `isIdle`, the timer does not keep the process
 * alive.
 */
export function deadline(clock: Clock, ms: number, callback: () => void, isIdle = false): () => void {
  let cancel = clock.after(
    ms,
    () => {
      cancel = afterReading(clock, callback);
    },
    isIdle,
  );
  return () => cancel();
}
