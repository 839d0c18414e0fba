import { type Draft, produce } from "immer";
import { type Observable, Subject, type Subscription } from "rxjs";
import { type ControlReads, controlEntries } from "./control-entries.ts";
import type { LayoutProps, Plain } from "./control-props.ts";
import { RunletError } from "./errors.ts";
import type { ControlEvent } from "./event.ts";
import type { ErrorPlace } from "./funnel.ts";
import { Kind } from "./kind.ts";
import { unmounted } from "./lifetime.ts";
import { noteMade } from "./made.ts";
import { NODE, Node, pathOf } from "./node.ts";
import type { Page } from "./page.ts";
import { assignAll, assignProperty, bindProperty, markProperty, readProperty, unknownProperty } from "./properties.ts";
import type { Session } from "./session.ts";
import { handlerName, Prop, type Spec, slot, slots, spec } from "./spec.ts";
import { type Guard, Told } from "./told.ts";

/** The properties of a control as `edit` has them: values to be changed in place, controls as they are. */
export type Editable<C> = { -readonly [K in keyof C]: EditableValue<C[K]> };
/** A control is told by a member of its own: to compare it with the class would have the compiler go in circles. */
type EditableValue<T> = NonNullable<T> extends ControlLike | readonly ControlLike[] | AnyFunction ? T : Draft<T>;
type ControlLike = { readonly isMounted: boolean };
type AnyFunction = (...args: never[]) => unknown;

/** The names of what a control has beside its properties: methods, hooks, where it is. */
type MemberName = Exclude<keyof Control, keyof ControlReads> | `on${Capitalize<string>}`;
/**
 * `K`, if it may name a property or slot. An intersection, since that is settled by `K` alone, also where the class
 * of `this` is open: inside a subclass.
 */
type PropertyName<K> = K & (K extends MemberName ? never : unknown);
/** What a stream may carry for a property: a list of children may be a readonly one. */
type Followed<T> = T | Readonly<T>;

export interface Control extends Plain<ControlReads> {}

/**
 * Something on the page: subclass it, or a control, and give `build()`. Properties are set like fields;
 * what changed is sent by itself at the end of the turn or of the event handler. Flet: `Control`.
 */
export class Control {
  static readonly spec: Spec<ControlReads> = spec<ControlReads>("Control", undefined, controlEntries);

  /** @internal */
  readonly [NODE]: Node;
  /** Names it among its siblings and in tests. Never sent. */
  declare key?: string | number;
  /** Anything of the app's own. Never sent. */
  declare data?: unknown;

  constructor(props?: LayoutProps) {
    const node = new Node(this, Kind.of(new.target, Control, PLAIN));
    this[NODE] = node;
    noteMade(node);
    if (props === undefined) return;
    if (props.key !== undefined) this.key = props.key;
    if (props.data !== undefined) this.data = props.data;
    assignAll(node, props as { readonly [name: string]: unknown });
  }

  // ---- hooks: override them ---------------------------------------------------------------------

  /**
   * Called when the control first enters a mounted tree, and by `rebuild()`; if it threw, again at the next mount.
   * `page` works in it. What it returns fills the control's own slot (`content` or `controls`), or stands in the place
   * of a plain `Control`.
   */
  build(): Control | readonly Control[] | void {}

  /** Called in a flush, before what changed is sent, if the control changed or enters. May set own properties. */
  beforeUpdate(): void {}

  /** Called at the end of the flush that attached the control: once each time. May be async. */
  didMount(): void | Promise<void> {}

  /** Called in the flush that detaches the control, and when the session closes. `page` still works. */
  willUnmount(): void {}

  /**
   * Whether the control is a boundary: changes below it wait for its own `update()`, or that of one of them. Flet:
   * `is_isolated`.
   */
  isIsolated(): boolean {
    return false;
  }

  /** Called with an error of this control or one below it. Return true when it is handled. */
  didCatch?(error: unknown, where: ErrorPlace): boolean | void;

  /**
   * Called when a new instance of the same class came in its place from `rebuild()` or a stream, and gave it its
   * properties: `next.#more` is what else that one has. A class that keeps more than its properties and has this hook
   * is matched by its place, too; without, only by `key`, and what its constructor was given is not taken over.
   */
  didReceive?(next: this): void;

  // ---- where it is --------------------------------------------------------------------------------

  /** Its number in the session, from its first mount on. */
  get id(): number {
    const { id } = this[NODE];
    if (id === 0) throw notMounted(this, "id");
    return id;
  }

  /** Whose child it is. Undefined when not mounted, and for the page. */
  get parent(): Control | undefined {
    const { session, parent } = this[NODE];
    return session === undefined ? undefined : parent?.control;
  }

  /** The page it is on. */
  get page(): Page {
    return sessionOf(this, "page").page;
  }

  get isMounted(): boolean {
    return this[NODE].session !== undefined;
  }

  // ---- changes --------------------------------------------------------------------------------------

  /** Flushes now: all that changed outside isolated controls, and in the isolated one that this is, or is nearest in. */
  update(): void {
    sessionOf(this, "update()").update(this[NODE]);
  }

  /**
   * Runs `build()` again. Present controls stay in the place of new ones of the same class and key, or of the same
   * class in the same order where there is no key, and take over their properties, handlers and children. Effects of
   * the last `build()` end.
   */
  rebuild(): void {
    sessionOf(this, "rebuild()").rebuild(this[NODE]);
  }

  /**
   * Edits nested values in place: `edit(draft => { draft.style.color = "red" })`. Only what was touched is set.
   * Children and handlers are no part of the draft: set them as they are.
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

  // ---- streams --------------------------------------------------------------------------------------

  /**
   * Has a property or a slot follow a stream while mounted. Setting it by hand ends it. The end of the stream, and an
   * error, which is told, keep the last value. A `state()` on a property that the person can change is two-way.
   */
  bind<K extends keyof this & string>(name: PropertyName<K>, value$: Observable<Followed<this[K]>>): void {
    bindProperty(this[NODE], name, value$);
  }

  /**
   * Each new value of a property or slot, from the app or the person. Does not emit the present one. What a subscriber
   * throws is routed, also behind operators, and the stream goes on.
   */
  changes<K extends keyof this & string>(name: PropertyName<K>): Observable<this[K]> {
    const { spec } = this[NODE];
    if (spec.entries[name] === undefined) throw unknownProperty(this[NODE], name);
    return new Told<unknown>(guardOf(this, name), (subscriber) => {
      const node = this[NODE];
      node.changes ??= new Map();
      const subject = node.changes.get(name) ?? new Subject<unknown>();
      node.changes.set(name, subject);
      const subscription = subject.subscribe(subscriber);
      return () => {
        subscription.unsubscribe();
        if (subject.observed) return;
        node.changes?.delete(name);
        if (node.changes?.size === 0) node.changes = undefined;
      };
    }) as Observable<this[K]>;
  }

  /**
   * Each event of a kind: `events("click")`. The client sends it while somebody is subscribed. What a subscriber throws
   * is routed, also behind operators, and the stream goes on.
   */
  events(name: string): Observable<ControlEvent<this>> {
    const property = handlerName(name);
    if (this[NODE].spec.entries[property] === undefined) throw unknownProperty(this[NODE], property);
    const event$: Observable<ControlEvent> = new Told(guardOf(this, property), (subscriber) => {
      const node = this[NODE];
      node.events ??= new Map();
      const subject = node.events.get(name) ?? new Subject<ControlEvent>();
      node.events.set(name, subject);
      markProperty(node, property);
      const subscription = subject.subscribe(subscriber);
      return () => {
        subscription.unsubscribe();
        if (subject.observed) return;
        node.events?.delete(name);
        if (node.events?.size === 0) node.events = undefined;
        markProperty(node, property);
      };
    });
    return event$ as Observable<ControlEvent<this>>;
  }

  /**
   * Subscribes to a stream for its side effects. In a constructor or `build()`: at every mount, until the unmount.
   * Anywhere else: now, until the unmount. Its errors are told, and end it.
   */
  effect(stream$: Observable<unknown>): void {
    const node = this[NODE];
    if (node.session === undefined) (node.effects ??= []).push(stream$);
    else node.session.streams.addEffect(node, stream$);
  }

  /** Ends something with the control's unmount. For `didMount`, handlers and tasks. */
  own(teardown: Subscription | (() => void)): void {
    sessionOf(this, "own()").lifetimeOf(this[NODE]).own(teardown);
  }

  // ---- time -----------------------------------------------------------------------------------------

  /** Runs a task that ends with the control: its signal aborts at unmount. Its errors are routed. */
  runTask<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return sessionOf(this, "runTask()").lifetimeOf(this[NODE]).runTask(task);
  }

  /** Waits. Rejects with an AbortError at unmount, which ends the task that waits; nobody is told of it. */
  sleep(ms: number): Promise<void> {
    const { session, home } = this[NODE];
    // A task that did not notice that its control has gone ends here.
    if (session === undefined && home !== undefined) return Promise.reject(unmounted());
    return sessionOf(this, "sleep()").lifetimeOf(this[NODE]).sleep(ms);
  }
}

/** A control without a declaration of its own has no property for children: only `build()` fills these. */
const PLAIN: Spec = spec<{ content: Control | null; controls: Control[] }>("Control", Control, {
  content: slot(),
  controls: slots(),
});

function sessionOf(control: Control, what: string): Session {
  const { session } = control[NODE];
  if (session === undefined) throw notMounted(control, what);
  return session;
}

/** For subscribers of a control's stream. Of one that is on no page nobody can be told: that is left to RxJS. */
function guardOf(control: Control, name: string): Guard {
  return (callback) => {
    const node = control[NODE];
    if (node.session === undefined) callback();
    else node.session.funnel.run("observable", name, node, callback);
  };
}

function notMounted(control: Control, what: string): RunletError {
  return new RunletError(
    "not-mounted",
    `${control.constructor.name}.${what} needs a mounted control, and ${pathOf(control[NODE])} is not on a page. ` +
      "Use it in build(), didMount(), willUnmount(), a handler or a task.",
  );
}
