import { type Observable, Subscriber, type TeardownLogic } from "rxjs";
import type { Node } from "./node.ts";
import { storeProperty } from "./properties.ts";
import { reconcileEmitted } from "./reconcile.ts";
import type { Session } from "./session.ts";
import type { AnyEntry } from "./spec.ts";
import { State } from "./state.ts";

/** What a subscription is for: a property's name, or the stream of an effect. */
type Purpose = string | Observable<unknown>;

/** The streams that feed properties and effects: subscribed at each mount, dropped at each unmount. */
export class Streams {
  readonly #session: Session;
  readonly #feeds = new Map<Node, Map<Purpose, Feed>>();
  /** Effects that came from `build()`: they go when it runs again. */
  readonly #ofBuild = new WeakMap<Node, Observable<unknown>[]>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Subscribes all that a control is bound to. What emits at once joins its first document. */
  start(node: Node): void {
    for (const [name, value$] of node.bound ?? []) this.follow(node, name, value$);
    for (const stream$ of node.effects ?? []) this.#subscribe(node, stream$, stream$, undefined);
  }

  /** Has a property follow a stream. An error or the end of the stream keeps the last value. */
  follow(node: Node, name: string, value$: Observable<unknown>): void {
    const entry = node.spec.entries[name];
    if (entry !== undefined) this.#subscribe(node, name, value$, entry);
  }

  unfollow(node: Node, name: string): void {
    this.#feeds.get(node)?.get(name)?.unsubscribe();
  }

  /** What a person entered is the value of the state that the property is bound to. */
  entered(node: Node, name: string, value: unknown): void {
    const bound = node.bound?.get(name);
    if (bound instanceof State) this.#session.funnel.run("observable", name, node, () => bound.set(value));
  }

  /** An effect of a mounted control: of its `build()` and so of each mount, or until the unmount. */
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

  /** `build()` is about to run again: its last effects go. */
  endOfBuild(node: Node): void {
    const last = this.#ofBuild.get(node);
    if (last === undefined) return;
    this.#ofBuild.delete(node);
    node.effects = node.effects?.filter((stream$) => !last.includes(stream$));
    for (const stream$ of last) this.#feeds.get(node)?.get(stream$)?.unsubscribe();
  }

  /** The control was unmounted. */
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

/** The feed that is just being subscribed, and perhaps told its first value. */
let subscribing: Feed | undefined;

/** For which property of which control a stream is subscribed at this very moment, if for one. */
export function subscribingFeed(): Feed | undefined {
  return subscribing;
}

/** One subscription of a control's. A subscriber of its own kind, since its teardown may throw wherever it ends. */
export class Feed extends Subscriber<unknown> {
  readonly node: Node;
  /** The property, or `effect`. */
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

  /** It may have ended before there was a source to end: at once, or by what its first value led to. */
  override add(teardown: TeardownLogic): void {
    if (this.closed) this.#tearDown(() => super.add(teardown));
    else super.add(teardown);
  }

  /** Routes an error of the stream. The property keeps its last value. */
  report(error: unknown): void {
    this.#session.funnel.report(error, this.#entry === undefined ? "effect" : "observable", this.name, this.node);
  }

  #tearDown(run: () => void): void {
    this.#session.funnel.run("teardown", this.name, this.node, run);
  }
}
