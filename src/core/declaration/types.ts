import { mustBe, type Problem, problemIn, problemWith } from "./problem.ts";

/** The type of a property, an event's data or a field. Values from the app and from the client pass the same checks. */
export interface Type<T> {
  /** Name as the reference prints it: `number`, `"left" | "right"`, `Padding`. */
  readonly name: string;
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
  check: (value) => (typeof value === "boolean" ? undefined : mustBe("true or false", value)),
};

/** Type of any text. */
export const stringType: Type<string> = {
  name: "string",
  check: (value) => (typeof value === "string" ? undefined : mustBe("a string", value)),
};

/** Type of no value at all: the data of a plain event. */
export const noneType: Type<void> = {
  name: "nothing",
  check: (value) => (value === undefined ? undefined : mustBe("nothing", value)),
};

/** Bounds of a number, both inclusive. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Returns the type of a finite number. Infinity and NaN are refused, because JSON cannot represent them. */
export function numberType(bounds: Bounds = {}): Type<number> {
  return { name: "number", check: (value) => checkNumber(value, "a finite number", Number.isFinite, bounds) };
}

/** Returns the type of a whole number. */
export function integerType(bounds: Bounds = {}): Type<number> {
  return { name: "integer", check: (value) => checkNumber(value, "a whole number", Number.isSafeInteger, bounds) };
}

function checkNumber(value: unknown, what: string, isValid: (value: number) => boolean, bounds: Bounds) {
  if (typeof value !== "number" || !isValid(value)) return mustBe(what, value);
  if (bounds.min !== undefined && value < bounds.min)
    return problemWith(`must be at least ${bounds.min}, not ${value}`);
  if (bounds.max !== undefined && value > bounds.max) return problemWith(`must be at most ${bounds.max}, not ${value}`);
  return undefined;
}

/** Returns the type of one of a few words. */
export function choiceType<T extends string | number>(choices: readonly T[]): Type<T> {
  const name = choices.map((choice) => JSON.stringify(choice)).join(" | ");
  return { name, check: (value) => (choices.includes(value as T) ? undefined : mustBe(`one of ${name}`, value)) };
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
  return {
    name: options.map((type) => type.name).join(" | "),
    check(value) {
      let best: Problem | undefined;
      for (const type of options) {
        const problem = type.check(value);
        if (problem === undefined) return undefined;
        if (best === undefined || precision(problem) > precision(best)) best = problem;
      }
      if (best !== undefined && precision(best) > 0) return best;
      return mustBe(options.map((type) => type.name).join(" or "), value);
    },
    encode(value) {
      for (const type of options) if (type.check(value) === undefined) return encodeAs(type, value);
      return value;
    },
  };
}

/**
 * Returns how far an alternative matched the value before it found the problem; 0 if not even the kind of the value was
 * right. A field that the alternative does not have counts less than a field with a wrong value.
 */
function precision({ path, message }: Problem): number {
  if (path.length === 0) return /^must be at (?:least|most) /.test(message) ? 0.25 : 0;
  return path.length - (message.startsWith("is not a field of ") ? 0.5 : 0);
}

/** Returns the type of one of a few words that are sent as others, such as `click` as the CSS word `pointer`. */
export function sentAs<T extends string>(words: { readonly [W in T]: string }): Type<T> {
  return { ...choiceType(Object.keys(words) as T[]), encode: (value) => words[value] };
}

/** Returns the type of one of several kinds of object, which differ in the field `type`. */
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
      if (value.type === undefined) return problemWith("is missing", "type");
      const problem = kind.check(value.type);
      return problem === undefined ? types.get(value.type as string)?.check(value) : problemIn("type", problem);
    },
    encode: (value) => encodeAs(types.get(value.type), value),
  };
}

/** Returns the type of a list of values of one type. */
export function listType<T>(item: Type<T>): Type<readonly T[]> {
  return {
    name: `(${item.name})[]`,
    check(value) {
      if (!Array.isArray(value)) return mustBe("an array", value);
      for (let index = 0; index < value.length; index++) {
        const problem = item.check(value[index]);
        if (problem !== undefined) return problemIn(index, problem);
      }
      return undefined;
    },
    ...(item.encode && { encode: (value: readonly T[]) => value.map((entry) => encodeAs(item, entry)) }),
    ...(item.convert && { convert: (value: unknown) => (value as unknown[]).map((entry) => convertAs(item, entry)) }),
  };
}

/** The fields of an object type. Each has a type, and optional fields may be missing or `undefined`. */
export type Fields<T> = { readonly [K in keyof T]-?: Type<Exclude<T[K], undefined>> };

/** Returns the type of a plain object with known fields. Fields in `required` must be present. */
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
      for (const key of required) if (value[key] === undefined) return problemWith("is missing", key);
      for (const key in value) {
        const type = types.get(key);
        if (type === undefined) return problemWith(`is not a field of ${name} (${[...types.keys()].join(", ")})`, key);
        const entry = value[key];
        const problem = entry === undefined ? undefined : type.check(entry);
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
    ...([...types.values()].some((type) => type.convert !== undefined) && {
      convert: (value: unknown) => convertFields(value as T, types),
    }),
  };
}

function convertFields<T extends object>(value: T, types: ReadonlyMap<string, Type<unknown>>): T {
  const convert = ([key, entry]: [string, unknown]) => [
    key,
    entry === undefined ? entry : convertAs(types.get(key), entry),
  ];
  return Object.fromEntries(Object.entries(value).map(convert)) as T;
}

/** Returns the type of a plain object with fields of any name and values of one type. */
export function recordType<T>(name: string, item: Type<T>): Type<{ readonly [key: string]: T }> {
  return {
    name,
    check(value) {
      if (!isPlainObject(value)) return mustBe(`of type ${name}`, value);
      for (const key in value) {
        const problem = item.check(value[key]);
        if (problem !== undefined) return problemIn(key, problem);
      }
      return undefined;
    },
    encode: (value) => Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, encodeAs(item, entry)])),
  };
}

/** Returns the type of a value of a type, or `null`. */
export function nullable<T>(type: Type<T>): Type<T | null> {
  return {
    name: `${type.name} | null`,
    check: (value) => (value === null ? undefined : type.check(value)),
    encode: (value) => (value === null ? null : encodeAs(type, value)),
    ...(type.convert && { convert: (value: unknown) => (value === null ? null : convertAs(type, value)) }),
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
