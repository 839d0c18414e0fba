import { type Observable, Subscription } from "rxjs";
import { quote } from "../../core/declaration/errors.ts";
import { type ErrorGuard, SafeObservable } from "../../core/reactive/safe-observable.ts";
import { NODE } from "../../core/tree/node.ts";
import type { Engine } from "../../core/update/engine.ts";
import { frozenClone } from "./frozen-clone.ts";

/**
 * Called with each message and the topic it was sent on. May be async. Errors go to `page.onError`.
 * @hidden
 */
export type MessageHandler<T = unknown> = (message: T, topic: string | undefined) => void | Promise<void>;

/** Returns the name of a topic for errors. An app in JavaScript may use a topic of any kind. */
function placeName(topic: unknown): string {
  return topic === undefined ? "message" : typeof topic === "string" ? topic : quote(topic);
}

/** The part of a session that receives messages. */
type PubSubEngine = Pick<Engine, "clock" | "counts" | "funnel" | "root" | "runHandler">;

/** One handler, or one stream, of one session. */
interface Subscriber {
  readonly owner: PubSub;
  readonly handler: MessageHandler;
  readonly subscription: Subscription;
}

/**
 * Passes messages between the sessions of one app, inside one process. Each host creates one for its app.
 * @hidden
 */
export class PubSubHub {
  /** Subscribers by topic, in the order of delivery. The topic `undefined` is that of `sendAll`. */
  readonly #subscribers = new Map<string | undefined, Set<Subscriber>>();

  /** @internal */
  add(topic: string | undefined, subscriber: Subscriber): void {
    const subscribers = this.#subscribers.get(topic) ?? new Set();
    this.#subscribers.set(topic, subscribers.add(subscriber));
    subscriber.subscription.add(() => {
      subscribers.delete(subscriber);
      if (subscribers.size === 0) this.#subscribers.delete(topic);
    });
  }

  /** @internal Delivers a message to all present subscribers, except those of one session. */
  publish(topic: string | undefined, message: unknown, except?: PubSub): void {
    const cloneForReceiver = frozenClone(message);
    for (const { owner, handler, subscription } of this.#subscribers.get(topic) ?? []) {
      if (owner !== except) owner.deliver(topic, subscription, () => handler(cloneForReceiver(), topic));
    }
  }
}

/**
 * Messages between the sessions of one app: `page.pubsub`. A receiver gets messages in the order in which they were
 * sent, after the sender's turn is over. Messages are plain data: objects, arrays, text and numbers, also Date, Map, Set
 * and bytes. A message is copied when it is sent, so a later change of it by the sender has no effect. A message without
 * a Date, Map, Set or bytes arrives frozen. Of any other message, each handler gets a copy of its own, which is not
 * frozen. Several handlers may listen; all end with the session. Messages stay inside this process and are not stored
 * for later subscribers. Flet: `page.pubsub`.
 * @hidden
 */
export class PubSub {
  readonly #engine: PubSubEngine;
  readonly #hub: PubSubHub;
  #subscriptions = new Subscription();
  #queue: (() => void)[] = [];

  /** @internal */
  constructor(engine: PubSubEngine, hub: PubSubHub) {
    this.#engine = engine;
    this.#hub = hub;
  }

  /**
   * Sends to every session that has called `subscribe`, including this one. Throws `not-sendable` if the message is not
   * plain data.
   */
  sendAll(message: unknown): void {
    this.#hub.publish(undefined, message);
  }

  /** Sends to every session that has subscribed to the topic, including this one. */
  sendAllOnTopic(topic: string, message: unknown): void {
    this.#hub.publish(topic, message);
  }

  /** Sends to every session that has called `subscribe`, except this one. */
  sendOthers(message: unknown): void {
    this.#hub.publish(undefined, message, this);
  }

  /** Sends to every session that has subscribed to the topic, except this one. */
  sendOthersOnTopic(topic: string, message: unknown): void {
    this.#hub.publish(topic, message, this);
  }

  /**
   * Subscribes to messages without a topic. The type `T` is not checked. The subscription ends by `unsubscribe()` and
   * with the session. To end it with a control: `this.own(this.page.pubsub.subscribe(…))` in `didMount()`.
   */
  subscribe<T = unknown>(handler: MessageHandler<T>): Subscription {
    return this.#addSubscriber(undefined, handler as MessageHandler);
  }

  /** Subscribes to messages on a topic. Flet passes the topic to the handler first; here the message comes first. */
  subscribeTopic<T = unknown>(topic: string, handler: MessageHandler<T>): Subscription {
    return this.#addSubscriber(topic, handler as MessageHandler);
  }

  /** Ends every subscription and stream of this session. */
  unsubscribeAll(): void {
    if (this.#subscriptions.closed) return;
    this.#subscriptions.unsubscribe();
    this.#subscriptions = new Subscription();
  }

  /**
   * Returns the messages on a topic, or without one, as a stream for `bind`, `effect` and properties. Completes with
   * the session.
   */
  messages<T = unknown>(topic?: string): Observable<T> {
    const { funnel, root } = this.#engine;
    const name = placeName(topic);
    const guard: ErrorGuard = (callback) => funnel.run("pubsub", name, root[NODE], callback);
    return new SafeObservable<T>(guard, (subscriber) => {
      const subscription = this.#addSubscriber(topic, (message) => subscriber.next(message as T));
      subscription.add(() => subscriber.complete());
      return subscription;
    });
  }

  /** @internal Queues a message. Handlers run after this turn, in the order in which the messages came. */
  deliver(topic: string | undefined, subscription: Subscription, handle: () => void | Promise<void>): void {
    this.#queue.push(() => {
      if (subscription.closed) return;
      this.#engine.runHandler("pubsub", placeName(topic), this.#engine.root[NODE], handle);
    });
    if (this.#queue.length === 1) this.#engine.clock.turnEnd(() => this.#deliverAll());
  }

  /** @internal Ends all subscriptions, because the session has ended. */
  dispose(): void {
    this.#subscriptions.unsubscribe();
  }

  #deliverAll(): void {
    for (const next of this.#queue.splice(0)) next();
  }

  #addSubscriber(topic: string | undefined, handler: MessageHandler): Subscription {
    const { counts } = this.#engine;
    const subscription = new Subscription();
    // The session has ended, so nothing would receive the messages.
    if (this.#subscriptions.closed) {
      subscription.unsubscribe();
      return subscription;
    }
    counts.subscriptions++;
    this.#hub.add(topic, { owner: this, handler, subscription });
    this.#subscriptions.add(subscription);
    subscription.add(() => counts.subscriptions--);
    return subscription;
  }
}
