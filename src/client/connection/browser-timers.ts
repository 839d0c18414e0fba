import type { Timers } from "../../protocol/timers.ts";

/** The browser's timers. */
export const timers: Timers = {
  now: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
