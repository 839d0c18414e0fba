import { Subscription } from "rxjs";
import { CloseCode, type Documents, type ErrorNotice, PROTOCOL_VERSION } from "../protocol/messages.ts";
import { build, detach } from "./attach.ts";
import { Changes } from "./changes.ts";
import { ERROR } from "./document.ts";
import { RunletError } from "./errors.ts";
import { Flush } from "./flush.ts";
import { type ErrorPlace, Funnel } from "./funnel.ts";
import { Inbox } from "./inbox.ts";
import { Lifetime } from "./lifetime.ts";
import { childrenOf, NODE, type Node, pathOf } from "./node.ts";
import { documentOf, Outbox } from "./outbox.ts";
import { Page } from "./page.ts";
import { PubSub, PubSubHub } from "./pubsub.ts";
import { Registry } from "./registry.ts";
import { type Clock, ClockScheduler, realClock } from "./schedule.ts";
import { Sender } from "./sender.ts";
import type { Log, SessionOptions } from "./session-options.ts";
import { Streams } from "./streams.ts";
import { collect } from "./tree.ts";

/** What one client sees: its tree, its queue, its connection. Ends with its connection. */
export class Session {
  /** Public: for logs. It opens nothing. */
  readonly id: string = globalThis.crypto.randomUUID();
  readonly clock: Clock;
  readonly scheduler: ClockScheduler;
  readonly page: Page;
  readonly options: SessionOptions;
  readonly log: Log;
  readonly funnel: Funnel;
  readonly changes: Changes = new Changes();
  readonly outbox: Outbox;
  readonly streams: Streams = new Streams(this);
  /** Mounted controls by id. */
  readonly nodes: Registry = new Registry();
  /** How many mounted controls may be isolated: while none is, nobody looks for boundaries. */
  boundaries = 0;
  readonly pubsub: PubSub;
  /** What is alive, for `leaks()`. */
  readonly counts: { subscriptions: number; tasks: number; timers: number } = { subscriptions: 0, tasks: 0, timers: 0 };
  readonly #inbox: Inbox;
  readonly #sender: Sender;
  readonly #connection = new Subscription();
  /** @internal A `beforeUpdate()` is running: `update()` makes no sense in it. */
  isInBeforeUpdate = false;
  /** @internal Changed scalars are copied and compared by themselves: else all documents go by immer and fast-json-patch. */
  readonly hasShortLane: boolean;
  #state: "waiting" | "open" | "closed" = "waiting";
  #lastId = 0;
  #isFlushing = false;
  /** Controls whose `update()` was called while a flush ran. */
  #asked: Node[] = [];

  constructor(options: SessionOptions) {
    this.options = options;
    this.hasShortLane = options.shortLane !== false;
    this.clock = options.clock ?? realClock;
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
    });
    this.pubsub = new PubSub(this, options.hub ?? new PubSubHub());
    this.page = new Page(this);
    this.outbox = new Outbox(this);
    this.#inbox = new Inbox(this);
    this.#sender = new Sender(this, this.#inbox);
    const turn = () => {
      this.changes.turn();
      if (this.page.autoUpdate) this.flush();
    };
    this.#connection.add(this.changes.begun$.subscribe(() => this.clock.turnEnd(turn)));
    const { messages$, writable$, closed } = options.transport;
    this.#connection.add(writable$.subscribe((isWritable) => this.#sender.setWritable(isWritable)));
    this.#connection.add(messages$.subscribe((message) => this.#receive(message)));
    void closed.then(() => this.close());
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  get isFlushing(): boolean {
    return this.#isFlushing;
  }

  // ---- messages -----------------------------------------------------------------------------------

  #receive(message: unknown): void {
    if (this.#state === "closed") return;
    try {
      this.#inbox.receive(message);
    } catch (error) {
      if (error instanceof RunletError) this.refused(error);
      else this.funnel.report(error, "tree", "receive", this.page[NODE]);
      const code = error instanceof RunletError ? error.code : "server-error";
      this.options.transport.close(CLOSE_CODES[code] ?? CloseCode.protocol, code);
      this.close();
    }
  }

  /** @internal The client said hello: the app starts. */
  start(): void {
    if (this.#state !== "waiting") throw new RunletError("bad-message", "The client said hello twice.");
    this.#state = "open";
    const { boot, isDevelopment, main } = this.options;
    this.options.transport.send({
      type: "welcome",
      protocol: PROTOCOL_VERSION,
      session: this.id,
      ...(isDevelopment === true && boot !== undefined && { boot }),
    });
    const root = this.page[NODE];
    for (const list of root.lists) list.begin();
    this.identify(root);
    this.insert(root);
    this.changes.markChildren(root);
    this.runHandler("main", "main", root, () => main(this.page));
  }

  get hasStarted(): boolean {
    return this.#state !== "waiting";
  }

  /** @internal A callback of the app: what it changed is sent when it returns, and again when its promise settles. */
  runHandler(kind: "main" | "handler" | "pubsub", name: string, node: Node, handler: () => void | Promise<void>): void {
    const result = this.funnel.run(kind, name, node, handler);
    const settled = () => {
      if (this.page.autoUpdate) this.flush();
    };
    settled();
    if (result instanceof Promise) void result.then(settled, settled);
  }

  /** @internal The client was refused something; its user sees the server's value. */
  refused(error: RunletError): void {
    if (this.options.onRefused !== undefined) this.options.onRefused(error);
    else this.log.warn(`[runlet] ${this.id}: ${error.code}: ${error.message}`);
  }

  #unhandled(error: unknown, place: ErrorPlace, id: string): void {
    if (this.options.onUnhandled !== undefined) this.options.onUnhandled(error, place);
    else this.log.error(`[runlet] ${this.id}: error ${id} in ${place.kind} ${place.name} of ${place.path}:`, error);
    if (this.#state === "open" && place.name !== "build") {
      this.options.transport.send({ type: "notice", error: this.shown({ id, ...details(error, place) }) });
    }
  }

  /** What a person may see of an error: its details in development, else its id. */
  shown(error: ErrorNotice): ErrorNotice {
    return this.options.isDevelopment === true ? error : { id: error.id };
  }

  // ---- flush and send -------------------------------------------------------------------------------

  /** Brings page and client up to date, all but what waits behind isolated controls. */
  flush(): void {
    this.#flush(undefined);
  }

  /** @internal `control.update()`: also opens the boundary that the control is, or is in. */
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
      // No hook's error comes here. Whatever does must not end the process, and with it every other session.
      this.funnel.report(error, "tree", "flush", asked ?? this.page[NODE]);
    } finally {
      this.#isFlushing = false;
    }
    if (this.#asked.length > 0) for (const node of this.#asked.splice(0)) this.#flush(node);
  }

  /** @internal Sends what the client lacks, once it can take it. */
  send(): void {
    this.#sender.send();
  }

  /** The number of the last update. */
  get seq(): number {
    return this.#sender.seq;
  }

  /** Every mounted control's document, as the client should have it when nothing waits. */
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
    // New here, or from another session: what that one's client has says nothing of this one's.
    node.home = this.id;
    node.id = ++this.#lastId;
    node.given = undefined;
    node.unsent = undefined;
    node.isChanged = false;
    node.isLeft = false;
  }

  /** @internal */
  insert(node: Node): void {
    node.session = this;
    this.nodes.add(node);
    if (node.kind.hasBoundary) this.boundaries++;
  }

  /** @internal Unmounted: what it owns ends. What the client has of it is known until the next send. */
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

  /** Ends the session: events stop, `onClose`, unmount children first, all that was alive ends. Safe to call twice. */
  close(): void {
    if (this.#state === "closed") return;
    const wasOpen = this.#state === "open";
    this.#state = "closed";
    this.#connection.unsubscribe();
    this.#sender.end();
    if (wasOpen) {
      const root = this.page[NODE];
      this.funnel.run("handler", "onClose", root, () => this.page.notifyClose());
      const all: Node[] = [];
      collect(root, all);
      for (const node of all) detach(this, node);
    }
    this.pubsub.end();
    this.options.transport.close();
  }
}

/** How a connection is closed after an error, where that is not a breach of the protocol. */
const CLOSE_CODES: { readonly [code: string]: number | undefined } = {
  "protocol-version": CloseCode.version,
  "server-error": CloseCode.error,
};

function details(error: unknown, place: ErrorPlace): { path: string; message: string } {
  return { path: place.path, message: error instanceof Error ? error.message : String(error) };
}
