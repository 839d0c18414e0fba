import { freeze, isDraftable } from "immer";
import { RunletError } from "../declaration/errors.ts";

/** Names of the methods that change a Date. */
const SETTERS = Object.getOwnPropertyNames(Date.prototype).filter((name) => name.startsWith("set"));

/**
 * Freezes a value of a state, and returns it: plain objects, arrays, Maps and Sets, and the Dates in them, whose setters
 * throw from then on. Other objects are left alone, because their classes may need to change them. What is frozen
 * already is not looked at again, so the cost follows what changed.
 */
export function freezeState<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Date) return freezeDate(value);
  if (!isDraftable(value)) return value;
  // Frozen before its parts, since one of them may contain the value again.
  freeze(value);
  if (value instanceof Map) for (const [key, item] of value) [key, item].map(freezeState);
  else for (const item of value instanceof Set ? value : Object.values(value)) freezeState(item);
  return value;
}

function freezeDate<T extends Date>(date: T): T {
  for (const name of SETTERS) Object.defineProperty(date, name, { value: refuse });
  return Object.freeze(date);
}

function refuse(this: Date): never {
  throw new RunletError(
    "bad-state",
    `A Date in a state() cannot be changed in place: nothing would notice it. Replace it by another one, such as new Date(${this.getTime()}).`,
  );
}
