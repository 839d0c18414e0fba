import { quote, RunletError, shorten } from "./errors.ts";
import { nearestWord, nearestWords } from "./nearest-word.ts";

/** What is wrong with a value: where in the value, and why. */
export interface Problem {
  /** Fields and indexes that lead to the wrong part: `["colors", 2]`. Empty if the value itself is wrong. */
  readonly path: readonly (string | number)[];
  /** What is wrong with that part. The message begins with a verb: `must be a number, not "12"`. */
  readonly message: string;
}

/** Returns the error for a type whose check returns a text, as checks did before they returned a path and a message. */
function oldProblem(text: string): RunletError {
  return new RunletError(
    "bad-spec",
    `The check of a Type returned ${quote(text)}. It must return { path: [], message: "must be …" }, or undefined if the value is valid.`,
  );
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

/** Most fields and indexes of a path that an error shows, and the longest field. */
const MAX_DEPTH = 20;
const MAX_FIELD = 100;

/** Returns a problem as the end of an error: `Text.style.color must be …`, if the subject is `Text.style`. */
export function describeProblem(subject: string, problem: Problem): string {
  if (typeof problem === "string") throw oldProblem(problem);
  const { path, message } = problem;
  const place = path.slice(0, MAX_DEPTH).map(describeKey).join("");
  return `${subject}${place}${path.length > MAX_DEPTH ? "…" : ""} ${message}`;
}

function describeKey(key: string | number): string {
  if (typeof key === "number") return `[${key}]`;
  const field = shorten(key, MAX_FIELD);
  return /^[\p{L}_$][\p{L}\p{N}_$…]*$/u.test(field) ? `.${field}` : `[${quote(key)}]`;
}

// ---- what a type takes ----------------------------------------------------------------------------

/** Longest list of words that an error shows whole. */
const MAX_LISTED = 12;
/** Number of words that are shown of a longer list. */
const FEW = 5;

/** What a type says in an error about the values that it takes. */
export interface Expectation {
  /** Name as the reference prints it: `number`, `"left" | "right"`, `Padding`. */
  readonly name: string;
  /**
   * Returns what a value must be, with an example, as errors say it after "must be": `an object such as { x: 0, y: 1 }`;
   * or several alternatives. The wrong value is given, so that a long list can be cut to what is near it. Default: the
   * name.
   */
  expects?(wrong: unknown): string | readonly string[];
  /** Returns the valid word that was probably meant by a wrong value. */
  suggest?(wrong: unknown): string | undefined;
  /** Returns a valid value, for examples in errors. */
  example?(): unknown;
}

/** Returns the problem with a value that a type does not take: what it must be, what it is, and what was meant. */
export function mismatch(type: Expectation, wrong: unknown): Problem {
  return problemWith(`must be ${expectationOf(type, wrong)}, not ${quote(wrong)}${hint(type.suggest?.(wrong))}`);
}

/** Returns what a value must be, as errors say it after "must be". */
export function expectationOf(type: Expectation, wrong?: unknown): string {
  return orList(alternativesOf(type, wrong));
}

/** Returns the alternatives that a type takes, as errors say them. */
export function alternativesOf(type: Expectation, wrong: unknown): readonly string[] {
  return [type.expects?.(wrong) ?? type.name].flat();
}

/** Returns a word that was probably meant as the end of an error; empty if there is none. */
function hint(meant: string | undefined): string {
  return meant === undefined ? "" : ` (is ${quote(meant)} meant?)`;
}

const OBJECT = "an object such as ";

/** Returns alternatives in a sentence: `a, b, or c`. The objects among them become one alternative. */
function orList(alternatives: readonly string[]): string {
  const objects = alternatives.filter((text) => text.startsWith(OBJECT)).map((text) => text.slice(OBJECT.length));
  const others = alternatives.filter((text) => !text.startsWith(OBJECT));
  const all = objects.length === 0 ? others : [...others, OBJECT + objects.join(" or ")];
  const last = all.at(-1) ?? "";
  return all.length < 2 ? last : `${all.slice(0, -1).join(", ")}, or ${last}`;
}

/** Returns a list of words for an error. A long list is cut to the words that are nearest to the wrong value. */
export function listWords(words: readonly (string | number)[], wrong: unknown): string {
  const format = (some: readonly (string | number)[]) => some.map((word) => JSON.stringify(word)).join(" | ");
  if (words.length <= MAX_LISTED) return format(words);
  const texts = words.filter((word) => typeof word === "string");
  const few = typeof wrong === "string" ? nearestWords(wrong, texts, FEW) : words.slice(0, FEW);
  return `${format(few)} | … (${words.length} in all)`;
}

/** Returns the word of a list that was probably meant. */
export function suggestWord(words: readonly (string | number)[], wrong: unknown): string | undefined {
  if (typeof wrong !== "string") return undefined;
  return nearestWord(
    wrong,
    words.filter((word) => typeof word === "string"),
  );
}

/** Returns a value as code. */
export function toCode(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCode).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? String(value);
  const fields = Object.entries(value).map(([key, entry]) => {
    return `${/^[a-z_$][\w$]*$/i.test(key) ? key : JSON.stringify(key)}: ${toCode(entry)}`;
  });
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** Returns the problem with an object that lacks a field. */
export function missingField(name: string, type: Expectation | undefined): Problem {
  return problemWith(`is missing${type === undefined ? "" : `: it must be ${expectationOf(type)}`}`, name);
}

/** Returns the problem with an object that has a field that its type does not have. */
export function unknownField(owner: string, fields: readonly string[], typed: string): Problem {
  const meant = typed === "all" ? "for all sides, give the value alone" : undefined;
  const end = meant === undefined ? hint(suggestWord(fields, typed)) : ` (${meant})`;
  return problemWith(`is not a field of ${owner} (${fields.join(", ")})${end}`, typed);
}

/** Bounds of a number, both inclusive. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Returns a number between bounds: 8 if that is possible, otherwise one in the middle, to a fraction such as halves. */
export function exampleNumber(bounds: Bounds, fraction: number): number {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds;
  if (min <= 8 && max >= 8) return 8;
  if (!Number.isFinite(min)) return max;
  return Number.isFinite(max) ? Math.ceil(((min + max) / 2) * fraction) / fraction : min;
}

/** Returns an object with examples of a few fields. */
export function exampleObject(fields: ReadonlyMap<string, Expectation>, names: readonly string[]): object {
  const examples = names.map((name) => [name, fields.get(name)?.example?.()] as const);
  return Object.fromEntries(examples.filter(([, value]) => value !== undefined));
}

/** What is wrong with a generator function, worded to follow its name. */
export const GENERATOR =
  "must not be a generator function: a call of it runs none of its code. Use a function or an async function, without the *";

/** Returns whether a function is a generator function or an async generator function. */
export function isGenerator(value: unknown): boolean {
  return typeof value === "function" && /GeneratorFunction\]$/.test(Object.prototype.toString.call(value));
}
