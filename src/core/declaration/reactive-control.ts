import { type Draft, produce } from "immer";
import { type Observable, Subject, type Subscription } from "rxjs";
import { type Lifetime, lifetimeOf, unmounted } from "../reactive/lifetime.ts";
import { type ErrorGuard, SafeObservable } from "../reactive/safe-observable.ts";
import {
  type AnyControl,
  className,
  deliverEvent,
  ensureExtras,
  NODE,
  Node,
  pathOf,
  propertyPath,
  type Scope,
} from "../tree/node.ts";
import { trackCreated } from "../tree/reconcile.ts";
import { ClassInfo } from "./class-info.ts";
import { type ErrorPlace, RunletError } from "./errors.ts";
import type { ControlEvent } from "./event.ts";
import { unknownProperty } from "./name-hints.ts";
import { describeProblem, GENERATOR, isGenerator } from "./problem.ts";
import { assignAll, assignProperty, bindProperty, markProperty, readProperty } from "./properties.ts";
import { type ControlSpec, EventSpec, handlerName, Prop } from "./spec.ts";
import { convertAs } from "./types.ts";

type ControlLike = { readonly isMounted: boolean };
type AnyFunction = (...args: never[]) => unknown;

/** Names of members of a control that are no properties: methods, hooks, getters such as `page`, and handlers. */
type MemberName = keyof ReactiveControl | `on${Capitalize<string>}`;
/** The declared properties and slots of a control, by name. */
export type PropertiesOf<C> = { [K in keyof C as K extends MemberName ? never : K]: C[K] };
/** The data of a control's events, by the name of the event: `click` for `onClick`. */
export type EventsOf<C> = {
  [K in keyof C as K extends `on${infer E extends Capitalize<string>}` ? Uncapitalize<E> : never]-?: DataOf<C[K]>;
};
type DataOf<H> =
  NonNullable<H> extends (event: infer E) => unknown ? (E extends { readonly data: infer D } ? D : never) : never;
/**
 * A control's values in the draft of `edit`, which can be changed in place. Controls are recognized by one member,
 * because a comparison with the class itself would make the type circular.
 */
export type Editable<C> = {
  -readonly [K in keyof C as K extends MemberName
    ? never
    : NonNullable<C[K]> extends ControlLike | readonly ControlLike[] | AnyFunction
      ? never
      : K]: Draft<C[K]>;
};
/** Type of the values that a stream may emit for a property. A list of children may be readonly. */
type Emitted<T> = T | Readonly<T> | (T extends readonly (infer C)[] ? readonly C[] : never);

/** What a constructor takes besides the declared properties. */
export interface ReactiveControlProps {
  readonly key?: string | number;
  readonly data?: unknown;
}

export interface ReactiveControl {
  /** Data of the framework. */
  readonly [NODE]: Node;
}

/**
 * What every control does, whatever its properties are: hooks, a position in a tree, changes, streams and tasks. The
 * class `Control` adds the properties that all controls have, and a type for the page.
 */
export abstract class ReactiveControl implements AnyControl {
  /** Declaration of the properties. A class that declares none inherits it. */
  declare static readonly spec: ControlSpec;

  /** Identifier of the control among its siblings, also in tests. Never sent to the client. */
  declare key?: string | number;
  /** Any data of the app. Never sent to the client. */
  declare data?: unknown;

  constructor(props?: ReactiveControlProps) {
    const node = new Node(this, ClassInfo.of(new.target, ReactiveControl));
    (this as { [NODE]: Node })[NODE] = node;
    trackCreated(node);
    if (props === undefined) return;
    assignAll(node, props as { readonly [name: string]: unknown });
    if (props.key !== undefined) this.key = props.key;
    if (props.data !== undefined) this.data = props.data;
  }

  // ---- hooks: override them ---------------------------------------------------------------------

  /**
   * Called when the control first enters a mounted tree, and by `rebuild()`. If it threw, it is called again at the
   * next mount. `page` is available. The returned controls fill the control's own slot (`content` or `controls`). A
   * control that extends `Control` directly shows them as its content.
   */
  build(): ReactiveControl | readonly ReactiveControl[] | void {}

  /**
   * Called in a flush, before changes are sent, if a property or the children of the control have changed, if the control
   * is entering, or if its own `update()` was called. May set properties.
   */
  beforeUpdate(): void {}

  /** Called at the end of the flush that mounted the control, once per mount. May be async. */
  didMount(): void | Promise<void> {}

  /** Called in the flush that unmounts the control, and when the session closes. `page` is still available. */
  willUnmount(): void {}

  /**
   * Returns whether the control is an update boundary. Changes below a boundary wait for `update()` of the boundary, or
   * of a control below it. Flet: `is_isolated`.
   */
  isIsolated(): boolean {
    return false;
  }

  /** Called with an error of this control or of a control below it. Return true if the error is handled. */
  didCatch?(error: unknown, where: ErrorPlace): boolean | void;

  /**
   * Called when `rebuild()` or a stream made a new instance (`next`) of the same class, and this one was kept instead.
   * Declared properties are already copied; copy private fields here. Without this hook, a class that has no `spec` of
   * its own is matched by `key` only, and its private fields keep their old values.
   */
  didReceive?(next: this): void;

  // ---- position in the tree ----------------------------------------------------------------------

  /** Number of the control in its session, given at the first mount. Throws `not-mounted` before that. */
  get id(): number {
    const { id } = this[NODE];
    if (id === 0) throw notMounted(this, "id");
    return id;
  }

  /** Parent of the control. Undefined for the page, and while the control is not mounted. */
  get parent(): AnyControl | undefined {
    const { session, parent } = this[NODE];
    return session === undefined ? undefined : parent?.control;
  }

  /** Page that the control is on. Throws `not-mounted` if there is none. */
  get page(): AnyControl {
    return scopeOf(this, "page").root;
  }

  /** Whether the control is on a page. */
  get isMounted(): boolean {
    return this[NODE].session !== undefined;
  }

  // ---- changes --------------------------------------------------------------------------------------

  /**
   * Calls `beforeUpdate()` of this control, and flushes now. Sends all changes outside isolated controls. Also sends
   * those of one isolated control: this control, or its nearest isolated ancestor.
   */
  update(): void {
    scopeOf(this, "update()").update(this[NODE]);
  }

  /**
   * Runs `build()` again. An existing control is kept if a new one has the same class and key, or without keys, the
   * same class and order. It takes over the properties, handlers and children of the new one. See {@link didReceive}
   * for classes with fields of their own. Effects of the last `build()` end.
   */
  rebuild(): void {
    scopeOf(this, "rebuild()").rebuild(this[NODE]);
  }

  /**
   * Edits nested values in place: `edit(draft => { draft.style.color = "red" })`. Sets only the properties that the
   * recipe changed. The draft has no children and no handlers: set them on the control itself.
   */
  edit(recipe: (draft: Editable<this>) => void): void {
    const before: { [name: string]: unknown } = {};
    const props = Object.entries(this[NODE].spec.entries).filter(([, entry]) => entry instanceof Prop);
    for (const [name, entry] of props) before[name] = readProperty(this[NODE], name, entry);
    const after = produce(before, (draft) => recipe(draft as never));
    for (const [name, entry] of props) {
      if (after[name] !== before[name]) assignProperty(this[NODE], name, entry, after[name]);
    }
  }

  /**
   * Sets a property, a slot or a list of children back to its default, and ends its binding. The same as assigning
   * `undefined`, which does not compile for most properties.
   */
  reset<K extends keyof PropertiesOf<this> & string>(name: K): void {
    const entry = this[NODE].spec.entries[name];
    if (entry === undefined) throw unknownProperty(this[NODE], name);
    assignProperty(this[NODE], name, entry, undefined);
  }

  // ---- streams --------------------------------------------------------------------------------------

  /**
   * Binds a property or slot to an Observable while the control is mounted. Setting the property, or binding it to
   * another Observable, ends the binding. When the Observable completes or fails, the property keeps its last value. An
   * error is reported. A `state()` on a property that the person can change is bound in both directions.
   */
  bind<K extends keyof PropertiesOf<this> & string>(name: K, value$: Observable<Emitted<PropertiesOf<this>[K]>>): void {
    bindProperty(this[NODE], name, value$);
  }

  /**
   * Returns an Observable of each new value of a property or slot, set by the app or the person. It does not emit the
   * current value. Errors of a subscriber are reported, also after operators, and the stream goes on.
   */
  changes<K extends keyof PropertiesOf<this> & string>(name: K): Observable<PropertiesOf<this>[K]> {
    const { spec } = this[NODE];
    if (spec.entries[name] === undefined) throw unknownProperty(this[NODE], name);
    return new SafeObservable<unknown>(errorGuardOf(this, name), (subscriber) => {
      const extras = ensureExtras(this[NODE]);
      extras.changeSubjects ??= new Map();
      const subject = extras.changeSubjects.get(name) ?? new Subject<unknown>();
      extras.changeSubjects.set(name, subject);
      const subscription = subject.subscribe(subscriber);
      return () => {
        subscription.unsubscribe();
        if (subject.observed) return;
        extras.changeSubjects?.delete(name);
        if (extras.changeSubjects?.size === 0) extras.changeSubjects = undefined;
      };
    }) as Observable<PropertiesOf<this>[K]>;
  }

  /**
   * Returns an Observable of one kind of event, such as `events("click")`. The client sends the event while there is a
   * subscriber. Errors of a subscriber are reported, also after operators, and the stream goes on.
   */
  events<E extends keyof EventsOf<this> & string>(name: E): Observable<ControlEvent<this, EventsOf<this>[E]>> {
    const property = handlerName(name);
    if (this[NODE].spec.entries[property] === undefined) throw unknownProperty(this[NODE], property);
    const event$: Observable<ControlEvent<AnyControl>> = new SafeObservable(
      errorGuardOf(this, property),
      (subscriber) => {
        const node = this[NODE];
        const extras = ensureExtras(node);
        extras.eventSubjects ??= new Map();
        const subject = extras.eventSubjects.get(name) ?? new Subject<ControlEvent<AnyControl>>();
        extras.eventSubjects.set(name, subject);
        markProperty(node, property);
        const subscription = subject.subscribe(subscriber);
        return () => {
          subscription.unsubscribe();
          if (subject.observed) return;
          extras.eventSubjects?.delete(name);
          if (extras.eventSubjects?.size === 0) extras.eventSubjects = undefined;
          markProperty(node, property);
        };
      },
    );
    return event$ as Observable<ControlEvent<this, EventsOf<this>[E]>>;
  }

  /**
   * Emits an event of this control, as if the person had caused it: calls its handler, and the subscribers of
   * `events()`. For a control that is composed of others, and declares events of its own. Throws `not-mounted` if the
   * control is not on a page, and `wrong-type` if the data is not of the declared type.
   */
  emit<E extends keyof EventsOf<this> & string>(name: E, data?: unknown): void {
    emitEvent(this[NODE], scopeOf(this, "emit()"), name, data);
  }

  /**
   * Subscribes to an Observable for its side effects. Called in a constructor or in `build()`, it subscribes at every
   * mount. Called later on a mounted control, it subscribes now. Each subscription ends at the unmount. An error is
   * reported and ends the subscription.
   */
  effect(stream$: Observable<unknown>): void {
    const node = this[NODE];
    if (node.session === undefined) (ensureExtras(node).effects ??= []).push(stream$);
    else node.session.bindings.addEffect(node, stream$);
  }

  /** Ends a subscription, or runs a function, at the control's unmount. For `didMount`, handlers and tasks. */
  own(teardown: Subscription | (() => void)): void {
    lifetimeIn(this, "own()").own(teardown);
  }

  // ---- time -----------------------------------------------------------------------------------------

  /** Runs an async task that ends with the control: `signal` aborts at unmount. Errors of the task are reported. */
  runTask<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (isGenerator(task))
      throw new RunletError("wrong-type", `${pathOf(this[NODE])}.runTask(): the task ${GENERATOR}.`);
    return lifetimeIn(this, "runTask()").runTask(task);
  }

  /**
   * Waits `ms` milliseconds. Rejects with an AbortError at unmount, which ends the task that waits. This error is not
   * reported.
   */
  sleep(ms: number): Promise<void> {
    const { session, sessionId } = this[NODE];
    // Ends a task that did not notice the unmount of its control.
    if (session === undefined && sessionId !== undefined) return Promise.reject(unmounted());
    return lifetimeIn(this, "sleep()").sleep(ms);
  }
}

/** Runs the handler of an event, and notifies its subscribers. */
function emitEvent(node: Node, { funnel, root }: Scope, name: string, data: unknown): void {
  const property = handlerName(name);
  const entry = node.spec.entries[property];
  if (!(entry instanceof EventSpec)) throw unknownProperty(node, property);
  const problem = entry.payload.check(data);
  if (problem !== undefined) {
    const what = describeProblem(`${propertyPath(node, property)}: the data`, problem);
    throw new RunletError("wrong-type", `${what}.`);
  }
  const event: ControlEvent<AnyControl> & { page: AnyControl } = {
    control: node.control,
    name,
    data: convertAs(entry.payload, data),
    page: root,
  };
  funnel.run("handler", property, node, () => deliverEvent(node, property, event));
}

function scopeOf(control: ReactiveControl, what: string): Scope {
  const { session } = control[NODE];
  if (session === undefined) throw notMounted(control, what);
  return session;
}

function lifetimeIn(control: ReactiveControl, what: string): Lifetime {
  return lifetimeOf(control[NODE], scopeOf(control, what));
}

/**
 * Returns the guard for subscribers of a control's stream. An unmounted control has no session that could report an
 * error, so the error is left to RxJS.
 */
function errorGuardOf(control: AnyControl, name: string): ErrorGuard {
  return (callback) => {
    const node = control[NODE];
    if (node.session === undefined) callback();
    else node.session.funnel.run("observable", name, node, callback);
  };
}

function notMounted(control: AnyControl, what: string): RunletError {
  return new RunletError(
    "not-mounted",
    `${className(control)}.${what} needs a mounted control, and ${pathOf(control[NODE])} is not on a page. ` +
      "Use it in build(), didMount(), willUnmount(), a handler or a task.",
  );
}
