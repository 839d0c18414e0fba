import { RunletError } from "./errors.ts";

/** What a decoded message may hold at most. */
const MOST = { depth: 32, values: 20_000, keys: 1000, characters: 65_536 };

/**
 * Refuses a decoded message that is too deep, too wide or too long before anything looks into it, and the
 * keys with which object literals can be made to lie.
 */
export function assertBounded(message: unknown): void {
  let values = 0;
  const look = (value: unknown, depth: number): void => {
    if (++values > MOST.values) throw tooMuch(`more than ${MOST.values} values`);
    if (typeof value === "string" && value.length > MOST.characters)
      throw tooMuch(`a text over ${MOST.characters} characters`);
    if (value === null || typeof value !== "object") return;
    if (depth >= MOST.depth) throw tooMuch(`more than ${MOST.depth} levels`);
    if (Array.isArray(value)) {
      for (const item of value) look(item, depth + 1);
      return;
    }
    const keys = Object.keys(value);
    if (keys.length > MOST.keys) throw tooMuch(`an object with more than ${MOST.keys} keys`);
    for (const key of keys) {
      if (key === "__proto__" || key === "constructor" || key === "prototype") throw tooMuch(`the key ${key}`);
      look((value as { [key: string]: unknown })[key], depth + 1);
    }
  };
  look(message, 1);
}

function tooMuch(what: string): RunletError {
  return new RunletError("bad-message", `A message from the client was refused: it has ${what}.`);
}
