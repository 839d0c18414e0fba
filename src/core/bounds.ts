import { RunletError } from "./errors.ts";
import { isPlainObject } from "./types.ts";

/** What a decoded message may hold at most. */
const MOST = { depth: 32, values: 20_000, keys: 1000, characters: 65_536 };

/** Keys with which a copied object can be made to lie. */
const FORBIDDEN: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * A decoded message as data: objects without a prototype, made before anything looks into it. Refused are what is too
 * deep, too wide or too long, what JSON cannot carry, and keys with which objects can be made to lie. -0 becomes 0.
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
    if (!isPlainObject(value)) throw refused("something that is no JSON");
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
