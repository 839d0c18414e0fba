import { slot, slots } from "../core/declaration/entries.ts";
import { RunletError } from "../core/declaration/errors.ts";
import { checkEntry } from "../core/declaration/properties.ts";
import {
  type AnyEntry,
  assertDeclaration,
  type ControlSpec,
  compositeSpec,
  defineSpec,
  type Entries,
  type MethodSpec,
  Prop,
  Slot,
} from "../core/declaration/spec.ts";
import type { Layout } from "../layout/layout.ts";
import { hugLayout } from "../layout/simple.ts";
import { type IconName, iconNameType } from "../values/icon-name.ts";
import type { Control } from "./control.ts";
import type { LayoutProps } from "./control-props.ts";

/** All that a declaration is made of comes from this file. */
export {
  event,
  flag,
  integer,
  method,
  number,
  oneOf,
  payload,
  slot,
  slotOrText,
  slots,
  text,
  value,
} from "../core/declaration/entries.ts";
export type { Entries, MethodSpec } from "../core/declaration/spec.ts";

/** How people and screen readers identify the control, for `getByRole` and `getByText`. */
export interface Semantics {
  /** ARIA role of the control. */
  readonly role?: string;
  /** Property or slot that contains the control's name. Of several, the first with a text counts. */
  readonly label?: string | readonly string[];
}

/** The declaration of a type of control: property types, defaults, checks, names on the wire and events in one. */
export interface Spec<P = unknown> extends ControlSpec<P> {
  /** Role and name of the control, for screen readers and for queries of tests. */
  readonly semantics: Semantics;
  /** Layout of the children, and the space that the control takes. */
  readonly layout: Layout;
}

/** What a declaration of a type of control is made of. `P` is the interface of its properties. */
export interface SpecOptions<P, Inherited> {
  /**
   * Name of the type, which is the name of its class. The client draws it with the renderer registered under this name.
   * Left out for a control that is composed of others by `build()` and has no renderer. Its properties are checked, can
   * be bound, and cause `beforeUpdate()`, but are never sent to the client.
   */
  readonly type?: string;
  /** Class that the control extends, usually `Control`. */
  readonly parent: { readonly spec: Spec };
  /** An entry for each property and event in `P`, such as `{ value: number(0), onChange: event(payload.number) }`. */
  readonly properties: Entries<P, Inherited>;
  /** Role and name for screen readers and for queries of tests. Default: those of the parent. */
  readonly semantics?: Semantics;
  /** Methods of the renderer that `callClient` can call. Default none. */
  readonly methods?: { readonly [method: string]: MethodSpec };
  /**
   * Names that people know from other frameworks or earlier versions, and the property that is meant: an error message
   * suggests it. Default none.
   */
  readonly formerNames?: { readonly [name: string]: string };
  /**
   * Layout of the children, and the space that the control takes, such as `boxLayout` for a control around one
   * child. A renderer that the app registers declares the same layout. Default: that of the parent, and `hugLayout` for a
   * control with a `type` whose parent is `Control`.
   */
  readonly layout?: Layout;
}

/**
 * Declares a type of control: types, defaults and checks of its properties, and its events. `P` is the interface of its
 * properties, and `Inherited` that of the class it extends. Each key of `P` that is not in `Inherited` needs exactly one
 * entry, of exactly its type. Throws `bad-spec` if the declaration has another form.
 */
export function spec<P, Inherited = LayoutProps>(options: SpecOptions<P, Inherited>): Spec<P> {
  assertDeclaration(options);
  if (options.parent?.spec === undefined)
    throw new RunletError("bad-spec", "spec() needs the class that the control extends, such as parent: Control.");
  const parent = options.parent.spec;
  const { semantics = parent.semantics } = options;
  const inherited = options.type !== undefined && parent.type === "Control" ? hugLayout : parent.layout;
  const properties = options.type === undefined ? placedByBuild(options.properties) : options.properties;
  const declared: Spec<P> = {
    ...defineSpec<P, Inherited>({ ...options, parent, properties }),
    semantics,
    layout: options.layout ?? inherited,
  };
  if (options.type !== undefined || parent.composite === undefined) return declared;
  assertNotBuilt(declared);
  return { ...declared, composite: buildsContent(declared) };
}

/** Throws if a property has the name of a slot that `build()` fills. */
function assertNotBuilt({ own }: ControlSpec): void {
  const name = own.find((property) => property === "content" || property === "controls");
  if (name === undefined) return;
  throw new RunletError(
    "bad-spec",
    `The property "${name}" has the name of the slot that takes the result of build(). Choose another name, such as "${name === "content" ? "body" : "children"}".`,
  );
}

/**
 * Returns the properties of a composed control. Slots become values, because the controls in them get their parent where
 * `build()` places them.
 */
function placedByBuild<E extends object>(properties: E): E {
  const placed = Object.entries(properties as { [property: string]: AnyEntry }).map(([name, entry]) => {
    if (entry.kind !== "slot" && entry.kind !== "list") return [name, entry];
    const type = { name: "controls", check: (value: unknown) => checkEntry(entry, value) };
    return [name, new Prop<unknown>(type, entry.kind === "list" ? [] : null)];
  });
  return Object.fromEntries(placed) as E;
}

/**
 * Returns the declaration of subclasses without a declaration of their own. `build()` fills the slots, which are no
 * properties.
 * @hidden
 */
export function buildsContent(declared: Spec): ControlSpec {
  return compositeSpec<{ content: Control | null; controls: Control[] }>(declared, {
    content: slot(),
    controls: slots(),
  });
}

/** Declares a slot for one child, the name of an icon instead of it, or nothing. */
export function slotOrIcon(): Slot<Control | IconName | null> {
  return new Slot(iconNameType);
}
