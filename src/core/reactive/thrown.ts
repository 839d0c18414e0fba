import { quote, shorten } from "../declaration/errors.ts";

/** Longest message of an error that a person sees, in characters. */
const MAX_MESSAGE = 2000;

/**
 * Returns what a thrown value says: the message of an error, or the value as text. The text has a bounded length. Never
 * throws, whatever was thrown: an app may throw an object without a prototype, or an error whose message is a getter
 * that throws.
 */
export function messageOf(thrown: unknown): string {
  try {
    const said: unknown = thrown instanceof Error ? thrown.message : thrown;
    return typeof said === "bigint" ? quote(said) : copyOf(String(said));
  } catch {
    return `${quote(thrown)}, which has no readable message`;
  }
}

/** Returns the beginning of a text. A plain `slice` would keep the whole text in memory as long as the result lives. */
function copyOf(text: string): string {
  return text.length > MAX_MESSAGE ? [...shorten(text, MAX_MESSAGE)].join("") : text;
}

/**
 * Returns a promise for the outcome of an object with `then`. Calling its own `then` could throw, call back at once, or
 * call back twice.
 */
export function toPromise(thenable: PromiseLike<unknown>): Promise<unknown> {
  return new Promise((resolve) => resolve(thenable));
}
