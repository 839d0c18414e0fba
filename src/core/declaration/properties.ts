import { freeze } from "immer";
import { isObservable, type Observable } from "rxjs";
import { checkItem, ensureChildList, findChildList } from "../tree/child-list.ts";
import {
  type AnyControl,
  className,
  ensureExtras,
  Flag,
  isControl,
  NODE,
  type Node,
  pathOf,
  propertyPath,
} from "../tree/node.ts";
import { SHORT_TEXT } from "../tree/size.ts";
import { quote, RunletError } from "./errors.ts";
import { isFilledByBuild, unknownProperty } from "./name-hints.ts";
import { describeProblem, GENERATOR, isGenerator, mustBe, type Problem, problemIn, problemWith } from "./problem.ts";
import type { AnyEntry, ListSlot, Prop, Slot, WriteRules } from "./spec.ts";
import { convertAs, isNoData } from "./types.ts";

/** Defines the accessor of a declared property on the prototype of its class. */
export function defineAccessor(prototype: AnyControl, name: string, entry: AnyEntry): void {
  Object.defineProperty(prototype, name, {
    configurable: true,
    get(this: AnyControl) {
      return readProperty(this[NODE], name, entry);
    },
    set(this: AnyControl, value: unknown) {
      assignProperty(this[NODE], name, entry, value);
    },
  });
}

/** Returns the value that a property reads. */
export function readProperty(node: Node, name: string, entry: AnyEntry): unknown {
  if (entry.kind === "list") return ensureChildList(node, name).view;
  const value = node.values[name];
  if (value !== undefined) return value;
  if (entry.kind === "value") return entry.default;
  return entry.kind === "slot" ? (findChildList(node, name)?.items[0] ?? null) : undefined;
}

/**
 * Assigns the constructor's properties: values, handlers, children, and streams of them. Throws `wrong-type` if they are
 * not in one object.
 */
export function assignAll(node: Node, props: { readonly [name: string]: unknown }): void {
  // An object literal, as in most calls, needs no closer look.
  if (props === null || Object.getPrototypeOf(props) !== Object.prototype) assertObject(node, props);
  else if (NODE in props) throw spreadControl(node, props as unknown as AnyControl);
  const { entries, isComposite } = node.spec;
  for (const name in props) {
    if (name === "key" || name === "data") continue;
    const entry = entries[name];
    const value = props[name];
    // The first check is for speed.
    if (entry === undefined || (isComposite === true && isFilledByBuild(node.spec, name)))
      throw unknownProperty(node, name);
    if (value === undefined) continue;
    if (isStream(value)) bindProperty(node, name, value);
    else storeProperty(node, name, entry, value);
  }
}

/** Returns the error for `{ ...text }`: a control's properties are accessors of its class, which are not copied. */
function spreadControl(node: Node, { [NODE]: from }: AnyControl): RunletError {
  return new RunletError(
    "wrong-type",
    `new ${className(node.control)}(): { ...control } copies no properties of the control ${pathOf(from)}. ` +
      "Keep the properties in an object of your own and spread that, or write a function that makes the control.",
  );
}

function assertObject(node: Node, given: unknown): void {
  const isObject = typeof given === "object" && given !== null;
  if (isObject && !Array.isArray(given) && !isControl(given) && !isStream(given)) return;
  throw positionalArgument(node, given);
}

/** Returns the error for a constructor that was called with a value instead of an object of properties. */
function positionalArgument(node: Node, given: unknown): RunletError {
  const { entries, own } = node.spec;
  const name = className(node.control);
  const accepts = (property: string, value: unknown) =>
    isStream(value) || checkEntry(entries[property] as AnyEntry, value) === undefined;
  const single = own.find((property) => accepts(property, given));
  const list = own.find((property) => entries[property]?.kind === "list" && accepts(property, [given]));
  const text = typeof given === "object" || typeof given === "function" ? "…" : quote(given);
  const example =
    single === undefined && list !== undefined ? `${list}: [${text}]` : `${single ?? own[0] ?? "key"}: ${text}`;
  return new RunletError(
    "wrong-type",
    `new ${name}(${quote(given)}): the constructor takes one object of properties, such as new ${name}({ ${example} }).`,
  );
}

function isStream(value: unknown): value is Observable<unknown> {
  return typeof value === "object" && isObservable(value);
}

/** Sets a property from app code. `undefined` resets it to the default. */
export function assignProperty(node: Node, name: string, entry: AnyEntry, value: unknown): void {
  if (isStream(value) && entry.kind !== "event") {
    throw new RunletError(
      "observable-assigned",
      `${propertyPath(node, name)} was given an Observable after construction. Use control.bind("${name}", value$), or pass it to the constructor.`,
    );
  }
  if (node.extras.boundStreams !== undefined) unbind(node, name);
  changeProperty(node, name, entry, value);
}

const NO_RULES: WriteRules = {};

/** Sets a property that the app changes, by an assignment or by a stream. */
export function changeProperty(node: Node, name: string, entry: AnyEntry, value: unknown): void {
  const rules: WriteRules = entry.kind === "value" ? entry.rules : NO_RULES;
  if (rules.outdates !== undefined) storeAndOutdate(node, name, entry, rules.outdates, value);
  else storeProperty(node, name, entry, value);
  if (rules.isVolatile !== true || node.values[name] === undefined) return;
  // The client may have another value by now, so this one is sent even if it is the same as the last one.
  node.session?.forgetSent(node, name);
  markProperty(node, name);
}

/** Sets a property. If that changes it, the property `outdated` goes back to its default. */
function storeAndOutdate(node: Node, name: string, entry: AnyEntry, outdated: string, value: unknown): void {
  const before = node.values[name];
  storeProperty(node, name, entry, value);
  const other = node.spec.entries[outdated];
  if (node.values[name] === before || other === undefined) return;
  storeProperty(node, outdated, other, undefined);
  node.session?.bindings.writeToState(node, outdated, readProperty(node, outdated, other));
}

/** Sets a property from any source: checks it, freezes it, and marks it for the next flush if it differs. */
export function storeProperty(node: Node, name: string, entry: AnyEntry, value: unknown): void {
  if (value !== undefined) {
    const problem = entry.kind === "value" ? entry.type.check(value) : checkEntry(entry, value);
    if (problem !== undefined) {
      throw new RunletError("wrong-type", `${describeProblem(propertyPath(node, name), problem)}.`);
    }
  }
  if (entry.kind === "value")
    storeValue(node, name, entry, entry.mustConvert && value !== undefined ? convertAs(entry.type, value) : value);
  else if (entry.kind === "event") storeHandler(node, name, value);
  else storeChildren(node, name, entry, value);
}

/** Stores a value. */
function storeValue(node: Node, name: string, entry: Prop<unknown>, value: unknown): void {
  let next =
    value === undefined || value === entry.default || (typeof value === "object" && entry.isDefault(value))
      ? undefined
      : value;
  if (next === node.values[name]) return;
  if (typeof next === "object") {
    next = freeze(next, true);
    node.flags |= Flag.isSizeMeasured;
  } else if (typeof next === "string") {
    if (next.length > SHORT_TEXT) node.flags |= Flag.isSizeMeasured;
  } else if (!entry.mustEncode && isNoData(next)) throw notSendable(node, name, next);
  setValue(node, name, next);
  if (next === undefined || entry.mustEncode) node.flags |= Flag.mustEncode;
  markProperty(node, name);
}

function notSendable(node: Node, name: string, value: unknown): RunletError {
  return new RunletError(
    "not-sendable",
    `${propertyPath(node, name)} was set to ${quote(value)}, which cannot be sent to the client. The type of the property must accept plain data only: objects, arrays, text, numbers.`,
  );
}

/**
 * Sets a value or handler. A value at its default is stored as `undefined`, because deleting a key would be slow. The
 * object of the values is replaced if it is a document as well.
 */
function setValue(node: Node, name: string, value: unknown): void {
  if ((node.flags & Flag.areValuesShared) !== 0) {
    node.values = node.classInfo.copyValues(node.values);
    node.flags &= ~Flag.areValuesShared;
  }
  node.values[name] = value;
}

/** Stores a handler. The client needs to know only whether there is one, so replacing a handler marks nothing. */
function storeHandler(node: Node, name: string, handler: unknown): void {
  const before = node.values[name];
  setValue(node, name, handler);
  node.flags |= Flag.mustEncode;
  if ((before === undefined) !== (handler === undefined)) markProperty(node, name);
}

function storeChildren(node: Node, name: string, { kind }: Slot<unknown> | ListSlot, value: unknown): void {
  if (kind === "list") {
    // An empty list that was never read needs no list object.
    if (value !== undefined || findChildList(node, name) !== undefined) {
      ensureChildList(node, name).replace([...((value ?? []) as AnyControl[])]);
    }
    return;
  }
  const text = typeof value === "string" ? value : undefined;
  if (text !== node.values[name]) {
    setValue(node, name, text);
    if (text === undefined) node.flags |= Flag.mustEncode;
    else if (text.length > SHORT_TEXT) node.flags |= Flag.isSizeMeasured;
    markProperty(node, name);
  }
  const child = isControl(value) ? value : undefined;
  if (child === findChildList(node, name)?.items[0]) return;
  const list = ensureChildList(node, name);
  list.splice(0, list.items.length, child === undefined ? [] : [child]);
}

/** Marks a changed property for the next flush, and notifies the subscribers of `changes()`. */
export function markProperty(node: Node, name: string): void {
  node.session?.markDirty(node, name);
  const { changeSubjects } = node.extras;
  if (changeSubjects === undefined) return;
  const entry = node.spec.entries[name];
  const listeners = changeSubjects.get(name);
  if (entry !== undefined && listeners !== undefined) listeners.next(readProperty(node, name, entry));
}

/** Returns the problem with a value for an entry; undefined if there is none. */
export function checkEntry(entry: AnyEntry, value: unknown): Problem | undefined {
  switch (entry.kind) {
    case "value":
      return entry.type.check(value);
    case "event":
      if (typeof value !== "function") return mustBe("a function or undefined", value);
      return isGenerator(value) ? problemWith(GENERATOR) : undefined;
    case "list": {
      if (!Array.isArray(value)) return mustBe("an array of controls", value);
      for (let index = 0; index < value.length; index++) {
        const problem = checkItem(entry, value[index]);
        if (problem !== undefined) return problemIn(index, problem);
      }
      return undefined;
    }
    case "slot":
      if (value === null) return undefined;
      if (isControl(value)) return checkItem(entry, value);
      if (entry.text !== undefined && typeof value === "string") return entry.text.check(value);
      return mustBe(`a control${entry.text === undefined ? "" : `, a ${entry.text.name}`} or null`, value);
  }
}

/** Binds a property to a stream, which is subscribed while the control is mounted. */
export function bindProperty(node: Node, name: string, value$: Observable<unknown>): void {
  const entry = node.spec.entries[name];
  if (entry === undefined) throw unknownProperty(node, name);
  assertBindable(node, name, entry, value$);
  unbind(node, name);
  const extras = ensureExtras(node);
  extras.boundStreams ??= new Map();
  extras.boundStreams.set(name, value$);
  node.session?.bindings.bind(node, name, value$);
}

function assertBindable(node: Node, name: string, { kind }: AnyEntry, value$: unknown): void {
  if (kind !== "event" && isObservable(value$)) return;
  const what =
    kind === "event"
      ? `is a handler: assign a function to it`
      : `can be bound to an Observable, not to ${quote(value$)}`;
  throw new RunletError("wrong-type", `${propertyPath(node, name)} ${what}.`);
}

function unbind(node: Node, name: string): void {
  if (node.extras.boundStreams?.delete(name) === true) node.session?.bindings.unbind(node, name);
}
