import type { Documents, UpdateContent } from "../../protocol/messages.ts";
import { isInstance, RunletError } from "../declaration/errors.ts";
import { Bindings } from "../reactive/bindings.ts";
import type { Clock } from "../reactive/clock.ts";
import { MountedTree, type TreeOwner } from "../tree/mounted-tree.ts";
import { type AnyControl, type ErrorFunnel, Flag, NODE, type Node, pathOf, type Scope } from "../tree/node.ts";
import { collectMounted } from "../tree/tree-commit.ts";
import { Calls } from "./calls.ts";
import { allDocuments, ClientState, type DocumentChanges, isEmpty } from "./client-state.ts";
import { ERROR, replaceDocument } from "./document.ts";
import { Flush, type FlushHost, type TreeCheck } from "./flush.ts";
import { resetUnsendable } from "./unsendable.ts";

/** Approximate bytes of a control, measured in the heap, without its long texts and the objects in its properties. */
const CONTROL_BYTES = 512;
/** A hook of the control is running that may change it. `beforeUpdate` need not run again for such a change. */
const IN_HOOK: number = Flag.isBuilding | Flag.isInBeforeUpdate;

/** The root of a tree. */
export interface Root extends AnyControl {
  /** Check that is part of each flush. */
  readonly treeCheck?: TreeCheck;
}

/** Options of an {@link Engine}. */
export interface EngineOptions {
  readonly sessionId: string;
  readonly clock: Clock;
  readonly funnel: ErrorFunnel;
  readonly maxControls: number;
  readonly hasShortLane: boolean;
  /** Called when the tree became larger than `maxControls`. */
  overflowed(error: RunletError): void;
  /** Called at the end of each turn in which something may have changed. */
  changed(): void;
  /** Called after each flush. */
  flushed(): void;
  /** Logs a warning for the operator of the app. */
  warn(warning: string): void;
}

/** Keeps one control tree up to date: collects changes, flushes them, and knows what the client has of them. */
export class Engine implements Scope, FlushHost, TreeOwner {
  readonly id: string;
  readonly clock: Clock;
  readonly funnel: ErrorFunnel;
  readonly counts: { subscriptions: number; tasks: number; timers: number } = { subscriptions: 0, tasks: 0, timers: 0 };
  readonly bindings: Bindings = new Bindings(this);
  readonly clientState: ClientState;
  readonly calls: Calls;
  readonly tree: MountedTree;
  readonly maxControls: number;
  readonly hasShortLane: boolean;
  documentBytes = 0;
  isInBeforeUpdate = false;
  isCollecting = false;
  /** Assigned right after the construction, because a root may use the engine in its constructor. */
  root!: Root;
  /** Sends what the client lacks, if it can receive now. Assigned with the root. */
  link!: { send(): void };
  /** Whether changes are flushed automatically. */
  isAutomatic = true;
  /** Number of updates that were made. */
  updateCount = 0;
  readonly #options: EngineOptions;
  #isRunning = false;
  #isFlushing = false;
  #isUpdateRequested = false;
  /** Dirty controls, in the order of their first change. */
  #queue: Node[] = [];
  /** Controls whose update was requested while a flush ran. */
  #requestedUpdates: Node[] = [];

  constructor(options: EngineOptions) {
    const { sessionId, clock, funnel, maxControls, hasShortLane } = options;
    this.#options = options;
    this.id = sessionId;
    this.clock = clock;
    this.funnel = funnel;
    this.maxControls = maxControls;
    this.hasShortLane = hasShortLane;
    this.clientState = new ClientState(sessionId, hasShortLane);
    this.calls = new Calls(
      () => this.requestUpdate(),
      (warning) => options.warn(warning),
    );
    this.tree = new MountedTree(this, this.bindings, this);
  }

  /** Approximate bytes in memory of everything that is on the page, and of the calls to its renderers. */
  get bytes(): number {
    return this.tree.nodes.size * CONTROL_BYTES + this.documentBytes + this.calls.bytes;
  }

  /** Returns whether there is something to show: the tree was started, and has documents. */
  isReady(): boolean {
    return this.#isRunning && this.root[NODE].document !== undefined;
  }

  /** Returns whether a flush is running. It sends at its end. */
  isFlushing(): boolean {
    return this.#isFlushing;
  }

  /** Returns whether `drain` may return something. */
  hasChanges(): boolean {
    return this.clientState.hasChanges || this.calls.unsentCount > 0;
  }

  /** Mounts the root. Its children are mounted by the first flush. */
  start(): void {
    this.#isRunning = true;
    this.tree.start(this.root[NODE]);
    this.markEdited(this.root[NODE]);
  }

  /** Stops flushing and sending. */
  stop(): void {
    this.#isRunning = false;
  }

  /** Unmounts everything. */
  dispose(): void {
    this.tree.unmountAll();
    this.calls.rejectAll();
  }

  // ---- the queue of dirty controls ------------------------------------------------------------------

  markDirty(node: Node, name: string): void {
    if (node.dirty === undefined) node.dirty = [name];
    else if (!node.dirty.includes(name)) node.dirty.push(name);
    if ((node.flags & IN_HOOK) === 0) node.flags |= Flag.isBeforeUpdateDue;
    this.#enqueue(node);
  }

  forgetSent(node: Node, name: string): void {
    if (node.sent === undefined) return;
    const sent: { [name: string]: unknown; $type: string } = { ...node.sent };
    delete sent[name];
    node.sent = sent;
  }

  markEdited(node: Node): void {
    node.flags |= Flag.hasEditedLists;
    if ((node.flags & IN_HOOK) === 0) node.flags |= Flag.isBeforeUpdateDue;
    this.#enqueue(node);
  }

  #enqueue(node: Node): void {
    this.holdBack(node);
    // A control that is queued already may have been held back by the last flush, so a flush is requested in any case.
    if (!this.isCollecting) this.requestUpdate();
  }

  holdBack(node: Node): void {
    if ((node.flags & Flag.isQueued) !== 0) return;
    node.flags |= Flag.isQueued;
    this.#queue.push(node);
  }

  get isClean(): boolean {
    return this.#queue.length === 0;
  }

  dequeue(isDeferred: ((node: Node) => boolean) | undefined): Node[] {
    const queue = this.#queue;
    this.#queue = [];
    const dequeued: Node[] = [];
    for (const node of queue) {
      if (node.session !== undefined && isDeferred?.(node) === true) {
        this.#queue.push(node);
        continue;
      }
      node.flags &= ~Flag.isQueued;
      if (node.session !== undefined) dequeued.push(node);
    }
    return dequeued;
  }

  get deferred(): readonly Node[] {
    return this.#queue;
  }

  // ---- flushing ---------------------------------------------------------------------------------------

  /** Flushes and sends the changes, except for those that isolated controls hold back. */
  flush(): void {
    this.#flush(undefined);
  }

  update(node: Node): void {
    if (this.isInBeforeUpdate) {
      throw new RunletError(
        "update-in-before-update",
        `update() was called on ${pathOf(node)} while a beforeUpdate() ran. What that hook sets is part of the running flush by itself.`,
      );
    }
    this.#flush(node);
  }

  /** Requests an update at the end of this turn: one for all requests of the turn. */
  requestUpdate(): void {
    if (this.#isUpdateRequested) return;
    this.#isUpdateRequested = true;
    this.clock.turnEnd(this.#atTurnEnd);
  }

  readonly #atTurnEnd = (): void => {
    this.#isUpdateRequested = false;
    this.flushIfAutomatic();
    if (!this.isAutomatic) this.link.send();
    this.#options.changed();
  };

  /** Flushes the changes of user code that has just run, unless the app flushes by itself. */
  flushIfAutomatic(): void {
    if (this.isAutomatic) this.flush();
  }

  /** Runs user code, then flushes what it changed. Flushes again when its promise settles, and calls `ended`. */
  runHandler(
    kind: "main" | "handler" | "pubsub",
    name: string,
    node: Node,
    handler: () => unknown,
    ended?: () => void,
  ): void {
    const result = this.funnel.run(kind, name, node, handler);
    this.flushIfAutomatic();
    const finished = () => {
      ended?.();
      this.flushIfAutomatic();
    };
    if (result instanceof Promise) void result.then(finished, finished);
    else ended?.();
  }

  #flush(updated: Node | undefined): void {
    if (!this.#isRunning) return;
    if (this.#isFlushing) {
      this.#requestedUpdates.push(updated ?? this.root[NODE]);
      return;
    }
    if (updated?.classInfo.hasBeforeUpdate === true) {
      updated.flags |= Flag.isBeforeUpdateDue;
      this.holdBack(updated);
    }
    if (this.isClean) return this.link.send();
    this.#isFlushing = true;
    try {
      new Flush(this, updated).execute();
    } catch (error) {
      // Errors of hooks are handled before. Any other error must not end the process and with it all other sessions.
      this.funnel.report(error, "tree", "flush", updated ?? this.root[NODE]);
      if (isInstance(error, RunletError) && error.code === "too-many-controls") this.#options.overflowed(error);
      // What changed before the error was collected for this flush, so that it requested no other one.
      else this.requestUpdate();
    } finally {
      this.#isFlushing = this.isCollecting = false;
    }
    this.#options.flushed();
    if (this.#requestedUpdates.length > 0) for (const node of this.#requestedUpdates.splice(0)) this.#flush(node);
  }

  sendDocuments(): void {
    this.link.send();
  }

  /**
   * Returns all changes since the last call, as the update `seq`. It acknowledges the commands up to `ack`. Returns
   * undefined if the client has everything.
   */
  drain(seq: number, ack: number): UpdateContent | undefined {
    this.updateCount++;
    const changes = this.#drainChanges(seq, ack);
    const calls = this.calls.unsentCount === 0 ? [] : this.calls.drainReady();
    if (calls.length === 0) return isEmpty(changes) ? undefined : changes;
    return { ...changes, calls };
  }

  #drainChanges(seq: number, ack: number): DocumentChanges {
    try {
      return this.clientState.drain(this.root[NODE], seq, ack);
    } catch (error) {
      // A value cannot be compared with the one that was sent. The other changes that were found before it are lost, so
      // the client is sent everything.
      if (!this.resetUnsendable()) this.funnel.report(error, "tree", "send", this.root[NODE]);
      this.reset();
      return this.clientState.drain(this.root[NODE], seq, ack);
    }
  }

  resetUnsendable(): boolean {
    let isFound = false;
    const mounted: Node[] = [];
    collectMounted(this.root[NODE], mounted);
    for (const node of mounted) if (resetUnsendable(node, this.funnel, this)) isFound = true;
    return isFound;
  }

  failed(error: unknown): void {
    this.funnel.report(error, "tree", "send", this.root[NODE]);
  }

  /** Makes the next `drain` return all documents, because the client has nothing. Its unanswered calls fail. */
  reset(): void {
    this.clientState.reset();
    this.calls.rejectSent();
  }

  // ---- the tree ---------------------------------------------------------------------------------------

  changed(node: Node): void {
    this.clientState.markChanged(node);
  }

  moved(node: Node): void {
    this.root.treeCheck?.markMoved(node);
  }

  removed(node: Node): void {
    replaceDocument(node, undefined, this);
    this.calls.controlRemoved(node);
    this.clientState.markRemoved(node);
  }

  rebuild(node: Node): void {
    if ((node.flags & Flag.isBuilding) !== 0) {
      throw new RunletError("flush-loop", `${pathOf(node)}: build() called rebuild(), which would never end.`);
    }
    const { error } = node.extras;
    this.tree.build(node);
    if (node.extras.error !== error) this.markDirty(node, ERROR);
    if ((node.flags & IN_HOOK) === 0) node.flags |= Flag.isBeforeUpdateDue;
    this.#enqueue(node);
  }

  assignId(node: Node): void {
    this.tree.assignId(node);
  }

  call(node: Node, method: string, args: unknown): Promise<unknown> {
    return this.calls.call(node, method, args);
  }

  /** Returns the document of every mounted control: the client's state once nothing is waiting. */
  documents(): Documents {
    return this.#isRunning ? allDocuments(this.root[NODE]) : {};
  }
}
