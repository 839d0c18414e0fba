import { isEqual } from "./equal.ts";
import { RunletError, shorten } from "./errors.ts";
import { type Problem, problemWith } from "./problem.ts";
import type { Type } from "./types.ts";

/**
 * A schema of any library that follows [Standard Schema](https://standardschema.dev), such as zod, valibot and arktype.
 * The schema must be synchronous.
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  /** The check, and the types of what goes in and comes out. */
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** What a schema answers: the value, perhaps changed, or what is wrong with it. */
type SchemaResult<T> = { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly SchemaIssue[] };

interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** A type of Runlet, or a schema of a library: what every declaration takes. */
export type TypeOrSchema<T> = Type<T> | StandardSchema<unknown, T>;

/** Returns the type of the values that a schema accepts. A type is returned unchanged. */
export function toType<T>(given: TypeOrSchema<T>): Type<T> {
  return isSchema(given) ? schemaType(given) : given;
}

/** Returns whether a value is a schema. Schemas of some libraries are functions. */
export function isSchema(given: unknown): given is StandardSchema {
  return given !== null && (typeof given === "object" || typeof given === "function") && "~standard" in given;
}

function schemaType<T>(schema: StandardSchema<unknown, T>): Type<T> {
  const { vendor } = schema["~standard"];
  return {
    name: `${vendor} schema`,
    check(value) {
      const { issues } = validate(schema, value);
      return issues === undefined ? undefined : problemOf(issues);
    },
    convert(value) {
      const result = validate(schema, value);
      // The app's own object is kept where the schema changed nothing, so that `===` holds.
      return result.issues !== undefined || isEqual(result.value, value) ? (value as T) : result.value;
    },
  };
}

function validate<T>(schema: StandardSchema<unknown, T>, value: unknown): SchemaResult<T> {
  const result = schema["~standard"].validate(value);
  if (!(result instanceof Promise)) return result;
  result.catch(() => {});
  throw new RunletError(
    "async-schema",
    `A ${schema["~standard"].vendor} schema returned a promise. The schema of a property, an event or a method must be synchronous: leave out async checks, and make them in a handler.`,
  );
}

/** Longest message of a schema in an error. Some libraries put the wrong value into it. */
const MAX_MESSAGE = 500;

function problemOf(issues: readonly SchemaIssue[]): Problem {
  const [first] = issues;
  if (first === undefined) return problemWith("is not valid");
  const keys = (first.path ?? []).map((part) => (typeof part === "object" ? part.key : part));
  const path = keys.map((key) => (typeof key === "symbol" ? String(key) : key));
  return problemWith(`is not valid: ${shorten(first.message, MAX_MESSAGE).replace(/\.$/, "")}`, ...path);
}
