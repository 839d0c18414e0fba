import { constants } from "node:os";

/** What is closed when the process is asked to end. */
interface Closing {
  close(): Promise<void>;
  /** Seconds that `close` may take. */
  readonly timeout: number;
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
/** Milliseconds in which a repeated signal is the same wish: a terminal and npm both pass on one Ctrl+C. */
const SAME_WISH = 50;

const running = new Set<Closing>();
/** The first signal, and the time when it came. */
let first: { readonly signal: NodeJS.Signals; readonly at: number } | undefined;

/**
 * Closes an app when the process gets SIGTERM or SIGINT. When all apps of the process have closed, the process exits
 * with code 0. A second signal ends the process at once. Returns a function that forgets the app: without any app,
 * signals have the effect that they have in any Node.js program.
 *
 * If the program listens for the signal as well, it decides when the process ends. But it has no more time than the apps
 * had, because libraries also listen for signals, without ending the process.
 */
export function closeAtSignal(closing: Closing): () => void {
  if (running.size === 0) for (const signal of SIGNALS) process.prependListener(signal, onSignal);
  running.add(closing);
  return () => {
    running.delete(closing);
    // While the process ends, a second signal must still be heard.
    if (running.size > 0 || first !== undefined) return;
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
  };
}

async function onSignal(signal: NodeJS.Signals): Promise<void> {
  if (first !== undefined) {
    if (signal === first.signal && performance.now() - first.at < SAME_WISH) return;
    process.exit(128 + constants.signals[signal]);
  }
  first = { signal, at: performance.now() };
  const isOnlyListener = process.listenerCount(signal) === 1;
  const timeout = Math.max(...[...running].map((closing) => closing.timeout));
  await Promise.allSettled([...running].map((closing) => closing.close()));
  if (isOnlyListener) process.exit();
  setTimeout(() => process.exit(), timeout * 1000).unref();
}
