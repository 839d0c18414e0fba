import { CloseCode, type Documents, type ErrorNotice } from "../../protocol/messages.ts";
import { type ErrorPlace, isInstance, RunletError, shorten } from "../declaration/errors.ts";
import { reportUnknownAssignments } from "../declaration/unknown-assignments.ts";
import { defaultLimits, type Limits } from "../link/limits.ts";
import { ServerLink } from "../link/server-link.ts";
import { type Clock, realClock } from "../reactive/clock.ts";
import { Funnel } from "../reactive/funnel.ts";
import type { PendingWork } from "../reactive/pending-work.ts";
import { messageOf } from "../reactive/thrown.ts";
import { NODE, type Node, pathOf } from "../tree/node.ts";
import { Engine, type Root } from "../update/engine.ts";
import { ClientCommands } from "./client-commands.ts";
import { safeLog } from "./safe-log.ts";
import type { Log, SessionOptions } from "./session-options.ts";

/** Approximate bytes of a session with an empty page, measured in the heap. */
const SESSION_BYTES = 20 * 1024;
/** Longest name of a task or a topic in the log. */
const MAX_NAME = 200;

/** The root of a session's tree, with the app's handlers for what happens to the session. */
export interface SessionRoot extends Root {
  readonly onConnect: (() => unknown) | undefined;
  readonly onDisconnect: (() => unknown) | undefined;
  readonly onClose: (() => unknown) | undefined;
}

/**
 * The state of one client: its control tree, its link to the client, and the root of its tree. A session outlives its
 * connection: a client that was cut off comes back to the session as if it had stayed.
 */
export class Session<R extends SessionRoot = SessionRoot> {
  /** Public id of the session, for logs. It gives no access to the session. */
  readonly id: string = globalThis.crypto.randomUUID();
  /** User that the session belongs to, as the host identified it. Undefined for an anonymous client. */
  readonly user: unknown;
  /** @internal Text that this user alone has. Undefined for an anonymous client. */
  readonly userKey: string | undefined;
  readonly page: R;
  readonly clock: Clock;
  /** @internal */
  readonly engine: Engine;
  /** @internal The server's half of the link to the client. */
  readonly link: ServerLink;
  readonly #options: SessionOptions<R>;
  readonly #log: Log;
  readonly #commands: ClientCommands;
  /** Number of bytes that was last reported to the host. */
  #reportedBytes = 0;
  #state: "waiting" | "open" | "closed" = "waiting";

  constructor(options: SessionOptions<R>) {
    const { boot, isDevelopment, maxUpdatesPerSecond, watch } = options;
    const limits: Limits = options.limits ?? defaultLimits;
    this.#options = options;
    this.user = options.user;
    this.userKey = options.userKey;
    this.clock = options.clock ?? realClock;
    this.#log = safeLog(options.log ?? console);
    const funnel = new Funnel({
      pageHandler: () => options.errorHandler?.(this.page),
      unhandled: (error, place, id) => this.#unhandled(error, place, id),
      showsDetails: isDevelopment === true,
      watch,
      session: this.id,
    });
    this.engine = new Engine({
      sessionId: this.id,
      clock: this.clock,
      funnel,
      maxControls: limits.controls,
      hasShortLane: options.shortLane !== false,
      overflowed: ({ code }) => this.close(CloseCode.policy, code),
      changed: () => this.#measure(),
      flushed: () => this.#commands.endUnusable(),
      warn: (warning) => this.#warn(warning),
    });
    this.page = options.root(this);
    this.engine.root = this.page;
    if (isDevelopment === true) reportUnknownAssignments();
    this.#commands = new ClientCommands(this.engine, limits, {
      refused: (error) => this.reportRefused(error),
      notify: (error, node) => this.#notify(error, node),
    });
    this.link = new ServerLink({
      session: this.id,
      clock: this.clock,
      limits,
      maxUpdatesPerSecond,
      boot: isDevelopment === true ? boot : undefined,
      owner: options.owner ?? (this.userKey === undefined ? undefined : this.id),
      source: this.engine,
      commands: this.#commands,
      events: {
        started: () => this.#start(),
        resized: () => this.#measure(),
        renewed: () => this.#commands.clientRenewed(),
        reconnected: () => this.#callRoot("onConnect"),
        disconnected: () => this.#callRoot("onDisconnect"),
        abandoned: () => (options.onAway === undefined ? this.close() : options.onAway()),
        finished: () => this.close(),
        refused: (error) => this.reportRefused(error),
      },
    });
    this.engine.link = this.link;
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  /** Number of mounted controls. */
  get controlCount(): number {
    return this.engine.tree.nodes.size;
  }

  /**
   * Approximate bytes in memory: documents, updates and calls that the client has not answered, and refused values. It
   * does not include the app's own data.
   */
  get bytes(): number {
    return SESSION_BYTES + this.engine.bytes + this.link.unackedBytes + this.#commands.refusedBytes;
  }

  /** Whether a client is connected. */
  get isConnected(): boolean {
    return this.link.connection !== undefined;
  }

  /** Number of the last update. */
  get seq(): number {
    return this.link.seq;
  }

  /** @internal Async calls of the app's code that have not ended. */
  get work(): PendingWork {
    return this.engine.funnel.work;
  }

  /** Updates the page and the client, except for changes that isolated controls hold back. */
  flush(): void {
    this.engine.flush();
  }

  /** Returns the document of every mounted control: the client's state once nothing is waiting. */
  documents(): Documents {
    return this.engine.documents();
  }

  #measure(): void {
    const { bytes } = this;
    if (bytes === this.#reportedBytes || this.#state === "closed") return;
    this.#reportedBytes = bytes;
    this.#options.onResize?.();
  }

  #start(): void {
    this.#state = "open";
    this.engine.start();
    this.engine.runHandler("main", "main", this.page[NODE], () => this.#options.main(this.page));
  }

  #callRoot(event: "onConnect" | "onDisconnect"): void {
    this.engine.runHandler("handler", event, this.page[NODE], () => this.page[event]?.());
  }

  // ---- errors -----------------------------------------------------------------------------------------

  /** @internal Reports a refused command or message of the client. */
  reportRefused(error: unknown): void {
    const { onRefused } = this.#options;
    if (!isInstance(error, RunletError)) this.engine.funnel.report(error, "tree", "receive", this.page[NODE]);
    else if (onRefused !== undefined)
      this.engine.funnel.run("tree", "onRefused", this.page[NODE], () => onRefused(error));
    else this.#warn(`${error.code}: ${messageOf(error)}`);
  }

  #warn(warning: string): void {
    this.#log.warn(`[runlet] ${this.id}: ${warning}`);
  }

  #unhandled(error: unknown, place: ErrorPlace, id: string): void {
    this.#report(error, place, id);
    // A box shows these errors where they happened.
    if (this.#state !== "open" || place.name === "build" || place.name === this.page.treeCheck?.name) return;
    this.#postNotice({ id, path: place.path, message: messageOf(error) });
  }

  #report(error: unknown, place: ErrorPlace, id: string): void {
    const { onUnhandled } = this.#options;
    const log = (what: unknown, name: string): void =>
      this.#log.error(`[runlet] ${this.id}: error ${id} in ${place.kind} ${name} of ${place.path}:`, what);
    if (onUnhandled === undefined) return log(error, shorten(place.name, MAX_NAME));
    try {
      onUnhandled(error, place);
    } catch (failure) {
      log(error, shorten(place.name, MAX_NAME));
      log(failure, "onUnhandled");
    }
  }

  /** Notifies the person of a refusal that the person did not cause. */
  #notify({ code: id, message }: RunletError, node: Node): void {
    this.#postNotice({ id, path: pathOf(node), message });
  }

  /** Shows an error to the person: the details in development, otherwise only the id. */
  #postNotice(error: ErrorNotice): void {
    this.link.post({ type: "notice", error: this.#options.isDevelopment === true ? error : { id: error.id } });
  }

  // ---- end --------------------------------------------------------------------------------------------

  /**
   * Ends the session. Events stop, `onClose` runs, controls are unmounted with children first, and everything else that
   * was alive ends. The client is notified last. It is safe to call this twice, and errors of the app's code do not
   * stop it.
   */
  close(code: number = CloseCode.gone, reason = "the session has ended"): void {
    if (this.#state === "closed") return;
    const wasOpen = this.#state === "open";
    this.#state = "closed";
    const connection = this.link.end();
    this.engine.stop();
    if (wasOpen) {
      this.engine.funnel.run("handler", "onClose", this.page[NODE], () => this.page.onClose?.());
      this.engine.dispose();
    }
    this.engine.funnel.run("teardown", "disposeRoot", this.page[NODE], () => this.#options.disposeRoot?.(this.page));
    connection?.close(code, reason);
    this.#options.onEnd?.();
  }
}
