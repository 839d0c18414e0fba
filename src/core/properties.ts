import { freeze } from "immer";
import { isObservable, type Observable } from "rxjs";
import type { Control } from "./control.ts";
import { isDefault } from "./document.ts";
import { quote, RunletError } from "./errors.ts";
import { trackedList } from "./list.ts";
import { NODE, type Node, pathOf } from "./node.ts";
import { type AnyEntry, EventSpec, ListSlot, Prop, Slot, type Spec } from "./spec.ts";

type ControlClass = { readonly spec: Spec; readonly prototype: object };

/** Classes whose accessors are in place. */
const prepared = new WeakSet<object>();

/**
 * Gives a class and its ancestors an accessor for each declared property. Done at the first `new`, so
 * that a static `spec` is the whole declaration and importing a control has no effect.
 */
export function prepareClass(control: ControlClass): Spec {
  if (!prepared.has(control)) {
    prepared.add(control);
    const parent: unknown = Object.getPrototypeOf(control);
    if (isControlClass(parent)) prepareClass(parent);
    if (Object.hasOwn(control, "spec")) for (const name of control.spec.own) defineAccessor(control, name);
  }
  return control.spec;
}

function isControlClass(value: unknown): value is ControlClass {
  return typeof value === "function" && "spec" in value;
}

function defineAccessor(control: ControlClass, name: string): void {
  const entry = control.spec.entries[name] as AnyEntry;
  Object.defineProperty(control.prototype, name, {
    configurable: true,
    get(this: Control) {
      return readProperty(this[NODE], name, entry);
    },
    set(this: Control, value: unknown) {
      assignProperty(this[NODE], name, entry, value);
    },
  });
}

/** What a property reads. */
export function readProperty(node: Node, name: string, entry: AnyEntry): unknown {
  if (entry instanceof ListSlot) return readList(node, name, entry);
  const value = node.values[name];
  if (value !== undefined) return value;
  return entry instanceof Prop ? entry.default : entry instanceof Slot ? null : undefined;
}

/** The constructor's properties: values, handlers, children and streams of them. */
export function assignAll(node: Node, props: { readonly [name: string]: unknown }): void {
  for (const [name, value] of Object.entries(props)) {
    const entry = node.spec.entries[name];
    if (entry === undefined) throw unknownProperty(node, name);
    if (value === undefined) continue;
    if (isObservable(value)) bindProperty(node, name, value);
    else assignProperty(node, name, entry, value);
  }
}

/** Sets a property from app code. `undefined` goes back to the default. */
export function assignProperty(node: Node, name: string, entry: AnyEntry, value: unknown): void {
  if (isObservable(value) && !(entry instanceof EventSpec)) {
    throw new RunletError(
      "observable-assigned",
      `${nameOf(node, name)} was given an Observable after construction. Use control.bind("${name}", value$), or pass it to the constructor.`,
    );
  }
  unbind(node, name);
  storeProperty(node, name, entry, value);
}

/** Sets a property from anywhere: checked, frozen, and marked for the next flush when it differs. */
export function storeProperty(node: Node, name: string, entry: AnyEntry, value: unknown): void {
  if (value !== undefined) {
    const problem = checkEntry(entry, value);
    if (problem !== undefined) throw new RunletError("wrong-type", `${nameOf(node, name)}${problem}.`);
  }
  const before = readStored(node, name, entry);
  const next = toStored(entry, value);
  if (next === before && !(entry instanceof ListSlot)) return;
  if (next === undefined) delete node.values[name];
  else node.values[name] = next;
  if (entry instanceof ListSlot && node.lists !== undefined) delete node.lists[name];
  // Replacing one handler by another is nothing the client needs to know.
  if (entry instanceof EventSpec && next !== undefined && before !== undefined) return;
  markProperty(node, name);
}

/** Notes that a property changed, for the next flush and for whoever asked for `changes()`. */
export function markProperty(node: Node, name: string): void {
  node.session?.changes.mark(node, name);
  const entry = node.spec.entries[name];
  const listeners = node.changes?.get(name);
  if (entry !== undefined && listeners !== undefined) listeners.next(readProperty(node, name, entry));
}

/** What is wrong with a value for an entry, if anything. */
export function checkEntry(entry: AnyEntry, value: unknown): string | undefined {
  if (entry instanceof Prop) return entry.type.check(value);
  if (entry instanceof EventSpec) {
    return typeof value === "function" ? undefined : ` must be a function or undefined, not ${quote(value)}`;
  }
  if (entry instanceof ListSlot) {
    if (!Array.isArray(value)) return ` must be an array of controls, not ${quote(value)}`;
    for (const [index, item] of value.entries()) {
      const problem = checkItem(entry, item);
      if (problem !== undefined) return `[${index}]${problem}`;
    }
    return undefined;
  }
  if (value === null || isControl(value) || (entry.takesText && typeof value === "string")) return undefined;
  return ` must be a control${entry.takesText ? ", a string" : ""} or null, not ${quote(value)}`;
}

function checkItem(slot: ListSlot, item: unknown): string | undefined {
  if (!isControl(item)) return ` must be a control, not ${quote(item)}`;
  const { type } = item[NODE].spec;
  if (slot.only === undefined || type === slot.only) return undefined;
  return ` must be a ${slot.only}, not a ${type}`;
}

/** Follows a stream while the control is mounted. */
export function bindProperty(node: Node, name: string, value$: Observable<unknown>): void {
  if (node.spec.entries[name] === undefined) throw unknownProperty(node, name);
  unbind(node, name);
  node.bound ??= new Map();
  node.bound.set(name, value$);
  node.session?.streams.follow(node, name, value$);
}

function unbind(node: Node, name: string): void {
  if (node.bound?.delete(name) === true) node.session?.streams.unfollow(node, name);
}

function readStored(node: Node, name: string, entry: AnyEntry): unknown {
  const value = node.values[name];
  return value === undefined && entry instanceof Prop ? entry.default : value;
}

function toStored(entry: AnyEntry, value: unknown): unknown {
  if (value === null && entry instanceof Slot) return undefined;
  if (entry instanceof ListSlot) return value === undefined ? undefined : [...(value as Control[])];
  if (entry instanceof Prop) {
    if (value === undefined || isDefault(entry, value)) return entry.default;
    return typeof value === "object" ? freeze(value, true) : value;
  }
  return value;
}

function readList(node: Node, name: string, entry: ListSlot): Control[] {
  node.lists ??= {};
  let list = node.lists[name];
  if (list === undefined) {
    const items = (node.values[name] ??= []) as Control[];
    const check = (item: unknown) => {
      const problem = checkItem(entry, item);
      if (problem !== undefined) throw new RunletError("not-a-control", `An item of ${nameOf(node, name)}${problem}.`);
    };
    list = trackedList(items, { check, changed: () => markProperty(node, name) });
    node.lists[name] = list;
  }
  return list;
}

/** Whether a value is a control. */
export function isControl(value: unknown): value is Control {
  return value !== null && typeof value === "object" && NODE in value;
}

/** A property with its control, for errors. */
export function nameOf(node: Node, name: string): string {
  return node.parent === undefined ? `${node.control.constructor.name}.${name}` : `${pathOf(node)}.${name}`;
}

/** The error for a property that a control does not have. */
export function unknownProperty(node: Node, name: string): RunletError {
  const known = Object.keys(node.spec.entries).join(", ");
  return new RunletError(
    "unknown-property",
    `${nameOf(node, name)}: ${node.spec.type} has no such property. It has ${known}.`,
  );
}

/** Fields of a subclass that hide a declared property: what they are set to would never be sent. */
export function assertNoHiddenProperties(node: Node): void {
  const { entries } = node.spec;
  for (const name of Object.keys(node.control)) {
    // Only what a declaration put on the prototype can be hidden.
    if (entries[name] === undefined || !(name in Object.getPrototypeOf(node.control))) continue;
    const subclass = node.control.constructor.name;
    throw new RunletError(
      "hidden-property",
      `${subclass} has a class field "${name}" that hides the property ${node.spec.type}.${name}, so nothing set to it would be shown. ` +
        `Give a default by super({ ${name}: …, ...props }) instead; to narrow only its type, write "declare ${name}: …".`,
    );
  }
}
