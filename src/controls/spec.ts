import { type ControlSpec, defineSpec, type Entries, type MethodSpec, Slot } from "../core/declaration/spec.ts";
import { type IconName, iconNameType } from "../values/icon-name.ts";
import type { Control } from "./control.ts";

/** All that a declaration is made of comes from this file. */
export {
  type Entries,
  event,
  flag,
  integer,
  type MethodSpec,
  method,
  number,
  oneOf,
  payload,
  slot,
  slotOrText,
  slots,
  text,
  value,
} from "../core/declaration/spec.ts";

/** How people and screen readers identify the control, for `getByRole` and `getByText`. */
export interface Semantics {
  /** ARIA role of the control. */
  readonly role?: string;
  /** Property or slot that contains the control's name. */
  readonly label?: string;
}

/**
 * Layout of a control's children along a line, and the space in that direction.
 * @hidden
 */
export interface Flow {
  /** Direction of the line. */
  readonly axis: "width" | "height";
  /** Whether the control scrolls in that direction, so that children may be of any length. */
  readonly isUnbounded?: boolean;
  /** Whether children may share the remaining space by `expand`. */
  readonly sharesSpace?: boolean;
  /** Whether the control works only where its own space in that direction is bounded. */
  readonly needsBounds?: boolean;
  /** Whether the control decides the size of its children. */
  readonly sizesChildren?: boolean;
}

/** The declaration of a type of control: property types, defaults, checks, names on the wire and events in one. */
export interface Spec<P = unknown> extends ControlSpec<P> {
  /** Role and name of the control, for screen readers and for queries of tests. */
  readonly semantics: Semantics;
  /** Returns the layout of the children along a line. Undefined if the control has no such layout. */
  readonly flow?: ((control: never) => Flow) | undefined;
}

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
  return { ...defineSpec<P, Inherited>(type, parent?.spec, entries, methods), semantics, flow };
}

/** Declares a slot for one child, the name of an icon instead of it, or nothing. */
export function slotOrIcon(): Slot<Control | IconName | null> {
  return new Slot(iconNameType);
}
