import { quote } from "./errors.ts";

/**
 * What values a property, an event's payload or a field may have. Types check what the app sets and
 * what comes off the wire alike.
 */
export interface Type<T> {
  /** As the reference prints it: `number`, `"left" | "right"`, `Padding`. */
  readonly name: string;
  /**
   * What is wrong with the value, to be put right after the name of what was set: ` must be a number,
   * not "12"` or `.left must be …`. Undefined when nothing is wrong.
   */
  check(value: unknown): string | undefined;
  /** The value as the client is given it, where that is another one. */
  encode?(value: T): unknown;
  /** Never there: makes the type invariant, so that a check narrower than its type does not compile. */
  readonly accepts?: (value: T) => T;
}

/** What `check` says when a value is not of the named kind. */
export function mustBe(what: string, value: unknown): string {
  return ` must be ${what}, not ${quote(value)}`;
}

/** `true` or `false`. */
export const booleanType: Type<boolean> = {
  name: "boolean",
  check: (value) => (typeof value === "boolean" ? undefined : mustBe("true or false", value)),
};

/** Any text. */
export const stringType: Type<string> = {
  name: "string",
  check: (value) => (typeof value === "string" ? undefined : mustBe("a string", value)),
};

/** No value at all: the payload of a plain event. */
export const noneType: Type<void> = {
  name: "nothing",
  check: (value) => (value === undefined ? undefined : mustBe("nothing", value)),
};

/** Bounds of a number, both included. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** A finite number. Infinity and NaN are refused: JSON cannot carry them. */
export function numberType(bounds: Bounds = {}): Type<number> {
  return { name: "number", check: (value) => checkNumber(value, "a finite number", Number.isFinite, bounds) };
}

/** A whole number. */
export function integerType(bounds: Bounds = {}): Type<number> {
  return { name: "integer", check: (value) => checkNumber(value, "a whole number", Number.isSafeInteger, bounds) };
}

function checkNumber(value: unknown, what: string, holds: (value: number) => boolean, bounds: Bounds) {
  if (typeof value !== "number" || !holds(value)) return mustBe(what, value);
  if (bounds.min !== undefined && value < bounds.min) return ` must be at least ${bounds.min}, not ${value}`;
  if (bounds.max !== undefined && value > bounds.max) return ` must be at most ${bounds.max}, not ${value}`;
  return undefined;
}

/** One of a few words. */
export function choiceType<T extends string | number>(choices: readonly T[]): Type<T> {
  const name = choices.map((choice) => JSON.stringify(choice)).join(" | ");
  return { name, check: (value) => (choices.includes(value as T) ? undefined : mustBe(`one of ${name}`, value)) };
}

/** A type by another name, for the reference and for errors. */
export function named<T>(name: string, type: Type<T>): Type<T> {
  return { ...type, name };
}

/** A type of whatever: what `eitherType` is made of. */
// biome-ignore lint/suspicious/noExplicitAny: the alternatives of a union are each of another type
type AnyType = Type<any>;

/** A value of one of several types. The first that takes it encodes it. */
export function eitherType<T>(...options: readonly AnyType[]): Type<T> {
  return {
    name: options.map((type) => type.name).join(" | "),
    check(value) {
      const problems = options.map((type) => type.check(value));
      if (problems.includes(undefined)) return undefined;
      return mostPrecise(problems) ?? mustBe(options.map((type) => type.name).join(" or "), value);
    },
    encode: (value) =>
      encodeAs(
        options.find((type) => type.check(value) === undefined),
        value,
      ),
  };
}

/** Of the problems with each alternative, the one that came furthest. None when none is about more than the kind. */
function mostPrecise(problems: readonly (string | undefined)[]): string | undefined {
  const depth = (problem: string) =>
    (/^[.[\w\]]+/.exec(problem)?.[0].length ?? 0) - (problem.includes(" is not a field of ") ? 0.5 : 0);
  const precise = problems.filter(
    (problem) => problem !== undefined && /^(?:[.[]| must be at (?:least|most) )/.test(problem),
  );
  return (precise as string[]).toSorted((a, b) => depth(b) - depth(a))[0];
}

/** One of a few words, each sent as another: `click` as CSS has it, `pointer`. */
export function sentAs<T extends string>(words: { readonly [W in T]: string }): Type<T> {
  return { ...choiceType(Object.keys(words) as T[]), encode: (value) => words[value] };
}

/** One of several kinds of object, told apart by the field `type`. */
export function variantType<T extends { readonly type: string }>(
  name: string,
  variants: { readonly [K in T["type"]]: Type<Extract<T, { readonly type: K }>> },
): Type<T> {
  const types = new Map(Object.entries(variants) as [string, Type<T>][]);
  const kind = choiceType([...types.keys()]);
  return {
    name,
    check(value) {
      if (!isPlainObject(value)) return mustBe(`of type ${name}`, value);
      if (value.type === undefined) return ".type is missing";
      const problem = kind.check(value.type);
      return problem === undefined ? types.get(value.type as string)?.check(value) : `.type${problem}`;
    },
    encode: (value) => encodeAs(types.get(value.type), value),
  };
}

/** A list of values of one type. */
export function listType<T>(item: Type<T>): Type<readonly T[]> {
  return {
    name: `(${item.name})[]`,
    check(value) {
      if (!Array.isArray(value)) return mustBe("an array", value);
      for (const [index, entry] of value.entries()) {
        const problem = item.check(entry);
        if (problem !== undefined) return `[${index}]${problem}`;
      }
      return undefined;
    },
    ...(item.encode && { encode: (value: readonly T[]) => value.map((entry) => encodeAs(item, entry)) }),
  };
}

/** The fields of an object type: each one's type, with `?` fields left out or `undefined` at will. */
export type Fields<T> = { readonly [K in keyof T]-?: Type<Exclude<T[K], undefined>> };

/** A plain object with known fields. `required` are those that must be there. */
export function objectType<T extends object>(
  name: string,
  fields: Fields<T>,
  required: readonly (keyof T & string)[] = [],
): Type<T> {
  const types = new Map(Object.entries(fields) as [string, Type<unknown>][]);
  return {
    name,
    check(value) {
      if (!isPlainObject(value)) return mustBe(`of type ${name}`, value);
      for (const key of required) if (value[key] === undefined) return `.${key} is missing`;
      for (const [key, entry] of Object.entries(value)) {
        const type = types.get(key);
        if (type === undefined) return `.${key} is not a field of ${name} (${[...types.keys()].join(", ")})`;
        const problem = entry === undefined ? undefined : type.check(entry);
        if (problem !== undefined) return `.${key}${problem}`;
      }
      return undefined;
    },
    encode(value) {
      const encoded: Record<string, unknown> = {};
      for (const [key, entry] of Object.entries(value)) {
        if (entry !== undefined) encoded[key] = encodeAs(types.get(key), entry);
      }
      return encoded;
    },
  };
}

/** A plain object with fields of any name, each a value of one type. */
export function recordType<T>(name: string, item: Type<T>): Type<{ readonly [key: string]: T }> {
  return {
    name,
    check(value) {
      if (!isPlainObject(value)) return mustBe(`of type ${name}`, value);
      for (const [key, entry] of Object.entries(value)) {
        const problem = item.check(entry);
        if (problem !== undefined) return `.${key}${problem}`;
      }
      return undefined;
    },
    encode: (value) => Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, encodeAs(item, entry)])),
  };
}

/** A value of a type, or `null`. */
export function nullable<T>(type: Type<T>): Type<T | null> {
  return {
    name: `${type.name} | null`,
    check: (value) => (value === null ? undefined : type.check(value)),
    encode: (value) => (value === null ? null : encodeAs(type, value)),
  };
}

/** A value in its wire form. */
export function encodeAs<T>(type: Type<T> | undefined, value: T): unknown {
  return type?.encode === undefined ? value : type.encode(value);
}

/** Whether a value is an object literal, not a class instance, array or null. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
