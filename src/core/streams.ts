import { type Observable, Subscription } from "rxjs";
import type { Node } from "./node.ts";
import { storeProperty } from "./properties.ts";
import type { Session } from "./session.ts";

/** What a subscription is for: a property's name, or the stream of an effect. */
type Purpose = string | Observable<unknown>;

/** The streams that feed properties and effects: subscribed at each mount, dropped at each unmount. */
export class Streams {
  readonly #session: Session;
  readonly #subscriptions = new Map<Node, Map<Purpose, Subscription>>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Subscribes all that a control is bound to. What emits at once joins its first document. */
  start(node: Node): void {
    for (const [name, value$] of node.bound ?? []) this.follow(node, name, value$);
    for (const stream$ of node.effects ?? []) this.runEffect(node, stream$);
  }

  /** Has a property follow a stream. An error or the end of the stream keeps the last value. */
  follow(node: Node, name: string, value$: Observable<unknown>): void {
    const entry = node.spec.entries[name];
    if (entry !== undefined) this.#subscribe(node, name, value$, (value) => storeProperty(node, name, entry, value));
  }

  runEffect(node: Node, stream$: Observable<unknown>): void {
    this.#subscribe(node, stream$, stream$, () => {});
  }

  unfollow(node: Node, name: string): void {
    this.#subscriptions.get(node)?.get(name)?.unsubscribe();
  }

  /** The control was unmounted. */
  end(node: Node): void {
    for (const subscription of [...(this.#subscriptions.get(node)?.values() ?? [])]) subscription.unsubscribe();
  }

  #subscribe(node: Node, purpose: Purpose, stream$: Observable<unknown>, next: (value: unknown) => void): void {
    const { counts, funnel } = this.#session;
    const kind = typeof purpose === "string" ? "observable" : "effect";
    const name = typeof purpose === "string" ? purpose : "effect";
    const all = this.#subscriptions.get(node) ?? new Map<Purpose, Subscription>();
    all.get(purpose)?.unsubscribe();
    let source: Subscription | undefined;
    const subscription = new Subscription(() => {
      counts.subscriptions--;
      all.delete(purpose);
      if (all.size === 0) this.#subscriptions.delete(node);
      funnel.run("teardown", name, node, () => source?.unsubscribe());
    });
    counts.subscriptions++;
    all.set(purpose, subscription);
    this.#subscriptions.set(node, all);
    const observer = {
      next: (value: unknown) => void funnel.run(kind, name, node, () => next(value)),
      error: (error: unknown) => {
        subscription.unsubscribe();
        funnel.report(error, kind, name, node);
      },
      complete: () => subscription.unsubscribe(),
    };
    funnel.run(kind, name, node, () => {
      source = stream$.subscribe(observer);
    });
    // It ended before there was a source to end: at once, or by what its first value led to.
    if (subscription.closed) funnel.run("teardown", name, node, () => source?.unsubscribe());
  }
}
