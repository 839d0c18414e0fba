import { RunletError } from "./errors.ts";
import { isPlainObject } from "./types.ts";

/** Limits of one decoded message. */
const MOST = { depth: 32, values: 20_000, keys: 1000, characters: 65_536 };

/** Keys that allow prototype pollution when an object is copied. */
const FORBIDDEN: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Copies a decoded message into plain data, before any other code reads it. Objects in the copy have no prototype, and
 * -0 becomes 0. Throws `bad-message` for a message that is too deep or too large, for values that JSON cannot carry,
 * and for keys that allow prototype pollution.
 */
export function toData(message: unknown): unknown {
  let values = 0;
  const copy = (value: unknown, depth: number): unknown => {
    if (++values > MOST.values) throw refused(`more than ${MOST.values} values`);
    if (typeof value === "string") {
      if (value.length > MOST.characters) throw refused(`a text over ${MOST.characters} characters`);
      return value;
    }
    if (typeof value === "number") {
      if (!Number.isFinite(value)) throw refused(`the number ${value}`);
      return value === 0 ? 0 : value;
    }
    if (value === null || value === undefined || typeof value === "boolean") return value;
    if (depth >= MOST.depth) throw refused(`more than ${MOST.depth} levels`);
    if (Array.isArray(value)) return Array.from(value, (item) => copy(item, depth + 1));
    if (!isPlainObject(value)) throw refused("something that is not JSON");
    const keys = Object.keys(value);
    if (keys.length > MOST.keys) throw refused(`an object with more than ${MOST.keys} keys`);
    const data = Object.create(null) as { [key: string]: unknown };
    for (const key of keys) {
      if (FORBIDDEN.has(key)) throw refused(`the key ${key}`);
      data[key] = copy(value[key], depth + 1);
    }
    return data;
  };
  return copy(message, 1);
}

function refused(what: string): RunletError {
  return new RunletError("bad-message", `A message from the client was refused: it has ${what}.`);
}
