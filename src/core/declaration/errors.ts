/** Codes of all errors, in alphabetical order. Each has an entry in `docs/errors.md`. */
export type ErrorCode =
  | "ambiguous-user"
  | "async-build"
  | "async-schema"
  | "bad-message"
  | "bad-option"
  | "bad-spec"
  | "bad-state"
  | "busy"
  | "build-without-slot"
  | "call-failed"
  | "contradiction"
  | "control-cycle"
  | "control-disabled"
  | "control-hidden"
  | "duplicate-control"
  | "duplicate-key"
  | "flush-loop"
  | "foreign-control"
  | "hidden-property"
  | "not-a-control"
  | "not-found"
  | "not-listening"
  | "not-mounted"
  | "not-sendable"
  | "not-writable"
  | "observable-assigned"
  | "old-name"
  | "port-in-use"
  | "protocol-version"
  | "state-loop"
  | "too-many"
  | "too-many-controls"
  | "unbounded"
  | "unknown-call"
  | "unknown-event"
  | "unknown-method"
  | "unknown-property"
  | "update-in-before-update"
  | "wrong-secrets"
  | "wrong-type";

/** An error raised by Runlet. The message says what happened, with the values, and what to do. */
export class RunletError extends Error {
  override readonly name = "RunletError";
  /** Code of the error, in kebab-case. The error reference explains each code. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Returns whether a thrown value is an instance of a class. Never throws, although the prototype of a proxy may do so. */
export function isInstance<T>(thrown: unknown, type: abstract new (...args: never[]) => T): thrown is T {
  try {
    return thrown instanceof type;
  } catch {
    return false;
  }
}

/** Returns a text, or its beginning if it is longer than `max` characters. */
export function shorten(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max)}…` : text;
}

/** Longest string, and longest name, that an error quotes. */
const MAX_QUOTED = 40;
const MAX_NAME = 100;

/**
 * Formats a value for an error message: short, and never the whole of a large object. Never throws, although a getter
 * or a proxy may do so.
 */
export function quote(value: unknown): string {
  try {
    return quoteReadable(value);
  } catch {
    return "a value that cannot be read";
  }
}

function quoteReadable(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shorten(value, MAX_QUOTED));
  if (typeof value === "function") return value.name === "" ? "a function" : `the function ${toName(value.name)}`;
  // To write all digits of a large bigint may take seconds.
  if (typeof value === "bigint" && BigInt.asIntN(64, value) !== value) return "a large bigint";
  if (value === null || typeof value !== "object") return toName(String(value));
  if (Array.isArray(value)) return `an array of ${value.length}`;
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null;
  const name = prototype?.constructor?.name;
  if (name !== undefined && name !== "Object") return `a ${toName(name)}`;
  const keys = Object.keys(value);
  return `{ ${toName(keys.slice(0, 5).join(", "))}${keys.length > 5 ? ", …" : ""} }`;
}

/** Returns a name for a message. An app may give a class or a function a name of any kind and length. */
function toName(name: unknown): string {
  return typeof name === "string" ? shorten(name, MAX_NAME) : quote(name);
}

/** The place that an error came from. */
export interface ErrorPlace {
  /** Kind of code that failed. */
  readonly kind:
    | "main"
    | "hook"
    | "handler"
    | "observable"
    | "effect"
    | "task"
    | "teardown"
    | "pubsub"
    | "didCatch"
    | "tree";
  /** Name of the hook, handler, property, task or topic, such as `didMount`, `onClick` or `value`. */
  readonly name: string;
  /** Path of the control in which the error happened, from the page down. */
  readonly path: string;
}
