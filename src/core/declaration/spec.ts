import type { Observable } from "rxjs";
import { isEqual } from "./equal.ts";
import { type ErrorCode, quote, RunletError } from "./errors.ts";
import { type Bounds, describeProblem } from "./problem.ts";
import { isSchema, type TypeOrSchema, toType } from "./standard-schema.ts";
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

/** What all controls have in common, for types that distinguish controls from values. */
type ControlLike = { readonly isMounted: boolean };

/**
 * A check of values that the client writes, in addition to their type. Returns what is wrong with the value, as a message
 * that begins with a verb: `must be less than 5, not 7`. Returns undefined if nothing is wrong. The second argument is
 * the control.
 */
export type WriteGuard<T> = (value: T, control: never) => string | undefined;

/** A property that holds a value. */
export class Prop<T> {
  readonly kind = "value";
  readonly type: Type<T>;
  /** Value that the property reads when nothing was set. It is not sent, because the client uses the same default. */
  readonly default: T;
  /** Whether the client may write the property, because a person enters or selects its value. */
  readonly isWritable: boolean;
  /** Check that a value written by the client must pass. */
  readonly guard: WriteGuard<T> | undefined;
  /** Whether the client is sent the value. */
  readonly isSent: boolean;

  constructor(type: Type<T>, initial: T, isWritable = false, guard?: WriteGuard<T>, isSent = true) {
    this.type = type;
    this.default = initial;
    this.isWritable = isWritable;
    this.guard = guard;
    this.isSent = isSent;
  }

  /** Returns the same property, writable by the client. */
  writable(guard?: WriteGuard<T>): Prop<T> {
    return new Prop(this.type, this.default, true, guard);
  }

  /** Returns the same property, which may also be `null`. */
  nullable(): Prop<T | null> {
    return new Prop<T | null>(nullable(this.type), this.default);
  }

  /** Returns whether a value equals the default. Objects are compared by content. */
  isDefault(value: unknown): boolean {
    if (Object.is(value, this.default)) return true;
    return typeof value === "object" && typeof this.default === "object" && isEqual(value, this.default);
  }
}

/** The type of a string: any text, or one of some words. */
type TextType = Pick<Type<unknown>, "name" | "check">;

/** A property that holds one child. `T` is the type that it reads. */
export class Slot<T> {
  readonly kind = "slot";
  /** Type of a string that is allowed instead of a control. Undefined: no string is allowed. */
  readonly text: TextType | undefined;
  /** The only `$type` that is allowed in the slot. Undefined: any. */
  readonly only: string | undefined;
  /** Never set. It ties the declaration to the property's type. */
  readonly accepts?: (value: T) => T;

  constructor(text?: TextType, only?: string) {
    this.text = text;
    this.only = only;
  }
}

/** A property that holds a list of children. */
export class ListSlot<C extends ControlLike = ControlLike> {
  readonly kind = "list";
  /** The only `$type` that is allowed in the list. Undefined: any. */
  readonly only: string | undefined;
  /** Never set. It ties the declaration to the property's type. */
  readonly accepts?: (value: C) => C;

  constructor(only?: string) {
    this.only = only;
  }
}

/** An event that can happen to a control in the client. The property `onClick` declares the event `click`. */
export class EventSpec<D> {
  readonly kind = "event";
  readonly payload: Type<D>;
  /** Whether the client can send the event. Otherwise only the control itself emits it. */
  readonly isSent: boolean;

  constructor(payload: Type<D>, isSent = true) {
    this.payload = payload;
    this.isSent = isSent;
  }
}

type AnyHandler = (event: never) => unknown;

/** Type of a property without the streams that a constructor takes as well. */
export type Unbound<T> = Exclude<T, Observable<unknown> | undefined>;

/** The declaration of a property of type `T`. */
export type Entry<T> = [T] extends [AnyHandler]
  ? T extends (event: infer E) => unknown
    ? E extends { readonly data: infer D }
      ? EventSpec<D>
      : never
    : never
  : [T] extends [readonly (infer C extends ControlLike)[]]
    ? ListSlot<C>
    : [Extract<T, ControlLike>] extends [never]
      ? Prop<T>
      : Slot<T>;

/** One entry for each property of `P` that is not in `Inherited`: none is missing, and there are no others. */
export type Entries<P, Inherited> = {
  readonly [K in keyof P as K extends keyof Inherited ? never : K]-?: Entry<Unbound<P[K]>>;
};

/** An action that a control's renderer performs when the app asks for it. */
export class MethodSpec {
  readonly args: Type<unknown>;
  /** Type of the renderer's answer. */
  readonly result: Type<unknown>;

  constructor(args: Type<unknown>, result: Type<unknown>) {
    this.args = args;
    this.result = result;
  }
}

/** Why a control accepts no input. */
export interface InputRefusal {
  readonly code: ErrorCode;
  /** The reason, worded to follow the control. */
  readonly reason: string;
}

/** The declaration of a type of control: property types, defaults, checks, names on the wire and events in one. */
export interface ControlSpec<P = unknown> {
  /** `$type` of the control on the wire. */
  readonly type: string;
  /** Own and inherited entries, by property name. */
  readonly entries: { readonly [property: string]: AnyEntry };
  /** Names of the entries that are not inherited. */
  readonly own: readonly string[];
  /** Names of the slots, in declared order. */
  readonly slots: readonly string[];
  /** Returns why a control, and everything inside it, accepts no input now. Undefined: it accepts input. */
  readonly inputRefusal?: ((control: never) => InputRefusal | undefined) | undefined;
  /** Names of the handler properties, by event: `onClick` for `click`. */
  readonly events: ReadonlyMap<string, string>;
  /** Names of properties in other frameworks, and the name of the property here. For error messages. */
  readonly formerNames: { readonly [name: string]: string | undefined };
  /** Returns the property that a name from elsewhere probably means. For error messages. */
  readonly suggest?: ((spec: ControlSpec, name: string) => string | undefined) | undefined;
  /** Own and inherited methods of the renderer, by name. `callClient` can call them. */
  readonly methods: { readonly [method: string]: MethodSpec | undefined };
  /**
   * Declaration of subclasses that have no `spec` of their own: the same, with slots for the result of `build()`, which
   * is all that such a control shows. Undefined if subclasses inherit this declaration.
   */
  readonly composite?: ControlSpec;
  /** Whether controls of this declaration show only what `build()` returned. */
  readonly isComposite?: boolean;
  /** Never set. It ties the declaration to its interface of properties. */
  readonly props?: P;
}

/** An entry of any kind. */
export type AnyEntry = Prop<unknown> | Slot<unknown> | ListSlot | EventSpec<unknown>;

/** What declares a type of control, apart from what `build()` fills. */
export interface DeclarationOptions<P, Inherited> {
  /** Name of the type, as the client's renderer is registered. Without it, the client shows the parent's type. */
  readonly type?: string;
  /** Declaration of the parent class. */
  readonly parent?: ControlSpec | undefined;
  /** An entry for each property and each event that the parent class does not have. */
  readonly properties: Entries<P, Inherited>;
  /** Methods of the renderer that the app can call. */
  readonly methods?: { readonly [method: string]: MethodSpec };
  /** Names of properties in other frameworks, and the name of the property here. */
  readonly formerNames?: { readonly [name: string]: string };
}

/**
 * Makes the declaration of a type of control. `P` is the interface of its properties, and `Inherited` that of the
 * parent's. Each key of `P` that is not in `Inherited` needs exactly one entry, of exactly its type. Properties of a
 * declaration without a `type` stay on the server.
 */
export function defineSpec<P, Inherited = unknown>(options: DeclarationOptions<P, Inherited>): ControlSpec<P> {
  const { parent, methods } = options;
  const type = options.type ?? parent?.type ?? "";
  const given = options.properties as { readonly [property: string]: AnyEntry };
  const properties = options.type === undefined ? keepOnServer(given) : given;
  const all: { [property: string]: AnyEntry } = Object.assign(Object.create(null), parent?.entries, properties);
  const slots = Object.keys(all).filter((name) => all[name] instanceof Slot || all[name] instanceof ListSlot);
  const events = new Map(
    Object.entries(all).flatMap(([name, entry]) =>
      entry instanceof EventSpec && entry.isSent ? [[eventName(name), name]] : [],
    ),
  );
  return {
    type,
    entries: all,
    own: Object.keys(properties),
    slots,
    events,
    methods: { ...parent?.methods, ...methods },
    formerNames: { ...parent?.formerNames, ...options.formerNames },
    suggest: parent?.suggest,
    inputRefusal: parent?.inputRefusal,
  };
}

/** Returns properties that the client neither is sent nor may write. */
function keepOnServer(properties: { readonly [property: string]: AnyEntry }): { [property: string]: AnyEntry } {
  return Object.fromEntries(
    Object.entries(properties).map(([name, entry]) => {
      if (entry instanceof Prop) return [name, new Prop(entry.type, entry.default, false, undefined, false)];
      if (entry instanceof EventSpec) return [name, new EventSpec(entry.payload, false)];
      throw new RunletError(
        "bad-spec",
        `The property "${name}" holds controls, which needs a declaration with a type and a renderer of its own. ` +
          "A composed control keeps its children in private fields, and returns them from build().",
      );
    }),
  );
}

/**
 * Returns the declaration of controls that show only what `build()` returns, in the slots `entries`. They have the
 * properties of `spec`, too.
 */
export function compositeSpec<Slots>(spec: ControlSpec, entries: Entries<Slots, unknown>): ControlSpec {
  const all = defineSpec<Slots>({ type: spec.type, parent: spec, properties: entries });
  return { ...spec, ...all, isComposite: true };
}

/** Throws a RunletError if the argument of a declaration has another form than an object with `properties`. */
export function assertDeclaration(given: unknown): void {
  if (typeof given === "object" && given !== null && "properties" in given) return;
  throw new RunletError(
    "bad-spec",
    `spec() takes one object, such as spec({ type: "Rating", parent: Control, properties: { … } }), not ${quote(given)}.`,
  );
}

/** Returns the event of a handler property: `click` for `onClick`. */
export function eventName(property: string): string {
  return property.charAt(2).toLowerCase() + property.slice(3);
}

/** Returns the handler property of an event: `onClick` for `click`. */
export function handlerName(event: string): string {
  return `on${event.charAt(0).toUpperCase()}${event.slice(1)}`;
}

// ---- entries ------------------------------------------------------------------------------------

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
  if (isSchema(type) && initial !== null) assertDefault(checked as Type<unknown>, initial);
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
