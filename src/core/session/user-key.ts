import { quote, RunletError } from "../declaration/errors.ts";

/** Maximum number of values in a user. A user with more of them is no identity, or contains itself. */
const MAX_VALUES = 1000;

/** Returns the value that identifies a user: a text that is not empty, or a number. */
export type UserKey = (user: unknown) => unknown;

/**
 * Returns a text that is the same for equal users only. All comparisons of users use it. Without `keyOf`, equal users
 * are equal JSON values; the order of the members of an object does not matter. Returns `undefined` for an anonymous
 * client. Throws `ambiguous-user` if two different users could have the same text.
 */
export function userKeyOf(user: unknown, keyOf?: UserKey): string | undefined {
  if (user === undefined || user === null) return undefined;
  const reader = new KeyReader();
  let text = "";
  let cause: unknown;
  try {
    text = keyOf === undefined ? reader.read(user, "user") : reader.readKey(keyOf(user));
  } catch (error) {
    // Anything may be thrown here: by a proxy, a getter or the app's function.
    cause = error;
    reader.problem = keyOf === undefined ? "it cannot be read" : "the app's function userKey() failed";
  }
  reader.problem ??= reader.hasName ? undefined : "it contains no text and no number";
  if (reader.problem === undefined) return text;
  const advice =
    "Let authenticate() return an id, which is a text or a number. Or set the option userKey to a function that returns the id of a user";
  const message = `A user cannot be distinguished from others: ${reader.problem}. ${advice}.`;
  throw new RunletError("ambiguous-user", message, cause === undefined ? undefined : { cause });
}

/** Reads one user, and finds out whether its text shows everything that distinguishes the user from others. */
class KeyReader {
  /** Reason why the text could be the same for two users. */
  problem: string | undefined;
  /** Whether the user contains a text or a number. Without one, nothing distinguishes the user. */
  hasName = false;
  #values = 0;

  /** Returns the text of a key that the app returned. */
  readKey(key: unknown): string {
    if (key === "" || (typeof key !== "string" && typeof key !== "number")) {
      this.problem = `userKey() must return a text that is not empty or a number, not ${quote(key)}`;
      return "";
    }
    return this.read(key, "the result of userKey()");
  }

  /** Returns the text of a value. No two different values have the same text. */
  read(value: unknown, path: string): string {
    this.#values++;
    if (this.#values > MAX_VALUES) return this.#fail(`it has more than ${MAX_VALUES} values, or contains itself`);
    if (value === null || typeof value === "boolean") return String(value);
    if (typeof value === "string" || typeof value === "number") {
      this.hasName = true;
      const text = JSON.stringify(value);
      // JSON has no NaN, no Infinity and no -0.
      return Object.is(JSON.parse(text), value)
        ? text
        : this.#fail(`${path} is ${Object.is(value, -0) ? "-0" : value}`);
    }
    if (typeof value !== "object") return this.#fail(`${path} is a ${typeof value}`);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Array.prototype) return this.#readArray(value as unknown[], path);
    if (prototype === Date.prototype) return this.#readDate(value as Date, path);
    if (prototype === Object.prototype || prototype === null) return this.#readObject(value as object, path);
    return this.#fail(`${path} is ${quote(value)}, which may hide a part of its state`);
  }

  #readArray(list: readonly unknown[], path: string): string {
    // One more key is the length. Any other would be missing in the text.
    if (Reflect.ownKeys(list).length !== list.length + 1) return this.#fail(`${path} has gaps or members of its own`);
    return `[${Array.from(list, (each, at) => this.read(each, `${path}[${at}]`)).join()}]`;
  }

  #readDate(date: Date, path: string): string {
    const time = Date.prototype.getTime.call(date);
    if (Number.isNaN(time)) return this.#fail(`${path} is an invalid date`);
    return Reflect.ownKeys(date).length === 0 ? `Date(${time})` : this.#fail(`${path} has members of its own`);
  }

  /** A member whose value is `undefined` counts as missing, as in JSON. */
  #readObject(object: object, path: string): string {
    const names = Object.keys(object).sort();
    if (Reflect.ownKeys(object).length !== names.length) return this.#fail(`${path} has hidden members`);
    const members = names.flatMap((name) => {
      const value = (object as { readonly [name: string]: unknown })[name];
      return value === undefined ? [] : [`${JSON.stringify(name)}:${this.read(value, `${path}[${quote(name)}]`)}`];
    });
    return `{${members.join()}}`;
  }

  #fail(problem: string): string {
    this.problem ??= problem;
    return "";
  }
}
