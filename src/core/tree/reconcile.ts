import { RunletError } from "../declaration/errors.ts";
import { assignProperty, bindProperty, checkEntry, readProperty, storeProperty } from "../declaration/properties.ts";
import type { AnyEntry } from "../declaration/spec.ts";
import { isThenable } from "../reactive/funnel.ts";
import { findChildList } from "./child-list.ts";
import { type AnyControl, childrenOf, Flag, isControl, NODE, type Node, pathOf, type Scope } from "./node.ts";

/** Set that collects the controls created while a `build()` runs again; undefined otherwise. */
let collecting: Set<Node> | undefined;

/** Records that a control was created. */
export function trackCreated(node: Node): void {
  collecting?.add(node);
}

/** Runs a function. Returns its result and the controls that were created while it ran. */
export function collectCreated<T>(make: () => T): { result: T; created: ReadonlySet<Node> } {
  const outer = collecting;
  const created = new Set<Node>();
  collecting = created;
  try {
    return { result: make(), created };
  } finally {
    collecting = outer;
  }
}

/** Controls that `each` made, which contain a stream of their own. */
const madeByEach = new WeakSet<Node>();

/** Records that `each` made a control. */
export function markMadeByEach(node: Node): void {
  madeByEach.add(node);
}

/** Slots that `build()` fills. */
const BUILD_SLOTS: readonly string[] = ["content", "controls"];

/**
 * Returns the content of a slot for a value that its stream emitted. Present controls replace new ones of the same
 * class and key.
 */
export function reconcileEmitted(scope: Scope, node: Node, name: string, entry: AnyEntry, value: unknown): unknown {
  if (entry.kind === "event" || value === null || typeof value !== "object") return value;
  if (entry.kind === "value" && !holdsControls(value)) return value;
  // A wrong value must be refused as a whole, before any part of it is handed over.
  if (checkEntry(entry, value) !== undefined) return value;
  // A stream may emit a control again, so at the top level only controls with a key are matched. Children of a new
  // control were never anywhere else, so they are matched without a key too.
  const nested = new Reconciler(scope, () => true);
  return new Reconciler(scope, () => false, nested).slot(node, name, entry, value);
}

/** Calls `build()` and puts its result into the control's own slot. */
export function runBuild(scope: Scope, node: Node): void {
  fillBuildSlot(node, buildResult(scope, node));
}

/** Calls `build()`. On a repeated call, present controls replace new ones of the same class and key. */
function buildResult(scope: Scope, node: Node): unknown {
  if (node.extras.effects !== undefined) scope.bindings.dropBuildEffects(node);
  if ((node.flags & Flag.isBuilt) === 0) return callBuild(scope, node);
  const { result, created } = collectCreated<unknown>(() => callBuild(scope, node));
  const reconciler = new Reconciler(scope, (child) => created.has(child));
  if (Array.isArray(result)) return reconciler.list(node, BUILD_SLOTS, result);
  if (isControl(result)) return reconciler.list(node, BUILD_SLOTS, [result])[0];
  // A control of build() alone shows its result. The result is empty now, so the old result must be removed.
  return (result === undefined || result === null) && node.spec.isComposite === true ? [] : result;
}

function callBuild(scope: Scope, node: Node): unknown {
  const result: unknown = scope.funnel.runWatched("hook", "build", node, () => node.control.build());
  if (!isThenable(result)) return result;
  // No code will await the promise, so its rejection is reported like any other error of the hook.
  scope.funnel.run("hook", "build", node, () => result);
  throw new RunletError(
    "async-build",
    `${pathOf(node)}: build() returned a promise. A build() must not be async: return what is shown meanwhile, ` +
      "and load in didMount(), which may be async.",
  );
}

/** Puts the result of `build()` into the control's own slot. */
function fillBuildSlot(node: Node, built: unknown): void {
  if (built === undefined || built === null) return;
  const name = Array.isArray(built) ? "controls" : "content";
  const { entries, isComposite, type } = node.spec;
  const other = name === "content" ? "controls" : "content";
  const target = node.control as unknown as { [slot: string]: unknown };
  if (isComposite === true) fillComposite(node, name, built);
  else if (entries[name]?.kind === (name === "controls" ? "list" : "slot")) target[name] = built;
  else if (name === "content" && entries[other]?.kind === "list") target[other] = [built];
  else {
    throw new RunletError(
      "build-without-slot",
      `${pathOf(node)}: build() returned ${name === "controls" ? "a list" : "a control"}, and ${type} has no "${name}" to put it in. ` +
        "Return nothing and set its properties, or extend Control.",
    );
  }
}

/** Fills the slots of a control that shows only this. It shows either one control or a list, so the other is emptied. */
function fillComposite(node: Node, name: string, built: unknown): void {
  for (const slot of node.spec.own) {
    storeProperty(node, slot, node.spec.entries[slot] as AnyEntry, slot === name ? built : undefined);
  }
}

/** Hands the properties of new controls over to present controls of the same class and key, which stay mounted. */
class Reconciler {
  readonly #scope: Scope;
  /** Whether a control without a key may be matched. */
  readonly #isNew: (node: Node) => boolean;
  /** The reconciler for the children of matched controls. */
  readonly #nested: Reconciler;

  constructor(scope: Scope, isNew: (node: Node) => boolean, nested?: Reconciler) {
    this.#scope = scope;
    this.#isNew = isNew;
    this.#nested = nested ?? this;
  }

  slot(node: Node, name: string, entry: AnyEntry, value: unknown): unknown {
    if (entry.kind === "value") return this.#placed(node, name, entry, value);
    if (entry.kind === "list") return this.list(node, [name], (value ?? []) as unknown[]);
    return isControl(value) ? this.list(node, [name], [value])[0] : value;
  }

  /** Returns the controls that a composed control will place, which are a value of one of its properties. */
  #placed(node: Node, name: string, entry: AnyEntry, value: unknown): unknown {
    const present = [storedValue(node, name, entry)].flat().filter(isControl);
    const matched = this.#match([value].flat(), () => present.map((control) => control[NODE]));
    return Array.isArray(value) ? matched : matched[0];
  }

  /** Returns the items that `node` will show in the named slots. */
  list(node: Node, names: readonly string[], next: readonly unknown[]): unknown[] {
    return this.#match(next, () => currentChildren(node, names));
  }

  #match(next: readonly unknown[], present: () => Node[]): unknown[] {
    // A control that was handed over before is an alias of the control that stayed.
    const list = next.map((item) => (isControl(item) ? item[NODE].control : item));
    if (!list.some((item) => isControl(item) && this.#isCandidate(item[NODE]))) return list;
    const staying = new Set(list);
    const pool = new MatchPool(present().filter(({ control }) => !staying.has(control)));
    return list.map((item) => {
      if (!isControl(item) || !this.#isCandidate(item[NODE])) return item;
      const match = pool.match(item);
      if (match === undefined) return item;
      this.#transferTo(item[NODE], match);
      return match.control;
    });
  }

  /**
   * Returns whether a new control may be replaced by a present one. A control that was mounted, or that has
   * subscribers, may not be replaced. A control without a key must have been created just now, because the app may use
   * an older one elsewhere. A class without a `spec` of its own may have private state, so it needs a key or the hook
   * `didReceive`.
   */
  #isCandidate(node: Node): boolean {
    const { control, id } = node;
    const { changeSubjects, eventSubjects } = node.extras;
    if (id !== 0 || changeSubjects !== undefined || eventSubjects !== undefined) return false;
    if (control.key === undefined && !this.#isNew(node)) return false;
    if (Object.hasOwn(control.constructor, "spec") || control.didReceive !== undefined) return true;
    return control.key !== undefined && !madeByEach.has(node);
  }

  #transferTo(from: Node, to: Node): void {
    const names = new Set([to, from].flatMap(namesSet));
    for (const name of names) {
      const entry = to.spec.entries[name] as AnyEntry;
      const stream$ = from.extras.boundStreams?.get(name);
      const present$ = to.extras.boundStreams?.get(name);
      if (stream$ !== undefined) {
        if (stream$ !== present$) bindProperty(to, name, stream$);
        continue;
      }
      const value = this.#valueFor(from, to, name, entry);
      if (present$ !== undefined || !isSame(value, storedValue(to, name, entry)))
        assignProperty(to, name, entry, value);
    }
    if (from.control.data !== undefined) to.control.data = from.control.data;
    const { control } = to;
    if (control.didReceive !== undefined) {
      this.#scope.funnel.run("hook", "didReceive", to, () => control.didReceive?.(from.control as never));
    }
    // The app may have kept the new control. From now on, that control is an alias of the one that stays.
    (from.control as { [NODE]: Node })[NODE] = to;
  }

  #valueFor(from: Node, to: Node, name: string, entry: AnyEntry): unknown {
    const value = storedValue(from, name, entry);
    if (entry.kind === "event") return value;
    if (entry.kind === "value" && !holdsControls(value)) {
      // The person's input stays unless the new control sets the property.
      return value === undefined && entry.isWritable ? readProperty(to, name, entry) : value;
    }
    // The present control's own build() filled this slot. The new control's build() was never called.
    const isOfBuild = BUILD_SLOTS.includes(name) && to.classInfo.hasBuild;
    return value === undefined && isOfBuild ? storedValue(to, name, entry) : this.#nested.slot(to, name, entry, value);
  }
}

/** Present controls by class and key. Those without a key are matched in their order. */
class MatchPool {
  readonly #byClass = new Map<unknown, Map<string | number | undefined, Node[]>>();

  constructor(nodes: readonly Node[]) {
    // Reversed, because `pop` takes the last one.
    for (const node of nodes.toReversed()) {
      const { control } = node;
      const byKey = this.#byClass.get(control.constructor) ?? new Map<string | number | undefined, Node[]>();
      this.#byClass.set(control.constructor, byKey);
      const same = byKey.get(control.key);
      if (same === undefined) byKey.set(control.key, [node]);
      else same.push(node);
    }
  }

  match(control: AnyControl): Node | undefined {
    return this.#byClass.get(control.constructor)?.get(control.key)?.pop();
  }
}

/** Returns the controls that are in the slots now, and those removed from any slot since the last flush. */
function currentChildren(node: Node, names: readonly string[]): Node[] {
  const inSlots = (slots: readonly string[]) =>
    slots.flatMap((name) => (findChildList(node, name)?.items ?? []).map((control) => control[NODE]));
  const everywhere = new Set(inSlots(node.spec.slots));
  const removedSinceFlush = childrenOf(node).filter((child) => child.parent === node && !everywhere.has(child));
  return [...inSlots(names), ...removedSinceFlush];
}

/** Returns the names of the properties that were set and of the slots that were used. */
function namesSet(node: Node): string[] {
  const [, ...values] = Object.keys(node.values);
  return [...values, ...node.lists.map(({ slot }) => slot), ...(node.extras.boundStreams?.keys() ?? [])];
}

/** Returns whether the value of a property is a control, or a list of controls. */
function holdsControls(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isControl) : isControl(value);
}

/** Returns the value that the app set; undefined if it set none. */
function storedValue(node: Node, name: string, entry: AnyEntry): unknown {
  if (entry.kind === "value" || entry.kind === "event") return node.values[name];
  const items = findChildList(node, name)?.items;
  return entry.kind === "list" ? items : (items?.[0] ?? node.values[name]);
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b);
  return a.length === b.length && a.every((item, index) => Object.is(item, b[index]));
}
