import { Subscription } from "rxjs";
import { Page } from "../../controls/page/page.ts";
import { UnboundedLayoutCheck } from "../../controls/page/unbounded-layout.ts";
import { CloseCode, type Documents, type ErrorNotice } from "../../protocol/messages.ts";
import { RunletError } from "../declaration/errors.ts";
import { Bindings } from "../reactive/bindings.ts";
import { type Clock, ClockScheduler, realClock } from "../reactive/clock.ts";
import { type ErrorPlace, Funnel } from "../reactive/funnel.ts";
import { Lifetime } from "../reactive/lifetime.ts";
import { build, unmount } from "../tree/mount.ts";
import { childrenOf, NODE, type Node, pathOf } from "../tree/node.ts";
import { NodeTable } from "../tree/node-table.ts";
import { collectMounted } from "../tree/tree-commit.ts";
import { ClientState, wireDocument } from "../update/client-state.ts";
import { DirtyQueue } from "../update/dirty-queue.ts";
import { ERROR } from "../update/document.ts";
import { Flush } from "../update/flush.ts";
import { Calls } from "./calls.ts";
import { Inbox } from "./inbox.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { PubSub, PubSubHub } from "./pubsub.ts";
import { Sender } from "./sender.ts";
import { SessionLink } from "./session-link.ts";
import type { Log, SessionOptions } from "./session-options.ts";

/** Names of error places whose errors are shown by a box where they happened, so that no notice is needed. */
const ERROR_BOX_PLACES: readonly string[] = ["build", "layout"];

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
  readonly dirtyQueue: DirtyQueue = new DirtyQueue();
  readonly clientState: ClientState;
  readonly calls: Calls = new Calls(this);
  readonly bindings: Bindings = new Bindings(this);
  /** @internal */
  readonly layoutCheck: UnboundedLayoutCheck = new UnboundedLayoutCheck(this);
  /** Mounted controls by id. */
  readonly nodes: NodeTable = new NodeTable();
  /** Number of mounted controls that may be isolated. While it is 0, a flush does not look for boundaries. */
  boundaryCount = 0;
  readonly pubsub: PubSub;
  /** Numbers of resources that are alive, for `leaks()`. */
  readonly counts: { subscriptions: number; tasks: number; timers: number } = { subscriptions: 0, tasks: 0, timers: 0 };
  readonly #inbox: Inbox;
  /** @internal */
  readonly sender: Sender;
  /** @internal The session's link to its client. */
  readonly link: SessionLink;
  readonly limits: Limits;
  /** User that the session belongs to, as the host identified it. */
  readonly user: unknown;
  /** Number of the client's async event handlers that are still pending. */
  pendingHandlers = 0;
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
  #requestedUpdates: Node[] = [];

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
    this.clientState = new ClientState(this);
    this.#inbox = new Inbox(this);
    this.sender = new Sender(this, this.#inbox);
    this.link = new SessionLink(this, this.#inbox, this.sender);
    const flushAtTurnEnd = () => {
      this.dirtyQueue.endTurn();
      if (this.page.autoUpdate) this.flush();
    };
    this.#subscriptions.add(this.dirtyQueue.flushRequested$.subscribe(() => this.clock.turnEnd(flushAtTurnEnd)));
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
    return this.link.connection !== undefined;
  }

  /** @internal Starts the app, because the first client has connected. */
  start(): void {
    this.#state = "open";
    const root = this.page[NODE];
    for (const list of root.lists) list.startTracking();
    this.assignId(root);
    this.insert(root);
    this.dirtyQueue.markChildren(root);
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
    if (isHandler) this.pendingHandlers++;
    const finished = () => {
      if (isHandler) this.pendingHandlers--;
      settled();
    };
    void result.then(finished, finished);
  }

  /** @internal Reports a refused command or message of the client. */
  reportRefused(error: unknown): void {
    if (!(error instanceof RunletError)) this.funnel.report(error, "tree", "receive", this.page[NODE]);
    else if (this.options.onRefused !== undefined) this.options.onRefused(error);
    else this.log.warn(`[runlet] ${this.id}: ${error.code}: ${error.message}`);
  }

  #unhandled(error: unknown, place: ErrorPlace, id: string): void {
    if (this.options.onUnhandled !== undefined) this.options.onUnhandled(error, place);
    else this.log.error(`[runlet] ${this.id}: error ${id} in ${place.kind} ${place.name} of ${place.path}:`, error);
    if (this.#state === "open" && !ERROR_BOX_PLACES.includes(place.name)) {
      this.link.post({ type: "notice", error: this.visibleNotice({ id, ...details(error, place) }) });
    }
  }

  /** @internal Notifies the person of a refusal that the person did not cause. */
  sendNotice(error: RunletError, node: Node): void {
    const { code: id, message } = error;
    this.link.post({ type: "notice", error: this.visibleNotice({ id, path: pathOf(node), message }) });
  }

  /** Returns the part of an error that a person may see: the details in development, otherwise only the id. */
  visibleNotice(error: ErrorNotice): ErrorNotice {
    return this.options.isDevelopment === true ? error : { id: error.id };
  }

  // ---- flush and send -------------------------------------------------------------------------------

  /** Updates the page and the client, except for changes that isolated controls hold back. */
  flush(): void {
    this.#flush(undefined);
  }

  /**
   * @internal Runs `control.update()`: flushes, including changes below one isolated control (the control itself or its
   * nearest isolated ancestor).
   */
  update(node: Node): void {
    if (this.isInBeforeUpdate) {
      throw new RunletError(
        "update-in-before-update",
        `update() was called on ${pathOf(node)} while a beforeUpdate() ran. What that hook sets is part of the running flush by itself.`,
      );
    }
    this.#flush(node);
  }

  #flush(updated: Node | undefined): void {
    if (this.#state !== "open") return;
    if (this.#isFlushing) {
      this.#requestedUpdates.push(updated ?? this.page[NODE]);
      return;
    }
    this.#isFlushing = true;
    try {
      new Flush(this, updated).execute();
    } catch (error) {
      // Errors of hooks are handled before. Any other error must not end the process and with it all other sessions.
      this.funnel.report(error, "tree", "flush", updated ?? this.page[NODE]);
      if (error instanceof RunletError && error.code === "too-many-controls") this.close(CloseCode.policy, error.code);
    } finally {
      this.#isFlushing = false;
    }
    if (this.#requestedUpdates.length > 0) for (const node of this.#requestedUpdates.splice(0)) this.#flush(node);
  }

  /** @internal Sends the changes that the client does not have, as soon as it can receive them. */
  sendUpdate(): void {
    this.sender.sendUpdate();
  }

  /** @internal Schedules a send for data that is no change of a control, together with the changes of this turn. */
  sendAtTurnEnd(): void {
    this.clock.turnEnd(() => {
      if (this.page.autoUpdate) this.flush();
      this.sendUpdate();
    });
  }

  /** Number of the last update. */
  get seq(): number {
    return this.sender.seq;
  }

  /** Returns the document of every mounted control: the client's state once nothing is waiting. */
  documents(): Documents {
    const documents: Documents = {};
    const visit = (node: Node): void => {
      documents[node.id] = wireDocument(node);
      for (const child of childrenOf(node)) visit(child);
    };
    if (this.#state === "open") visit(this.page[NODE]);
    return documents;
  }

  // ---- controls ---------------------------------------------------------------------------------------

  /** @internal */
  assignId(node: Node): void {
    if (node.sessionId === this.id) return;
    // The control is new or comes from another session. The state of that session's client says nothing about this
    // one's.
    node.sessionId = this.id;
    node.id = ++this.#lastId;
    node.sent = undefined;
    node.dirtySinceSend = undefined;
    node.isMarkedForSend = false;
    node.isRemovedSinceSend = false;
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
    if (node.classInfo.canBeIsolated) this.boundaryCount++;
    if (node.queuedCalls !== undefined) for (const make of node.queuedCalls.splice(0)) make(this);
  }

  /** @internal Unmounts a control and ends everything it owns. The sent document stays known until the next send. */
  remove(node: Node): void {
    if (node.hasBindings) this.bindings.unsubscribeAll(node);
    if (node.lifetime !== undefined) {
      node.lifetime.dispose();
      node.lifetime = undefined;
    }
    this.nodes.delete(node);
    if (node.classInfo.canBeIsolated) this.boundaryCount--;
    node.session = undefined;
    node.parentList = undefined;
    node.document = undefined;
    node.dirty = undefined;
    node.hasNewChildren = false;
    this.calls.controlRemoved(node);
    this.clientState.markRemoved(node);
  }

  /** @internal */
  rebuild(node: Node): void {
    const { error } = node;
    build(this, node);
    if (node.error !== error) this.dirtyQueue.markProperty(node, ERROR);
    if (!node.isInHook) node.isBeforeUpdateDue = true;
    this.dirtyQueue.enqueue(node);
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
    const connection = this.link.close();
    this.#subscriptions.unsubscribe();
    if (wasOpen) {
      const root = this.page[NODE];
      this.funnel.run("handler", "onClose", root, () => this.page.onClose?.());
      const all: Node[] = [];
      collectMounted(root, all);
      for (const node of all) if (node.session === this) unmount(this, node);
    }
    this.calls.rejectAll();
    this.pubsub.dispose();
    connection?.close(code, reason);
    this.options.onEnd?.();
  }
}

function details(error: unknown, place: ErrorPlace): { path: string; message: string } {
  return { path: place.path, message: error instanceof Error ? error.message : String(error) };
}
