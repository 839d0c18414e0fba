/** Codes of all errors, in alphabetical order. Each has an entry in `docs/errors.md`. */
export type ErrorCode =
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
  | "wrong-type"
  | "wrong-user";

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

/** Formats a value for an error message: short, and never the whole of a large object. */
export function quote(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === "function") return value.name === "" ? "a function" : `the function ${value.name}`;
  if (value === null || typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null;
  const name = prototype?.constructor?.name;
  if (name !== undefined && name !== "Object") return `a ${name}`;
  const keys = Object.keys(value);
  return `{ ${keys.slice(0, 5).join(", ")}${keys.length > 5 ? ", …" : ""} }`;
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
