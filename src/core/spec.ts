import type { Control } from "./control.ts";
import type { EventHandler } from "./event.ts";
import type { Flow } from "./room.ts";
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
import { type IconName, iconNameType } from "./values/icon-name.ts";

/** What speaks against a write of the client's, beyond the type: put right after the property's name. */
export type WriteGuard<T> = (value: T, control: Control) => string | undefined;

/** A property that holds a value. */
export class Prop<T> {
  readonly kind = "value";
  readonly type: Type<T>;
  /** What it reads when nothing was set. Left out on the wire: the client implies the same value. */
  readonly default: T;
  /** Whether the client may write it: what a person enters or picks. */
  readonly isWritable: boolean;
  /** Asked before a write of the client's is taken. */
  readonly guard: WriteGuard<T> | undefined;

  constructor(type: Type<T>, initial: T, isWritable = false, guard?: WriteGuard<T>) {
    this.type = type;
    this.default = initial;
    this.isWritable = isWritable;
    this.guard = guard;
  }

  /** The same property, open to the client's writes. */
  writable(guard?: WriteGuard<T>): Prop<T> {
    return new Prop(this.type, this.default, true, guard);
  }

  /** The same property, which may also be `null`. */
  nullable(): Prop<T | null> {
    return new Prop<T | null>(nullable(this.type), this.default);
  }
}

/** What a string must be: any, or one of some words. */
type TextType = Pick<Type<unknown>, "name" | "check">;

/** A property that holds one child. `T` is what it reads. */
export class Slot<T> {
  readonly kind = "slot";
  /** What a plain string in the place of a control must be; none may stand there when undefined. */
  readonly text: TextType | undefined;
  /** The one `$type` that may stand in it; any when undefined. */
  readonly only: string | undefined;
  /** Never there: ties the declaration to the property's type. */
  readonly accepts?: (value: T) => T;

  constructor(text?: TextType, only?: string) {
    this.text = text;
    this.only = only;
  }
}

/** A property that holds a list of children. */
export class ListSlot<C extends Control = Control> {
  readonly kind = "list";
  /** The one `$type` that may stand in it; any when undefined. */
  readonly only: string | undefined;
  /** Never there: ties the declaration to the property's type. */
  readonly accepts?: (value: C) => C;

  constructor(only?: string) {
    this.only = only;
  }
}

/** Something that can happen to a control in the client. The property `onClick` declares the event `click`. */
export class EventSpec<D> {
  readonly kind = "event";
  readonly payload: Type<D>;

  constructor(payload: Type<D>) {
    this.payload = payload;
  }
}

type AnyHandler = (event: never) => unknown;

/** What declares a property of type `T`. */
export type Entry<T> = [T] extends [AnyHandler]
  ? T extends EventHandler<never, infer D>
    ? EventSpec<D>
    : never
  : [T] extends [(infer C extends Control)[]]
    ? ListSlot<C>
    : [Extract<T, Control>] extends [never]
      ? Prop<T>
      : Slot<T>;

/** One entry for each property of `P` that `Inherited` has not: none missing, none too many. */
export type Entries<P, Inherited> = {
  readonly [K in keyof P as K extends keyof Inherited ? never : K]-?: Entry<Exclude<P[K], undefined>>;
};

/** Something that a control's renderer does when the app asks for it. */
export class MethodSpec {
  readonly args: Type<unknown>;
  /** What it answers. */
  readonly result: Type<unknown>;

  constructor(args: Type<unknown>, result: Type<unknown>) {
    this.args = args;
    this.result = result;
  }
}

/** How people and screen readers know the control: for `getByRole` and `getByText`. */
export interface Semantics {
  /** Its ARIA role. */
  readonly role?: string;
  /** The property or slot that names it. */
  readonly label?: string;
}

/** The declaration of a kind of control: types, defaults, checks, wire names and events in one. */
export interface Spec<P = unknown> {
  /** Its `$type` on the wire. */
  readonly type: string;
  readonly semantics: Semantics;
  /** Own and inherited, by property name. */
  readonly entries: { readonly [property: string]: AnyEntry };
  /** Names of `entries` that are not the parent's. */
  readonly own: readonly string[];
  /** Names of the slots, in declared order. */
  readonly slots: readonly string[];
  /** Own and inherited, by name: what `callClient` may ask the renderer for. */
  readonly methods: { readonly [method: string]: MethodSpec | undefined };
  /** How it lays out its children, if that is along a line. */
  readonly flow?: ((control: never) => Flow) | undefined;
  /** Never there: ties the declaration to the interface it is for. */
  readonly props?: P;
}

/** Any kind of entry. */
export type AnyEntry = Prop<unknown> | Slot<unknown> | ListSlot | EventSpec<unknown>;

/**
 * Declares a kind of control. `P` is the interface of its properties as they read, `Inherited` that of
 * the parent's: each key of `P` that is not in `Inherited` needs exactly one entry, of exactly its type.
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

/** The event that a handler property listens to: `click` for `onClick`. */
export function eventName(property: string): string {
  return property.charAt(2).toLowerCase() + property.slice(3);
}

/** The handler property of an event: `onClick` for `click`. */
export function handlerName(event: string): string {
  return `on${event.charAt(0).toUpperCase()}${event.slice(1)}`;
}

// ---- entries ------------------------------------------------------------------------------------

type OrNull<T, D> = D extends null ? T | null : T;

/** A property of any type. With the default `null` it may be `null`. */
export function value<T, const D extends T | null>(type: Type<T>, initial: D): Prop<OrNull<T, D>> {
  const prop =
    initial === null ? new Prop<T | null>(nullable(type), null) : new Prop<T | null>(type as Type<T | null>, initial);
  return prop as unknown as Prop<OrNull<T, D>>;
}

/** `true` or `false`. */
export function flag<const D extends boolean | null>(initial: D): Prop<OrNull<boolean, D>> {
  return value<boolean, boolean | null>(booleanType, initial) as Prop<OrNull<boolean, D>>;
}

/** Text. */
export function text<const D extends string | null>(initial: D): Prop<OrNull<string, D>> {
  return value<string, string | null>(stringType, initial) as Prop<OrNull<string, D>>;
}

/** A finite number. */
export function number<const D extends number | null>(initial: D, bounds?: Bounds): Prop<OrNull<number, D>> {
  return value<number, number | null>(numberType(bounds), initial) as Prop<OrNull<number, D>>;
}

/** A whole number. */
export function integer<const D extends number | null>(initial: D, bounds?: Bounds): Prop<OrNull<number, D>> {
  return value<number, number | null>(integerType(bounds), initial) as Prop<OrNull<number, D>>;
}

/** One of a few words. */
export function oneOf<T extends string, const D extends T | null>(
  choices: readonly T[],
  initial: D,
): Prop<OrNull<T, D>> {
  return value<T, T | null>(choiceType(choices), initial) as Prop<OrNull<T, D>>;
}

/** One child, or none. */
export function slot<C extends Control = Control>(): Slot<C | null> {
  return new Slot();
}

/** One child, a string in its place, or nothing; of one kind only when `only` names its `$type`. */
export function slotOrText(only?: string): Slot<Control | string | null> {
  return new Slot(stringType, only);
}

/** One child, the name of an icon in its place, or nothing. */
export function slotOrIcon(): Slot<Control | IconName | null> {
  return new Slot(iconNameType);
}

/** Children in order; of one kind only when `only` names its `$type`. */
export function slots<C extends Control = Control>(only?: string): ListSlot<C> {
  return new ListSlot(only);
}

/** An event; without a payload type it carries nothing. */
export function event(): EventSpec<void>;
export function event<D>(payload: Type<D>): EventSpec<D>;
export function event<D>(payload?: Type<D>): EventSpec<D> | EventSpec<void> {
  return payload === undefined ? new EventSpec(noneType) : new EventSpec(payload);
}

/** A method that the renderer carries out: what it is given, and what it answers. Each is nothing by default. */
export function method<A = void, R = void>(args?: Type<A>, result?: Type<R>): MethodSpec {
  return new MethodSpec((args ?? noneType) as Type<unknown>, (result ?? noneType) as Type<unknown>);
}

/** What events carry. */
export const payload: {
  readonly boolean: Type<boolean>;
  readonly text: Type<string>;
  readonly number: Type<number>;
  readonly list: typeof listType;
  readonly object: typeof objectType;
} = { boolean: booleanType, text: stringType, number: numberType(), list: listType, object: objectType };
