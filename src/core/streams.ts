import { type Observable, Subscriber, type TeardownLogic } from "rxjs";
import type { Node } from "./node.ts";
import { storeProperty } from "./properties.ts";
import { reconcileEmitted } from "./reconcile.ts";
import type { Session } from "./session.ts";
import type { AnyEntry } from "./spec.ts";
import { State } from "./state.ts";

/** Purpose of a subscription: the name of a property, or the stream of an effect. */
type Purpose = string | Observable<unknown>;

/** The streams of bound properties and effects. They are subscribed at each mount and unsubscribed at each unmount. */
export class Streams {
  readonly #session: Session;
  readonly #feeds = new Map<Node, Map<Purpose, Feed>>();
  /** Effects that were added in `build()`. They end when it runs again. */
  readonly #ofBuild = new WeakMap<Node, Observable<unknown>[]>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Subscribes all streams of a control. Values that are emitted at once become part of its first document. */
  start(node: Node): void {
    for (const [name, value$] of node.bound ?? []) this.follow(node, name, value$);
    for (const stream$ of node.effects ?? []) this.#subscribe(node, stream$, stream$, undefined);
  }

  /** Binds a property to a stream. When the stream ends or fails, the property keeps its last value. */
  follow(node: Node, name: string, value$: Observable<unknown>): void {
    const entry = node.spec.entries[name];
    if (entry !== undefined) this.#subscribe(node, name, value$, entry);
  }

  unfollow(node: Node, name: string): void {
    this.#feeds.get(node)?.get(name)?.unsubscribe();
  }

  /** Sets the state that a property is bound to, because a person entered a value. */
  entered(node: Node, name: string, value: unknown): void {
    const bound = node.bound?.get(name);
    if (bound instanceof State) this.#session.funnel.run("observable", name, node, () => bound.set(value));
  }

  /**
   * Subscribes an effect of a mounted control. Added in its `build()`, the effect is subscribed at each mount;
   * otherwise it lasts until the unmount.
   */
  addEffect(node: Node, stream$: Observable<unknown>): void {
    const isBuilding = node.isInHook && !this.#session.isInBeforeUpdate;
    if (isBuilding) {
      (node.effects ??= []).push(stream$);
      const all = this.#ofBuild.get(node);
      if (all === undefined) this.#ofBuild.set(node, [stream$]);
      else all.push(stream$);
    }
    this.#subscribe(node, stream$, stream$, undefined);
  }

  /** Ends the effects of the last `build()`, because it is about to run again. */
  endOfBuild(node: Node): void {
    const last = this.#ofBuild.get(node);
    if (last === undefined) return;
    this.#ofBuild.delete(node);
    node.effects = node.effects?.filter((stream$) => !last.includes(stream$));
    for (const stream$ of last) this.#feeds.get(node)?.get(stream$)?.unsubscribe();
  }

  /** Ends all streams of a control, because it was unmounted. */
  end(node: Node): void {
    const all = this.#feeds.get(node);
    if (all !== undefined) for (const feed of [...all.values()]) feed.unsubscribe();
  }

  #subscribe(node: Node, purpose: Purpose, stream$: Observable<unknown>, entry: AnyEntry | undefined): void {
    let all = this.#feeds.get(node);
    all?.get(purpose)?.unsubscribe();
    all = this.#feeds.get(node);
    if (all === undefined) this.#feeds.set(node, (all = new Map()));
    node.hasFeeds = true;
    const { counts } = this.#session;
    counts.subscriptions++;
    const feed = new Feed(this.#session, node, typeof purpose === "string" ? purpose : "effect", entry, () => {
      counts.subscriptions--;
      if (all.get(purpose) === feed) all.delete(purpose);
      if (all.size > 0 || this.#feeds.get(node) !== all) return;
      this.#feeds.delete(node);
      node.hasFeeds = false;
    });
    all.set(purpose, feed);
    const outer = subscribing;
    subscribing = feed;
    try {
      stream$.subscribe(feed);
    } catch (error) {
      feed.report(error);
    } finally {
      subscribing = outer;
    }
  }
}

/** Binding whose stream is being subscribed, perhaps emitting its first value. */
let subscribing: Feed | undefined;

/** Returns the binding whose stream is being subscribed at this moment, if there is one. */
export function subscribingFeed(): Feed | undefined {
  return subscribing;
}

/**
 * One subscription of a control. It is a subscriber class, because its teardown may throw wherever the subscription
 * ends.
 */
export class Feed extends Subscriber<unknown> {
  readonly node: Node;
  /** Name of the property, or `effect`. */
  readonly name: string;
  readonly #session: Session;
  readonly #entry: AnyEntry | undefined;
  readonly #onEnd: () => void;

  constructor(session: Session, node: Node, name: string, entry: AnyEntry | undefined, onEnd: () => void) {
    super();
    this.#session = session;
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
      storeProperty(node, name, entry, reconcileEmitted(this.#session, node, name, entry, value));
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
    if (this.closed) this.#tearDown(() => super.add(teardown));
    else super.add(teardown);
  }

  /** Reports an error of the stream. The property keeps its last value. */
  report(error: unknown): void {
    this.#session.funnel.report(error, this.#entry === undefined ? "effect" : "observable", this.name, this.node);
  }

  #tearDown(run: () => void): void {
    this.#session.funnel.run("teardown", this.name, this.node, run);
  }
}
