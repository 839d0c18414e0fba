import { quote, RunletError } from "../../core/declaration/errors.ts";
import { isPlainObject } from "../../core/declaration/types.ts";

/**
 * Copies a message in its current state. Returns a function that returns the message for one receiver. Plain data is
 * one frozen copy for all receivers. A value that cannot be frozen, such as a Date, is copied for each receiver. Throws
 * `not-sendable` for functions, controls, streams and instances of other classes.
 * @internal
 */
export function frozenClone(message: unknown): () => unknown {
  let isFrozen = true;
  const known = new Map<object, unknown>();

  const copy = (value: unknown, path: string): unknown => {
    if (typeof value === "function" || typeof value === "symbol") throw notSendable(path, value);
    if (value === null || typeof value !== "object") return value;
    if (known.has(value)) return known.get(value);
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      known.set(value, items);
      for (const [index, item] of value.entries()) items.push(copy(item, `${path}[${index}]`));
      return Object.freeze(items);
    }
    if (isPlainObject(value)) {
      const fields: { [key: string]: unknown } = {};
      known.set(value, fields);
      for (const key of Object.keys(value)) set(fields, key, copy(value[key], `${path}.${key}`));
      return Object.freeze(fields);
    }
    isFrozen = false;
    const own = copyBuiltIn(value, path, copy);
    known.set(value, own);
    return own;
  };

  const clone = copy(message, "message");
  return isFrozen ? () => clone : () => structuredClone(clone);
}

function copyBuiltIn(value: object, path: string, copy: (value: unknown, path: string) => unknown): unknown {
  if (value instanceof Map)
    return new Map([...value].map((entry) => copy(entry, `${path}.entry`) as [unknown, unknown]));
  if (value instanceof Set) return new Set([...value].map((item) => copy(item, `${path}.item`)));
  const isCloneable = value instanceof Date || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  if (!isCloneable) throw notSendable(path, value);
  return structuredClone(value);
}

/** Sets a field whose key may be `__proto__`, which an assignment would not store. */
function set(fields: object, key: string, value: unknown): void {
  Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true });
}

function notSendable(path: string, value: unknown): RunletError {
  return new RunletError(
    "not-sendable",
    `page.pubsub: ${path} is ${quote(value)}, which cannot be sent to another session. Send plain data: objects, arrays, text, numbers.`,
  );
}
