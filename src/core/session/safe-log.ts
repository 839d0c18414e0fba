import { quote, shorten } from "../declaration/errors.ts";
import { isThenable } from "../reactive/funnel.ts";
import { messageOf, toPromise } from "../reactive/thrown.ts";
import type { Log } from "./session-options.ts";

/** Longest text, and longest stack of an error, in the log. */
const MAX_TEXT = 10_000;

/** The safe log of each log, and of itself. */
const safeLogs = new WeakMap<Log, Log>();

/**
 * Returns a log that never throws, so that reporting an error causes no other. A log of the app may fail by itself, and
 * `console` fails on values that it cannot read, such as an error whose stack is a getter that throws: then it is given
 * texts. Long texts and stacks are cut.
 */
export function safeLog(log: Log): Log {
  const known = safeLogs.get(log);
  if (known !== undefined) return known;
  const write = (level: keyof Log, what: readonly unknown[]): void => {
    try {
      const result: unknown = log[level](...what.map(shortenValue));
      // A log that writes to another machine may be async.
      if (isThenable(result)) toPromise(result).catch(() => {});
    } catch {
      writeTexts(log, level, what);
    }
  };
  const safe: Log = {
    info: (...what) => write("info", what),
    warn: (...what) => write("warn", what),
    error: (...what) => write("error", what),
  };
  safeLogs.set(log, safe);
  safeLogs.set(safe, safe);
  return safe;
}

function writeTexts(log: Log, level: keyof Log, what: readonly unknown[]): void {
  try {
    log[level](...what.map(textOf));
  } catch {
    // The app's log does not work, so there is no place where its failure could be reported.
  }
}

function textOf(value: unknown): string {
  try {
    const { stack } = value as { readonly stack: unknown };
    if (typeof stack === "string") return shorten(stack, MAX_TEXT);
  } catch {
    // The value has no stack that can be read.
  }
  return messageOf(value);
}

/** Returns a value for the log. If it is a long text, or an error with a long stack, returns its beginning. */
function shortenValue(value: unknown): unknown {
  if (typeof value === "bigint") return quote(value);
  const text = value instanceof Error ? value.stack : value;
  return typeof text === "string" && text.length > MAX_TEXT ? shorten(text, MAX_TEXT) : value;
}
