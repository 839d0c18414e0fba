import type { Flow } from "../../controls/page/unbounded-layout.ts";
import { type IconName, iconNameType } from "../../values/icon-name.ts";
import type { EventHandler } from "./event.ts";
import type { Control } from "./reactive-control.ts";
import {
  type Bounds,
  booleanType,
  choiceType,
  integerType,
  listType,
  noneType,
  nullable,
  numberType,
  objectType,
  stringType,
  type Type,
} from "./types.ts";

/**
 * A check of values that the client writes, in addition to their type. Returns the problem, worded to follow the
 * property's name; undefined if there is none.
 */
export type WriteGuard<T> = (value: T, control: Control) => string | undefined;

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

  constructor(type: Type<T>, initial: T, isWritable = false, guard?: WriteGuard<T>) {
    this.type = type;
    this.default = initial;
    this.isWritable = isWritable;
    this.guard = guard;
  }

  /** Returns the same property, writable by the client. */
  writable(guard?: WriteGuard<T>): Prop<T> {
    return new Prop(this.type, this.default, true, guard);
  }

  /** Returns the same property, which may also be `null`. */
  nullable(): Prop<T | null> {
    return new Prop<T | null>(nullable(this.type), this.default);
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
export class ListSlot<C extends Control = Control> {
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

  constructor(payload: Type<D>) {
    this.payload = payload;
  }
}

type AnyHandler = (event: never) => unknown;

/** The declaration of a property of type `T`. */
export type Entry<T> = [T] extends [AnyHandler]
  ? T extends EventHandler<never, infer D>
    ? EventSpec<D>
    : never
  : [T] extends [(infer C extends Control)[]]
    ? ListSlot<C>
    : [Extract<T, Control>] extends [never]
      ? Prop<T>
      : Slot<T>;

/** One entry for each property of `P` that is not in `Inherited`: none is missing, and there are no others. */
export type Entries<P, Inherited> = {
  readonly [K in keyof P as K extends keyof Inherited ? never : K]-?: Entry<Exclude<P[K], undefined>>;
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

/** How people and screen readers identify the control, for `getByRole` and `getByText`. */
export interface Semantics {
  /** ARIA role of the control. */
  readonly role?: string;
  /** Property or slot that contains the control's name. */
  readonly label?: string;
}

/** The declaration of a type of control: property types, defaults, checks, names on the wire and events in one. */
export interface Spec<P = unknown> {
  /** `$type` of the control on the wire. */
  readonly type: string;
  readonly semantics: Semantics;
  /** Own and inherited entries, by property name. */
  readonly entries: { readonly [property: string]: AnyEntry };
  /** Names of the entries that are not inherited. */
  readonly own: readonly string[];
  /** Names of the slots, in declared order. */
  readonly slots: readonly string[];
  /** Own and inherited methods of the renderer, by name. `callClient` can call them. */
  readonly methods: { readonly [method: string]: MethodSpec | undefined };
  /** Returns the layout of the children along a line. Undefined if the control has no such layout. */
  readonly flow?: ((control: never) => Flow) | undefined;
  /** Never set. It ties the declaration to its interface of properties. */
  readonly props?: P;
}

/** An entry of any kind. */
export type AnyEntry = Prop<unknown> | Slot<unknown> | ListSlot | EventSpec<unknown>;

/**
 * Declares a type of control. `P` is the interface of its properties as they read, and `Inherited` that of the
 * parent's. Each key of `P` that is not in `Inherited` needs exactly one entry, of exactly its type.
 */
export function spec<P, Inherited = unknown>(
  type: string,
  parent: { readonly spec: Spec } | undefined,
  entries: Entries<P, Inherited>,
  semantics: Semantics = parent?.spec.semantics ?? {},
  methods: { readonly [method: string]: MethodSpec } = {},
  flow: ((control: P) => Flow) | undefined = parent?.spec.flow as ((control: P) => Flow) | undefined,
): Spec<P> {
  const all = { __proto__: null, ...parent?.spec.entries, ...entries } as { [property: string]: AnyEntry };
  const slots = Object.keys(all).filter((name) => all[name] instanceof Slot || all[name] instanceof ListSlot);
  const inherited: Spec["methods"] = parent?.spec.methods ?? {};
  return {
    type,
    semantics,
    entries: all,
    own: Object.keys(entries),
    slots,
    methods: { ...inherited, ...methods },
    flow,
  };
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

/** Declares a property of any type. With the default `null` it may be `null`. */
export function value<T, const D extends T | null>(type: Type<T>, initial: D): Prop<OrNull<T, D>> {
  const prop =
    initial === null ? new Prop<T | null>(nullable(type), null) : new Prop<T | null>(type as Type<T | null>, initial);
  return prop as unknown as Prop<OrNull<T, D>>;
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
export function slot<C extends Control = Control>(): Slot<C | null> {
  return new Slot();
}

/** Declares a slot for one child, a string instead of it, or nothing. With `only`, the child must have that `$type`. */
export function slotOrText(only?: string): Slot<Control | string | null> {
  return new Slot(stringType, only);
}

/** Declares a slot for one child, the name of an icon instead of it, or nothing. */
export function slotOrIcon(): Slot<Control | IconName | null> {
  return new Slot(iconNameType);
}

/** Declares a list of children. With `only`, each must have that `$type`. */
export function slots<C extends Control = Control>(only?: string): ListSlot<C> {
  return new ListSlot(only);
}

/** Declares an event. Without a payload type it has no data. */
export function event(): EventSpec<void>;
export function event<D>(payload: Type<D>): EventSpec<D>;
export function event<D>(payload?: Type<D>): EventSpec<D> | EventSpec<void> {
  return payload === undefined ? new EventSpec(noneType) : new EventSpec(payload);
}

/**
 * Declares a method that the renderer performs, by the types of its arguments and its result. Both default to nothing.
 */
export function method<A = void, R = void>(args?: Type<A>, result?: Type<R>): MethodSpec {
  return new MethodSpec((args ?? noneType) as Type<unknown>, (result ?? noneType) as Type<unknown>);
}

/** Types of the data of events. */
export const payload: {
  readonly boolean: Type<boolean>;
  readonly text: Type<string>;
  readonly number: Type<number>;
  readonly list: typeof listType;
  readonly object: typeof objectType;
} = { boolean: booleanType, text: stringType, number: numberType(), list: listType, object: objectType };
