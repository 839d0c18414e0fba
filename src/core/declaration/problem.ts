import { quote } from "./errors.ts";

/** What is wrong with a value: where in the value, and why. */
export interface Problem {
  /** Fields and indexes that lead to the wrong part: `["colors", 2]`. Empty if the value itself is wrong. */
  readonly path: readonly (string | number)[];
  /** What is wrong with that part. The message begins with a verb: `must be a number, not "12"`. */
  readonly message: string;
}

const NOWHERE: readonly never[] = [];

/** Returns a problem. The message begins with a verb, and has no period at its end. */
export function problemWith(message: string, ...path: readonly (string | number)[]): Problem {
  return { path: path.length === 0 ? NOWHERE : path, message };
}

/** Returns the problem with a value that has the wrong kind. */
export function mustBe(what: string, value: unknown): Problem {
  return problemWith(`must be ${what}, not ${quote(value)}`);
}

/** Returns the same problem as part of a larger value, in which the wrong value is a field or an item. */
export function problemIn(key: string | number, { path, message }: Problem): Problem {
  return { path: [key, ...path], message };
}

/** Returns a problem as the end of an error: `Text.style.color must be …`, if the subject is `Text.style`. */
export function describeProblem(subject: string, { path, message }: Problem): string {
  return `${subject}${path.map(describeKey).join("")} ${message}`;
}

function describeKey(key: string | number): string {
  if (typeof key === "number") return `[${key}]`;
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? `.${key}` : `[${quote(key)}]`;
}
