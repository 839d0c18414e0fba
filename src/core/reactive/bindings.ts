import { type Observable, Subscriber, type TeardownLogic } from "rxjs";
import { changeProperty, storeProperty } from "../declaration/properties.ts";
import type { AnyEntry } from "../declaration/spec.ts";
import { ensureExtras, Flag, type Node, type Scope, type StreamBindings } from "../tree/node.ts";
import { reconcileEmitted } from "../tree/reconcile.ts";
import { State } from "./state.ts";

/** Key of a subscription: the name of a property, or the stream of an effect. */
type BindingKey = string | Observable<unknown>;

/** The streams of bound properties and effects. They are subscribed at each mount and unsubscribed at each unmount. */
export class Bindings implements StreamBindings {
  readonly #scope: Scope;
  readonly #bindings = new Map<Node, Map<BindingKey, Binding>>();
  /** Effects that were added in `build()`. They end when it runs again. */
  readonly #buildEffects = new WeakMap<Node, Observable<unknown>[]>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** Subscribes all streams of a control. Values that are emitted at once become part of its first document. */
  subscribeAll(node: Node): void {
    for (const [name, value$] of node.extras.boundStreams ?? []) this.bind(node, name, value$);
    for (const stream$ of node.extras.effects ?? []) this.#subscribe(node, stream$, stream$, undefined);
  }

  /** Binds a property to a stream. When the stream ends or fails, the property keeps its last value. */
  bind(node: Node, name: string, value$: Observable<unknown>): void {
    const entry = node.spec.entries[name];
    if (entry !== undefined) this.#subscribe(node, name, value$, entry);
  }

  unbind(node: Node, name: string): void {
    this.#bindings.get(node)?.get(name)?.unsubscribe();
  }

  /** Sets the state that a property is bound to, because the value comes from elsewhere: a person entered it. */
  writeToState(node: Node, name: string, value: unknown): void {
    const bound = node.extras.boundStreams?.get(name);
    if (bound instanceof State) this.#scope.funnel.run("observable", name, node, () => bound.set(value));
  }

  /**
   * Subscribes an effect of a mounted control. An effect that was added in `build()` is subscribed again at each mount.
   * Any other effect ends at the unmount.
   */
  addEffect(node: Node, stream$: Observable<unknown>): void {
    if ((node.flags & Flag.isBuilding) !== 0) {
      (ensureExtras(node).effects ??= []).push(stream$);
      const all = this.#buildEffects.get(node);
      if (all === undefined) this.#buildEffects.set(node, [stream$]);
      else all.push(stream$);
    }
    this.#subscribe(node, stream$, stream$, undefined);
  }

  /** Ends the effects of the last `build()`, because it is about to run again. */
  dropBuildEffects(node: Node): void {
    const last = this.#buildEffects.get(node);
    if (last === undefined) return;
    this.#buildEffects.delete(node);
    node.extras.effects = node.extras.effects?.filter((stream$) => !last.includes(stream$));
    for (const stream$ of last) this.#bindings.get(node)?.get(stream$)?.unsubscribe();
  }

  /** Ends all streams of a control, because it was unmounted. */
  unsubscribeAll(node: Node): void {
    const all = this.#bindings.get(node);
    if (all !== undefined) for (const binding of [...all.values()]) binding.unsubscribe();
  }

  #subscribe(node: Node, key: BindingKey, stream$: Observable<unknown>, entry: AnyEntry | undefined): void {
    let all = this.#bindings.get(node);
    all?.get(key)?.unsubscribe();
    all = this.#bindings.get(node);
    if (all === undefined) this.#bindings.set(node, (all = new Map()));
    node.flags |= Flag.hasBindings;
    const { counts } = this.#scope;
    counts.subscriptions++;
    const binding = new Binding(this.#scope, node, typeof key === "string" ? key : "effect", entry, () => {
      counts.subscriptions--;
      if (all.get(key) === binding) all.delete(key);
      if (all.size > 0 || this.#bindings.get(node) !== all) return;
      this.#bindings.delete(node);
      node.flags &= ~Flag.hasBindings;
    });
    all.set(key, binding);
    const outer = current;
    current = binding;
    try {
      stream$.subscribe(binding);
    } catch (error) {
      binding.report(error);
    } finally {
      current = outer;
    }
  }
}

/** Binding whose stream is being subscribed. The stream may emit its first value at that moment. */
let current: Binding | undefined;

/** Returns the binding whose stream is being subscribed at this moment, if there is one. */
export function currentBinding(): Binding | undefined {
  return current;
}

/**
 * One subscription of a control. It extends Subscriber to catch the errors of its teardown, no matter which code ends
 * the subscription.
 */
export class Binding extends Subscriber<unknown> {
  readonly node: Node;
  /** Name of the property, or `effect`. */
  readonly name: string;
  readonly #scope: Scope;
  readonly #entry: AnyEntry | undefined;
  readonly #onEnd: () => void;

  constructor(scope: Scope, node: Node, name: string, entry: AnyEntry | undefined, onEnd: () => void) {
    super();
    this.#scope = scope;
    this.node = node;
    this.name = name;
    this.#entry = entry;
    this.#onEnd = onEnd;
  }

  override next(value: unknown): void {
    const { name, node } = this;
    const entry = this.#entry;
    if (this.closed || entry === undefined) return;
    try {
      // What a stream emits at once is the initial value, as one that a constructor is given.
      const store = current === this ? storeProperty : changeProperty;
      store(node, name, entry, reconcileEmitted(this.#scope, node, name, entry, value));
    } catch (error) {
      this.report(error);
    }
  }

  override error(error: unknown): void {
    if (this.closed) return;
    this.unsubscribe();
    this.report(error);
  }

  override complete(): void {
    this.unsubscribe();
  }

  override unsubscribe(): void {
    if (this.closed) return;
    this.#onEnd();
    this.#tearDown(() => super.unsubscribe());
  }

  /** Adds a teardown. The subscription may have ended before its source exists, since its first value may end it. */
  override add(teardown: TeardownLogic): void {
    // RxJS fails on some thrown values, such as an object without a prototype, so it is given a function that never throws.
    const safe = typeof teardown === "function" ? () => this.#tearDown(teardown) : teardown;
    if (this.closed) this.#tearDown(() => super.add(safe));
    else super.add(safe);
  }

  /** Reports an error of the stream. The property keeps its last value. */
  report(error: unknown): void {
    this.#scope.funnel.report(error, this.#entry === undefined ? "effect" : "observable", this.name, this.node);
  }

  #tearDown(tearDown: () => void): void {
    this.#scope.funnel.run("teardown", this.name, this.node, tearDown);
  }
}
