import { RunletError } from "../declaration/errors.ts";
import { isPlainObject } from "../declaration/types.ts";

/** Limits of one decoded message. */
const MAX = { depth: 32, values: 20_000, keys: 1000, characters: 65_536 };

/** Keys that allow prototype pollution when an object is copied. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Copies a decoded message into plain data, before any other code reads it. Objects in the copy have no prototype, and
 * -0 becomes 0. Throws `bad-message` for a message that is too deep or too large, for values that JSON cannot carry,
 * and for keys that allow prototype pollution.
 */
export function sanitizeMessage(message: unknown): unknown {
  let values = 0;
  const copy = (value: unknown, depth: number): unknown => {
    if (++values > MAX.values) throw unsafeMessage(`more than ${MAX.values} values`);
    if (typeof value === "string") {
      if (value.length > MAX.characters) throw unsafeMessage(`a text over ${MAX.characters} characters`);
      return value;
    }
    if (typeof value === "number") {
      if (!Number.isFinite(value)) throw unsafeMessage(`the number ${value}`);
      return value === 0 ? 0 : value;
    }
    if (value === null || value === undefined || typeof value === "boolean") return value;
    if (depth >= MAX.depth) throw unsafeMessage(`more than ${MAX.depth} levels`);
    if (Array.isArray(value)) return Array.from(value, (item) => copy(item, depth + 1));
    if (!isPlainObject(value)) throw unsafeMessage("something that is not JSON");
    const keys = Object.keys(value);
    if (keys.length > MAX.keys) throw unsafeMessage(`an object with more than ${MAX.keys} keys`);
    const data = Object.create(null) as { [key: string]: unknown };
    for (const key of keys) {
      if (FORBIDDEN_KEYS.has(key)) throw unsafeMessage(`the key ${key}`);
      data[key] = copy(value[key], depth + 1);
    }
    return data;
  };
  return copy(message, 1);
}

function unsafeMessage(what: string): RunletError {
  return new RunletError("bad-message", `A message from the client was refused: it has ${what}.`);
}
