import type { Observable } from "rxjs";
import { isEqual } from "./equal.ts";
import { type ErrorCode, quote, RunletError } from "./errors.ts";
import { nullable, type Type } from "./types.ts";

/** What all controls have in common, for types that distinguish controls from values. */
export type ControlLike = { readonly isMounted: boolean };

/**
 * A check of values that the client writes, in addition to their type. Returns what is wrong with the value, as a message
 * that begins with a verb: `must be less than 5, not 7`. Returns undefined if nothing is wrong. The second argument is
 * the control.
 */
export type WriteGuard<T> = (value: T, control: never) => string | undefined;

/** What happens to values that the client writes to a property. */
export interface WriteRules {
  /**
   * What happens when the app changed the property and the client had not seen that: `"text"` puts what the person typed
   * into the app's text, and `"app"` keeps the app's value. Default: a change of the app that was not sent yet stays, and
   * otherwise the person's value is taken.
   */
  readonly merge?: "text" | "app";
  /**
   * Whether the client's value may differ from the one that the server knows, as the selection in a text that the person
   * moves. Then each assignment is sent, also of an equal value.
   */
  readonly isVolatile?: boolean;
  /**
   * Returns where a child is, for a value that is a position among children: the person chose the child. The client names
   * the child, or the text of an item that is no control. Undefined: it is not there, and the write is refused.
   */
  readonly positionOf?: PositionOf;
  /**
   * Name of another property, which goes back to its default when the app changes this one: its value was about the value
   * before. What a constructor is given, and what the client writes, belongs together and stays.
   */
  readonly outdates?: string;
}

/** Returns the position of a control's child that a person chose. Undefined: the child is not there. */
export type PositionOf = (child: never, control: never) => number | null | undefined;

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
  /** What happens to values that the client writes. */
  readonly rules: WriteRules;
  /** Whether the client is sent the value. */
  readonly isSent: boolean;
  /** Whether a value is sent in another form than it is stored in, or not at all. Types have many shapes: this is quicker. */
  readonly mustEncode: boolean;
  /** Whether the type changes values, as a schema can. */
  readonly mustConvert: boolean;

  constructor(
    type: Type<T>,
    initial: T,
    isWritable = false,
    guard?: WriteGuard<T>,
    rules: WriteRules = {},
    isSent = true,
  ) {
    this.type = type;
    this.default = initial;
    this.isWritable = isWritable;
    this.guard = guard;
    this.rules = rules;
    this.isSent = isSent;
    this.mustEncode = type.encode !== undefined || !isSent;
    this.mustConvert = type.convert !== undefined;
  }

  /** Returns the same property, writable by the client. */
  writable(guard?: WriteGuard<T>, rules?: WriteRules): Prop<T> {
    return new Prop(this.type, this.default, true, guard, rules);
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

/** What the server does with an event of the client. */
export interface EventRules<D> {
  /** Returns the data for the handlers, because the app may have changed what the client's data depends on. */
  readonly adjust?: (data: never, control: never) => D;
  /**
   * Returns where a child is, for an event whose data is a position among children, or an object with such an `index`.
   * Undefined: the child is not there, and no handler is called.
   */
  readonly positionOf?: PositionOf;
  /**
   * Returns the data of the end of an interaction that the client cannot end, because the control was hidden, disabled or
   * removed. `last` is the data of the last event of the interaction. Default: `last`, if it has the type of the data.
   */
  readonly whenEnded?: (last: never, control: never) => D;
}

/** An event that can happen to a control in the client. The property `onClick` declares the event `click`. */
export class EventSpec<D> {
  readonly kind = "event";
  readonly payload: Type<D>;
  /** Whether the client can send the event. Otherwise only the control itself emits it. */
  readonly isSent: boolean;
  readonly rules: EventRules<D>;

  constructor(payload: Type<D>, isSent = true, rules: EventRules<D> = {}) {
    this.payload = payload;
    this.isSent = isSent;
    this.rules = rules;
  }

  /** Returns the same event with rules. */
  with(rules: EventRules<D>): EventSpec<D> {
    return new EventSpec(this.payload, this.isSent, rules);
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
  /** Names of the properties whose writes are merged with changes of the app. Undefined if there are none. */
  readonly merged: readonly string[] | undefined;
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
  for (const [name, entry] of Object.entries(given)) assertEventName(name, entry);
  const properties = options.type === undefined ? keepOnServer(given) : given;
  const all: { [property: string]: AnyEntry } = Object.assign(Object.create(null), parent?.entries, properties);
  const slots = Object.keys(all).filter((name) => all[name] instanceof Slot || all[name] instanceof ListSlot);
  const events = new Map(
    Object.entries(all).flatMap(([name, entry]) =>
      entry instanceof EventSpec && entry.isSent ? [[eventName(name), name]] : [],
    ),
  );
  const merged = Object.keys(all).filter((name) => isMerged(all[name]));
  return {
    type,
    entries: all,
    merged: merged.length > 0 ? merged : undefined,
    own: Object.keys(properties),
    slots,
    events,
    methods: { ...parent?.methods, ...methods },
    formerNames: { ...parent?.formerNames, ...options.formerNames },
    suggest: parent?.suggest,
    inputRefusal: parent?.inputRefusal,
  };
}

function isMerged(entry: AnyEntry | undefined): boolean {
  return entry instanceof Prop && entry.rules.merge !== undefined;
}

function assertEventName(name: string, entry: AnyEntry): void {
  const isEvent = entry instanceof EventSpec;
  if (isEvent === /^on[A-Z]/.test(name)) return;
  throw new RunletError(
    "bad-spec",
    isEvent
      ? `The event "${name}" must be named like its handler: "${handlerName(name)}".`
      : `The property "${name}" is named like the handler of an event. Declare it by event(), or choose another name.`,
  );
}

/** Returns properties that the client neither is sent nor may write. */
function keepOnServer(properties: { readonly [property: string]: AnyEntry }): { [property: string]: AnyEntry } {
  return Object.fromEntries(
    Object.entries(properties).map(([name, entry]) => {
      if (entry instanceof Prop && entry.isWritable) {
        throw new RunletError(
          "bad-spec",
          `The property "${name}" is writable() by a client, which needs a declaration with a type and a renderer of its own.`,
        );
      }
      if (entry instanceof Prop) return [name, new Prop(entry.type, entry.default, false, undefined, {}, false)];
      return [name, entry instanceof EventSpec ? new EventSpec(entry.payload, false, entry.rules) : entry];
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
    `spec() takes one object, such as spec({ type: "Meter", parent: Control, properties: { … } }), not ${quote(given)}.`,
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
