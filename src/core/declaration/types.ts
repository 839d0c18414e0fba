import {
  alternativesOf,
  type Bounds,
  type Expectation,
  exampleNumber,
  exampleObject,
  listWords,
  mismatch,
  missingField,
  mustBe,
  type Problem,
  problemIn,
  problemWith,
  suggestWord,
  toCode,
  unknownField,
} from "./problem.ts";

/** The type of a property, an event's data or a field. Values from the app and from the client pass the same checks. */
export interface Type<T> extends Expectation {
  /**
   * Whether a value is of the right kind, by a check that costs little. A union calls this first, because to describe a
   * problem costs time. Default: the value is checked.
   */
  isKind?(value: unknown): boolean;
  /**
   * Returns the problem with a value: where in the value, and a message that begins with a verb, such as `must be a
   * number, not "12"`. Returns undefined if the value is valid.
   */
  check(value: unknown): Problem | undefined;
  /** Converts a value to the form in which it is sent, if that differs. */
  encode?(value: T): unknown;
  /** Returns what is kept of a valid value, if a schema changes values: `"Ann"` of `" Ann "`. */
  convert?(value: unknown): T;
  /** Never set. It makes the type invariant, so that a check that is narrower than its type does not compile. */
  readonly accepts?: (value: T) => T;
}

/** Type of `true` and `false`. */
export const booleanType: Type<boolean> = {
  name: "boolean",
  isKind: (value) => typeof value === "boolean",
  check: (value) => (typeof value === "boolean" ? undefined : mustBe("true or false", value)),
  expects: () => "true or false",
  example: () => true,
};

/** Type of any text. */
export const stringType: Type<string> = {
  name: "string",
  isKind: isString,
  check: (value) => (typeof value === "string" ? undefined : mustBe("a string", value)),
  expects: () => "a string",
  example: () => "text",
};

/** Type of no value at all: the data of a plain event. */
export const noneType: Type<void> = {
  name: "nothing",
  check: (value) => (value === undefined ? undefined : mustBe("nothing", value)),
};

/** Returns the type of a finite number. Infinity and NaN are refused, because JSON cannot represent them. */
export function numberType(bounds: Bounds = {}): Type<number> {
  return {
    name: "number",
    isKind: isNumber,
    check: (value) => checkNumber(value, "a number", "a finite number", Number.isFinite, bounds),
    expects: () => "a number",
    example: () => exampleNumber(bounds, 2),
  };
}

/** Returns the type of a whole number. */
export function integerType(bounds: Bounds = {}): Type<number> {
  return {
    name: "integer",
    isKind: isNumber,
    check: (value) => checkNumber(value, "a whole number", "a whole number", Number.isSafeInteger, bounds),
    expects: () => "a whole number",
    example: () => exampleNumber(bounds, 1),
  };
}

function checkNumber(
  value: unknown,
  what: string,
  whatNumber: string,
  isValid: (value: number) => boolean,
  bounds: Bounds,
): Problem | undefined {
  if (typeof value !== "number") return mustBe(what, value);
  if (!isValid(value)) return mustBe(whatNumber, value);
  if (bounds.min !== undefined && value < bounds.min)
    return problemWith(`must be at least ${bounds.min}, not ${value}`);
  if (bounds.max !== undefined && value > bounds.max) return problemWith(`must be at most ${bounds.max}, not ${value}`);
  return undefined;
}

/** Returns the type of one of a few words. */
export function choiceType<T extends string | number>(choices: readonly T[]): Type<T> {
  const kinds = new Set(choices.map((choice) => typeof choice));
  const type: Type<T> = {
    name: choices.map((choice) => JSON.stringify(choice)).join(" | "),
    isKind: (value) => kinds.has(typeof value),
    check: (value) => (choices.includes(value as T) ? undefined : mismatch(type, value)),
    expects: (wrong) => `${choices.length > 1 ? "one of " : ""}${listWords(choices, wrong)}`,
    suggest: (wrong) => suggestWord(choices, wrong),
    example: () => choices[0],
  };
  return type;
}

/** Returns a type with another name, for the reference and for errors. */
export function named<T>(name: string, type: Type<T>): Type<T> {
  return { ...type, name };
}

/** A type of any value: an alternative of `eitherType`. */
// biome-ignore lint/suspicious/noExplicitAny: the alternatives of a union are each of another type
type AnyType = Type<any>;

/** Returns the type of a value of one of several types. The first one that accepts the value encodes it. */
export function eitherType<T>(...options: readonly AnyType[]): Type<T> {
  const type: Type<T> = {
    name: options.map(({ name }) => name).join(" | "),
    isKind: (value) => options.some((option) => option.isKind?.(value) ?? true),
    check(value) {
      if (acceptingOf(options, value) !== undefined) return undefined;
      let best: Problem | undefined;
      for (const option of options) {
        const problem = option.check(value);
        if (problem !== undefined && (best === undefined || precision(problem) > precision(best))) best = problem;
      }
      return best !== undefined && precision(best) > 0 ? best : mismatch(type, value);
    },
    encode: (value) => encodeAs(acceptingOf(options, value), value),
    expects: (wrong) => options.flatMap((option) => alternativesOf(option, wrong)),
    suggest: (wrong) => firstOf(options, (option) => option.suggest?.(wrong)),
    example: () => firstOf(options, (option) => option.example?.()),
  };
  return type;
}

function firstOf<I, R>(items: readonly I[], find: (item: I) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns the first type that accepts a value. */
function acceptingOf(types: readonly AnyType[], value: unknown): AnyType | undefined {
  for (const type of types) if (type.isKind?.(value) !== false && type.check(value) === undefined) return type;
  return undefined;
}

/**
 * Returns how far an alternative matched the value before it found the problem; 0 if not even the kind of the value was
 * right. A field that the alternative does not have counts less than a field with a wrong value.
 */
function precision({ path, message }: Problem): number {
  if (path.length === 0) return /^must be at (?:least|most) /.test(message) ? 0.25 : 0;
  return path.length - (message.startsWith("is not a field of ") ? 0.5 : 0);
}

/**
 * Returns the type of one of a few words that are sent as others, such as `click` as the CSS word `pointer`. The word
 * that is sent is no value of the type, but an error about it says which word was meant.
 */
export function sentAs<T extends string>(words: { readonly [W in T]: string }): Type<T> {
  const choices = choiceType(Object.keys(words) as T[]);
  const meant = (wrong: unknown) => (Object.keys(words) as T[]).find((word) => words[word] === wrong);
  const type: Type<T> = {
    ...choices,
    check: (value) => (typeof value === "string" && Object.hasOwn(words, value) ? undefined : mismatch(type, value)),
    encode: (value) => words[value],
    suggest: (wrong) => meant(wrong) ?? choices.suggest?.(wrong),
  };
  return type;
}

/** Returns the type of one of several kinds of object, which differ in the field `type`. */
export function variantType<T extends { readonly type: string }>(
  name: string,
  variants: { readonly [K in T["type"]]: Type<Extract<T, { readonly type: K }>> },
): Type<T> {
  const types = new Map(Object.entries(variants) as [string, Type<T>][]);
  const words = choiceType([...types.keys()]);
  const type: Type<T> = {
    name,
    isKind: isPlainObject,
    check(value) {
      if (!isPlainObject(value)) return mismatch(type, value);
      if (value.type === undefined) return missingField("type", words);
      const problem = words.check(value.type);
      return problem === undefined ? types.get(value.type as string)?.check(value) : problemIn("type", problem);
    },
    encode: (value) => encodeAs(types.get(value.type), value),
    expects: () =>
      `an object such as ${[...types.values()].map((variant) => toCode(variant.example?.())).join(" or ")}`,
    example: () => firstOf([...types.values()], (variant) => variant.example?.()),
  };
  return type;
}

/** Returns the type of a list of values of one type. */
export function listType<T>(item: Type<T>): Type<readonly T[]> {
  const example = () => {
    const entry = item.example?.();
    return entry === undefined ? [] : [entry];
  };
  const type: Type<readonly T[]> = {
    name: `(${item.name})[]`,
    isKind: Array.isArray,
    check(value) {
      if (!Array.isArray(value)) return mismatch(type, value);
      for (let index = 0; index < value.length; index++) {
        const problem = item.check(value[index]);
        if (problem !== undefined) return problemIn(index, problem);
      }
      return undefined;
    },
    ...(item.encode && { encode: (value: readonly T[]) => value.map((entry) => encodeAs(item, entry)) }),
    ...(item.convert && { convert: (value: unknown) => (value as unknown[]).map((entry) => convertAs(item, entry)) }),
    expects: () => `an array such as ${toCode(example())}`,
    example,
  };
  return type;
}

/** The fields of an object type. Each has a type, and optional fields may be missing or `undefined`. */
export type Fields<T> = { readonly [K in keyof T]-?: Type<Exclude<T[K], undefined>> };

/**
 * Returns the type of a plain object with known fields. Fields in `required` must be present. The examples are shown in
 * errors. Default: one made of the required fields, or of the first two.
 */
export function objectType<T extends object>(
  name: string,
  fields: Fields<T>,
  required: readonly (keyof T & string)[] = [],
  examples: readonly T[] = [],
): Type<T> {
  const types = new Map(Object.entries(fields) as [string, Type<unknown>][]);
  const exampleFields = required.length > 0 ? required : [...types.keys()].slice(0, 2);
  const type: Type<T> = {
    name,
    isKind: (value) => isPlainObject(value) && hasOnly(value, types),
    check(value) {
      if (!isPlainObject(value)) return mismatch(type, value);
      for (const key of required) if (value[key] === undefined) return missingField(key, types.get(key));
      for (const key in value) {
        const field = types.get(key);
        if (field === undefined) return unknownField(name, [...types.keys()], key);
        const entry = value[key];
        const problem = entry === undefined ? undefined : field.check(entry);
        if (problem !== undefined) return problemIn(key, problem);
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
    ...([...types.values()].some((field) => field.convert !== undefined) && {
      convert: (value: unknown) => convertFields(value as T, types),
    }),
    expects: () =>
      `an object such as ${(examples.length > 0 ? examples : [type.example?.()]).map(toCode).join(" or ")}`,
    example: () => examples[0] ?? exampleObject(types, exampleFields),
  };
  return type;
}

function hasOnly(value: object, fields: ReadonlyMap<string, unknown>): boolean {
  for (const key in value) if (!fields.has(key)) return false;
  return true;
}

function convertFields<T extends object>(value: T, types: ReadonlyMap<string, Type<unknown>>): T {
  const convert = ([key, entry]: [string, unknown]) => [
    key,
    entry === undefined ? entry : convertAs(types.get(key), entry),
  ];
  return Object.fromEntries(Object.entries(value).map(convert)) as T;
}

/** Returns the type of a plain object with fields of any name and values of one type. Errors show the example. */
export function recordType<T>(
  name: string,
  item: Type<T>,
  example: { readonly [key: string]: T },
): Type<{ readonly [key: string]: T }> {
  const type: Type<{ readonly [key: string]: T }> = {
    name,
    isKind: isPlainObject,
    check(value) {
      if (!isPlainObject(value)) return mismatch(type, value);
      for (const key in value) {
        const problem = item.check(value[key]);
        if (problem !== undefined) return problemIn(key, problem);
      }
      return undefined;
    },
    encode: (value) => Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, encodeAs(item, entry)])),
    expects: () => `an object such as ${toCode(example)}`,
    example: () => example,
  };
  return type;
}

/** Returns the type of a value of a type, or `null`. */
export function nullable<T>(type: Type<T>): Type<T | null> {
  return {
    name: `${type.name} | null`,
    isKind: (value) => value === null || type.isKind?.(value) !== false,
    check: (value) => (value === null ? undefined : type.check(value)),
    encode: (value) => (value === null ? null : encodeAs(type, value)),
    ...(type.convert && { convert: (value: unknown) => (value === null ? null : convertAs(type, value)) }),
    expects: (wrong) => alternativesOf(type, wrong),
    suggest: (wrong) => type.suggest?.(wrong),
    example: () => type.example?.(),
  };
}

/** Returns a value in the form in which it is sent. */
export function encodeAs<T>(type: Type<T> | undefined, value: T): unknown {
  return type?.encode === undefined ? value : type.encode(value);
}

/** Returns what is kept of a valid value. */
export function convertAs<T>(type: Type<T> | undefined, value: unknown): T {
  return type?.convert === undefined ? (value as T) : type.convert(value);
}

/** Returns whether a value is an object literal, not a class instance, array or null. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Returns whether a value is no data, so that it cannot be sent. Only a type of the app accepts such a value. */
export function isNoData(value: unknown): boolean {
  return typeof value === "function" || typeof value === "symbol" || typeof value === "bigint";
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

function isNumber(value: unknown): boolean {
  return typeof value === "number";
}
