import { quote, RunletError } from "./errors.ts";
import { type Bounds, describeProblem } from "./problem.ts";
import { type ControlLike, EventSpec, ListSlot, MethodSpec, Prop, Slot } from "./spec.ts";
import { type TypeOrSchema, toType } from "./standard-schema.ts";
import {
  booleanType,
  choiceType,
  convertAs,
  type Fields,
  integerType,
  listType,
  noneType,
  nullable,
  numberType,
  objectType,
  stringType,
  type Type,
} from "./types.ts";

type OrNull<T, D> = D extends null ? T | null : T;

/**
 * Declares a property of any type. With the default `null` it may be `null`.
 *
 * The type may be a schema of a library that follows Standard Schema, such as zod or valibot. The property has the type
 * of the schema's output. If the schema changes a value, as `trim()` does, the property holds the changed value; else it
 * holds the very value that was assigned. The schema must accept its own output, which must be JSON. Errors:
 * `async-schema`, and `wrong-type` if the schema does not accept the default.
 */
export function value<T, const D extends T | null>(type: TypeOrSchema<T>, initial: D): Prop<OrNull<T, D>> {
  const checked = toType(type);
  if (initial !== null) assertDefault(checked as Type<unknown>, initial);
  const prop =
    initial === null
      ? new Prop<T | null>(nullable(checked), null)
      : new Prop<T | null>(checked as Type<T | null>, convertAs(checked, initial));
  return prop as unknown as Prop<OrNull<T, D>>;
}

function assertDefault(type: Type<unknown>, initial: unknown): void {
  const problem = type.check(initial);
  if (problem !== undefined) {
    throw new RunletError("wrong-type", `${describeProblem(`The default ${quote(initial)}`, problem)}.`);
  }
}

/** Declares a property that is `true` or `false`. */
export function flag<const D extends boolean | null>(initial: D): Prop<OrNull<boolean, D>> {
  return value<boolean, boolean | null>(booleanType, initial) as Prop<OrNull<boolean, D>>;
}

/** Declares a property that is text. */
export function text<const D extends string | null>(initial: D): Prop<OrNull<string, D>> {
  return value<string, string | null>(stringType, initial) as Prop<OrNull<string, D>>;
}

/** Declares a property that is a finite number. */
export function number<const D extends number | null>(initial: D, bounds?: Bounds): Prop<OrNull<number, D>> {
  return value<number, number | null>(numberType(bounds), initial) as Prop<OrNull<number, D>>;
}

/** Declares a property that is a whole number. */
export function integer<const D extends number | null>(initial: D, bounds?: Bounds): Prop<OrNull<number, D>> {
  return value<number, number | null>(integerType(bounds), initial) as Prop<OrNull<number, D>>;
}

/** Declares a property that is one of a few words. */
export function oneOf<T extends string, const D extends T | null>(
  choices: readonly T[],
  initial: D,
): Prop<OrNull<T, D>> {
  return value<T, T | null>(choiceType(choices), initial) as Prop<OrNull<T, D>>;
}

/** Declares a slot for one child or none. */
export function slot<C extends ControlLike>(): Slot<C | null> {
  return new Slot();
}

/** Declares a slot for one child, a string instead of it, or nothing. With `only`, the child must have that `$type`. */
export function slotOrText<C extends ControlLike>(only?: string): Slot<C | string | null> {
  return new Slot(stringType, only);
}

/** Declares a list of children. With `only`, each must have that `$type`. */
export function slots<C extends ControlLike>(only?: string): ListSlot<C> {
  return new ListSlot(only);
}

/**
 * Declares an event. Without a payload type it has no data. The type may be a schema of a library that follows Standard
 * Schema, such as zod or valibot: handlers receive the schema's output. For an event that is raised by `emit()`, the
 * schema must accept its own output.
 */
export function event(): EventSpec<void>;
export function event<D>(payload: TypeOrSchema<D>): EventSpec<D>;
export function event<D>(payload?: TypeOrSchema<D>): EventSpec<D> | EventSpec<void> {
  return payload === undefined ? new EventSpec(noneType) : new EventSpec(toType(payload));
}

/**
 * Declares a method that the renderer performs, by the types of its arguments and its result. Both default to nothing.
 * Each type may be a schema of a library that follows Standard Schema: the renderer receives the schema's output, and
 * the caller the output of the result's schema.
 */
export function method<A = void, R = void>(args?: TypeOrSchema<A>, result?: TypeOrSchema<R>): MethodSpec {
  return new MethodSpec(toType((args ?? noneType) as Type<unknown>), toType((result ?? noneType) as Type<unknown>));
}

/**
 * Types of the data of events. `payload.list(item)` is a list, and `payload.object(name, fields, required)` an object
 * with known fields, of which those in `required` must be present. The types of items and fields may be schemas.
 */
export const payload: {
  readonly boolean: Type<boolean>;
  readonly text: Type<string>;
  readonly number: Type<number>;
  readonly list: <T>(item: TypeOrSchema<T>) => Type<readonly T[]>;
  readonly object: <T extends object>(
    name: string,
    fields: { readonly [K in keyof T]-?: TypeOrSchema<Exclude<T[K], undefined>> },
    required?: readonly (keyof T & string)[],
  ) => Type<T>;
} = {
  boolean: booleanType,
  text: stringType,
  number: numberType(),
  list: (item) => listType(toType(item)),
  object: <T extends object>(name: string, fields: object, required?: readonly (keyof T & string)[]) => {
    const types = Object.entries(fields).map(([field, type]) => [field, toType(type as Type<unknown>)]);
    return objectType<T>(name, Object.fromEntries(types) as Fields<T>, required);
  },
};
