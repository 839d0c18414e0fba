import { Subscription } from "rxjs";
import { CloseCode, type Documents, type ErrorNotice } from "../protocol/messages.ts";
import { build, detach } from "./attach.ts";
import { Calls } from "./calls.ts";
import { Changes } from "./changes.ts";
import { ERROR } from "./document.ts";
import { RunletError } from "./errors.ts";
import { Flush } from "./flush.ts";
import { type ErrorPlace, Funnel } from "./funnel.ts";
import { Inbox } from "./inbox.ts";
import { Lifetime } from "./lifetime.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { childrenOf, NODE, type Node, pathOf } from "./node.ts";
import { documentOf, Outbox } from "./outbox.ts";
import { Page } from "./page.ts";
import { Presence } from "./presence.ts";
import { PubSub, PubSubHub } from "./pubsub.ts";
import { Registry } from "./registry.ts";
import { RoomCheck } from "./room.ts";
import { type Clock, ClockScheduler, realClock } from "./schedule.ts";
import { Sender } from "./sender.ts";
import type { Log, SessionOptions } from "./session-options.ts";
import { Streams } from "./streams.ts";
import { collect } from "./tree.ts";

/** Names of error places whose errors are shown by a box where they happened, so that no notice is needed. */
const SHOWN_IN_PLACE: readonly string[] = ["build", "room"];

/**
 * The state of one client: its control tree, its update queue and its page. A session outlives its connection: a client
 * that was cut off comes back to the session as if it had stayed.
 */
export class Session {
  /** Public id of the session, for logs. It gives no access to the session. */
  readonly id: string = globalThis.crypto.randomUUID();
  readonly clock: Clock;
  readonly scheduler: ClockScheduler;
  readonly page: Page;
  readonly options: SessionOptions;
  readonly log: Log;
  readonly funnel: Funnel;
  readonly changes: Changes = new Changes();
  readonly outbox: Outbox;
  readonly calls: Calls = new Calls(this);
  readonly streams: Streams = new Streams(this);
  /** @internal */
  readonly room: RoomCheck = new RoomCheck(this);
  /** Mounted controls by id. */
  readonly nodes: Registry = new Registry();
  /** Number of mounted controls that may be isolated. While it is 0, a flush does not look for boundaries. */
  boundaries = 0;
  readonly pubsub: PubSub;
  /** Numbers of resources that are alive, for `leaks()`. */
  readonly counts: { subscriptions: number; tasks: number; timers: number } = { subscriptions: 0, tasks: 0, timers: 0 };
  readonly #inbox: Inbox;
  /** @internal */
  readonly sender: Sender;
  /** @internal The session's link to its client. */
  readonly presence: Presence;
  readonly limits: Limits;
  /** User that the session belongs to, as the host identified it. */
  readonly user: unknown;
  /** Number of the client's async event handlers that are still pending. */
  handlers = 0;
  readonly #subscriptions = new Subscription();
  /** @internal Whether a `beforeUpdate()` is running, in which `update()` is an error. */
  isInBeforeUpdate = false;
  /**
   * @internal Whether changed scalars are copied and compared directly. Otherwise immer and fast-json-patch handle
   * them.
   */
  readonly hasShortLane: boolean;
  #state: "waiting" | "open" | "closed" = "waiting";
  #lastId = 0;
  #isFlushing = false;
  /** Controls whose update was requested while a flush ran. */
  #asked: Node[] = [];

  constructor(options: SessionOptions) {
    this.options = options;
    this.hasShortLane = options.shortLane !== false;
    this.clock = options.clock ?? realClock;
    this.limits = options.limits ?? defaultLimits;
    this.user = options.user;
    this.log = options.log ?? console;
    this.scheduler = new ClockScheduler(
      this.clock,
      (change) => {
        this.counts.timers += change;
      },
      (error) => this.funnel.report(error, "task", "loop", this.page[NODE]),
    );
    this.funnel = new Funnel({
      pageHandler: () => this.page.onError && ((error, place) => this.page.handleError(error, place)),
      unhandled: (error, place, id) => this.#unhandled(error, place, id),
      watch: options.watch,
      session: this.id,
    });
    this.pubsub = new PubSub(this, options.hub ?? new PubSubHub());
    this.page = new Page(this);
    this.outbox = new Outbox(this);
    this.#inbox = new Inbox(this);
    this.sender = new Sender(this, this.#inbox);
    this.presence = new Presence(this, this.#inbox, this.sender);
    const turn = () => {
      this.changes.turn();
      if (this.page.autoUpdate) this.flush();
    };
    this.#subscriptions.add(this.changes.begun$.subscribe(() => this.clock.turnEnd(turn)));
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  get isFlushing(): boolean {
    return this.#isFlushing;
  }

  /** Whether the session has started, which happens when its first client connects. */
  get hasStarted(): boolean {
    return this.#state !== "waiting";
  }

  /** Whether a client is connected. */
  get isConnected(): boolean {
    return this.presence.connection !== undefined;
  }

  /** @internal Starts the app, because the first client has connected. */
  start(): void {
    this.#state = "open";
    const root = this.page[NODE];
    for (const list of root.lists) list.begin();
    this.identify(root);
    this.insert(root);
    this.changes.markChildren(root);
    this.runHandler("main", "main", root, () => this.options.main(this.page));
  }

  /** @internal Runs a callback of the app. Its changes are sent when it returns, and again when its promise settles. */
  runHandler(kind: "main" | "handler" | "pubsub", name: string, node: Node, handler: () => void | Promise<void>): void {
    const result = this.funnel.run(kind, name, node, handler);
    const settled = () => {
      if (this.page.autoUpdate) this.flush();
    };
    settled();
    if (!(result instanceof Promise)) return;
    const isHandler = kind === "handler";
    if (isHandler) this.handlers++;
    const over = () => {
      if (isHandler) this.handlers--;
      settled();
    };
    void result.then(over, over);
  }

  /** @internal Reports a refused command or message of the client. */
  refused(error: unknown): void {
    if (!(error instanceof RunletError)) this.funnel.report(error, "tree", "receive", this.page[NODE]);
    else if (this.options.onRefused !== undefined) this.options.onRefused(error);
    else this.log.warn(`[runlet] ${this.id}: ${error.code}: ${error.message}`);
  }

  #unhandled(error: unknown, place: ErrorPlace, id: string): void {
    if (this.options.onUnhandled !== undefined) this.options.onUnhandled(error, place);
    else this.log.error(`[runlet] ${this.id}: error ${id} in ${place.kind} ${place.name} of ${place.path}:`, error);
    if (this.#state === "open" && !SHOWN_IN_PLACE.includes(place.name)) {
      this.presence.post({ type: "notice", error: this.shown({ id, ...details(error, place) }) });
    }
  }

  /** @internal Notifies the person that something was refused which they did not cause. */
  tell(error: RunletError, node: Node): void {
    const { code: id, message } = error;
    this.presence.post({ type: "notice", error: this.shown({ id, path: pathOf(node), message }) });
  }

  /** Returns the part of an error that a person may see: the details in development, otherwise only the id. */
  shown(error: ErrorNotice): ErrorNotice {
    return this.options.isDevelopment === true ? error : { id: error.id };
  }

  // ---- flush and send -------------------------------------------------------------------------------

  /** Updates the page and the client, except for changes that isolated controls hold back. */
  flush(): void {
    this.#flush(undefined);
  }

  /** @internal Runs `control.update()`: flushes, also below the isolated control that the control is or is in. */
  update(node: Node): void {
    if (this.isInBeforeUpdate) {
      throw new RunletError(
        "update-in-before-update",
        `update() was called on ${pathOf(node)} while a beforeUpdate() ran. What that hook sets is part of the running flush by itself.`,
      );
    }
    this.#flush(node);
  }

  #flush(asked: Node | undefined): void {
    if (this.#state !== "open") return;
    if (this.#isFlushing) {
      this.#asked.push(asked ?? this.page[NODE]);
      return;
    }
    this.#isFlushing = true;
    try {
      new Flush(this, asked).run();
    } catch (error) {
      // Errors of hooks are handled before. Any other error must not end the process and with it all other sessions.
      this.funnel.report(error, "tree", "flush", asked ?? this.page[NODE]);
      if (error instanceof RunletError && error.code === "too-many-controls") this.close(CloseCode.policy, error.code);
    } finally {
      this.#isFlushing = false;
    }
    if (this.#asked.length > 0) for (const node of this.#asked.splice(0)) this.#flush(node);
  }

  /** @internal Sends what the client lacks, as soon as it can receive it. */
  send(): void {
    this.sender.send();
  }

  /** @internal Schedules a send for data that is no change of a control, together with the changes of this turn. */
  sendSoon(): void {
    this.clock.turnEnd(() => {
      if (this.page.autoUpdate) this.flush();
      this.send();
    });
  }

  /** Number of the last update. */
  get seq(): number {
    return this.sender.seq;
  }

  /** Returns the document of every mounted control: the client's state once nothing is waiting. */
  documents(): Documents {
    const documents: Documents = {};
    const look = (node: Node): void => {
      documents[node.id] = documentOf(node);
      for (const child of childrenOf(node)) look(child);
    };
    if (this.#state === "open") look(this.page[NODE]);
    return documents;
  }

  // ---- controls ---------------------------------------------------------------------------------------

  /** @internal */
  identify(node: Node): void {
    if (node.home === this.id) return;
    // The control is new or comes from another session. The state of that session's client says nothing about this
    // one's.
    node.home = this.id;
    node.id = ++this.#lastId;
    node.given = undefined;
    node.unsent = undefined;
    node.isChanged = false;
    node.isLeft = false;
  }

  /** @internal */
  insert(node: Node): void {
    if (this.nodes.size >= this.limits.controls) {
      throw new RunletError(
        "too-many-controls",
        `${pathOf(node)} would be more than ${this.limits.controls} controls on one page: its session has ended. Show fewer at a time, or raise limits.controls.`,
      );
    }
    node.session = this;
    this.nodes.add(node);
    if (node.kind.hasBoundary) this.boundaries++;
    if (node.early !== undefined) for (const make of node.early.splice(0)) make(this);
  }

  /** @internal Unmounts a control and ends what it owns. What the client was sent stays known until the next send. */
  remove(node: Node): void {
    if (node.hasFeeds) this.streams.end(node);
    if (node.lifetime !== undefined) {
      node.lifetime.end();
      node.lifetime = undefined;
    }
    this.nodes.delete(node);
    if (node.kind.hasBoundary) this.boundaries--;
    node.session = undefined;
    node.holder = undefined;
    node.document = undefined;
    node.dirty = undefined;
    node.hasNewChildren = false;
    this.calls.left(node);
    this.outbox.left(node);
  }

  /** @internal */
  rebuild(node: Node): void {
    const { error } = node;
    build(this, node);
    if (node.error !== error) this.changes.mark(node, ERROR);
    if (!node.isInHook) node.wantsHook = true;
    this.changes.enqueue(node);
  }

  /** @internal */
  lifetimeOf(node: Node): Lifetime {
    node.lifetime ??= new Lifetime(node, this);
    return node.lifetime;
  }

  // ---- end ------------------------------------------------------------------------------------------------

  /**
   * Ends the session. Events stop, `onClose` runs, controls are unmounted with children first, and everything else that
   * was alive ends. The client is notified last. It is safe to call this twice, and errors of the app's code do not
   * stop it.
   */
  close(code: number = CloseCode.gone, reason = "the session has ended"): void {
    if (this.#state === "closed") return;
    const wasOpen = this.#state === "open";
    this.#state = "closed";
    const connection = this.presence.end();
    this.#subscriptions.unsubscribe();
    if (wasOpen) {
      const root = this.page[NODE];
      this.funnel.run("handler", "onClose", root, () => this.page.onClose?.());
      const all: Node[] = [];
      collect(root, all);
      for (const node of all) if (node.session === this) detach(this, node);
    }
    this.calls.end();
    this.pubsub.end();
    connection?.close(code, reason);
    this.options.onEnd?.();
  }
}

function details(error: unknown, place: ErrorPlace): { path: string; message: string } {
  return { path: place.path, message: error instanceof Error ? error.message : String(error) };
}
