import type { Subscription } from "rxjs";
import {
  CloseCode,
  type Command,
  DEFAULT_MESSAGE_BYTES,
  type Hello,
  PROTOCOL_VERSION,
  type Resume,
  type ServerMessage,
  type Update,
  type UpdateContent,
  type Welcome,
} from "../../protocol/messages.ts";
import { quote, RunletError } from "../declaration/errors.ts";
import { badMessage, type SessionMessage } from "./client-messages.ts";
import { CommandReceiver } from "./command-receiver.ts";
import { FlowControl } from "./flow-control.ts";
import type { ConnectionLink, LinkConnection } from "./link-connection.ts";
import { RateLimiter } from "./rate-limiter.ts";
import { SessionSecrets } from "./secret.ts";
import type { ServerLinkOptions } from "./server-link-options.ts";

/** Size of a burst of resumes of one session. */
const RESUME_BURST = 50;
/** Approximate bytes of documents that take one whole time of `limits.snapshotsPerMinute`. */
const LARGE_SNAPSHOT = 512 * 1024;

/** Content of an update that has nothing new but its `ack`. */
const NO_CHANGES: UpdateContent = { ops: [] };

/**
 * The server's half of the link that lets a session outlive its connections. It knows which connection shows the
 * session. Every command runs once and in order, and every update arrives once and in order, even if connections are
 * lost. If the client cannot take an update now, its changes wait and are merged with later ones.
 */
export class ServerLink implements ConnectionLink {
  readonly #options: ServerLinkOptions;
  #state: "new" | "open" | "ended" = "new";
  #connection: LinkConnection | undefined;
  readonly #secrets = new SessionSecrets();
  readonly #resumeLimiter: RateLimiter;
  readonly #snapshotLimiter: RateLimiter;
  readonly #reloadLimiter: RateLimiter;
  readonly #flow: FlowControl;
  readonly #commands: CommandReceiver;
  #isWritable = true;
  #writableSubscription: Subscription | undefined;
  /** Whether the client gets the updates that it missed, so that no new one may be sent. */
  #isCatchingUp = false;
  /** Whether the client awaits an acknowledgment of its last commands. */
  #isAckDue = false;
  /** Number of the last update that the client had when it made the commands that run. */
  #made = 0;
  /** Run of the client that showed the session last. */
  #instance: string | undefined;

  constructor(options: ServerLinkOptions) {
    const { clock, commands, limits } = options;
    this.#options = options;
    this.#resumeLimiter = new RateLimiter(clock, limits.resumesPerSecond, RESUME_BURST);
    this.#snapshotLimiter = new RateLimiter(clock, limits.snapshotsPerMinute / 60, limits.snapshotsPerMinute);
    // Half of the reloads at once and half of them during a minute: no more than the limit in any minute.
    this.#reloadLimiter = new RateLimiter(clock, limits.snapshotsPerMinute / 120, limits.snapshotsPerMinute / 2);
    this.#flow = new FlowControl(options, () => {
      this.send();
      options.events.resized();
    });
    const run = (command: Command): void => {
      // The handler of an earlier command may have sent its ack.
      this.#isAckDue = true;
      commands.run(command, this.#made);
    };
    const requestResend = (cmd: number): void => this.post({ type: "resend", cmd });
    this.#commands = new CommandReceiver({ clock, limits, run, requestResend });
  }

  /** Connection that shows the session now. */
  get connection(): LinkConnection | undefined {
    return this.#connection;
  }

  /** Number of the last update. */
  get seq(): number {
    return this.#flow.seq;
  }

  /** Bytes of the updates that are kept to be sent again. */
  get unackedBytes(): number {
    return this.#flow.bytes;
  }

  // ---- the connection -----------------------------------------------------------------------------

  /** Returns whether a secret gives access to the session: the client's one, or the new one that was just sent. */
  acceptsSecret(secret: string): boolean {
    return this.#secrets.accepts(secret);
  }

  /**
   * Returns whether the client may resume now. A client that needs all documents, as after a reload, may do so less
   * often, because a short message makes the server send a large one. Throws `bad-message` for numbers that the session
   * never had.
   */
  tryResume({ seq, cmd }: Resume): boolean {
    if (seq > this.seq) throw badMessage(`"resume.seq" must be an update that was sent, not ${quote(seq)}`);
    if (cmd > this.#commands.last) throw badMessage(`"resume.cmd" must be a command that came, not ${quote(cmd)}`);
    if (!this.#resumeLimiter.tryAcquire()) return false;
    if (this.#flow.after(seq) !== undefined) return true;
    // A person may reload a small page several times in a row.
    return this.#reloadLimiter.tryAcquire(Math.min(1, this.#options.source.bytes / LARGE_SNAPSHOT));
  }

  /**
   * Starts using a connection, for the first time or again. First the welcome is sent, then the updates that the client
   * missed, then one update with all other changes.
   */
  opened(connection: LinkConnection, { resume, instance }: Hello): void {
    const { events } = this.#options;
    this.#replaceConnection();
    if (this.#state === "ended") return connection.close(CloseCode.gone, "the session has ended");
    this.#connection = connection;
    this.#isCatchingUp = true;
    connection.attach(this);
    connection.transport.send(this.#makeWelcome(resume));
    // The client's answer may arrive before `send` returns, and may end the connection.
    const isCurrent = (): boolean => this.#connection === connection;
    if (!isCurrent()) return;
    const { writable$ } = connection.transport;
    this.#writableSubscription = writable$.subscribe((isWritable) => this.#setWritable(isWritable));
    const isOther = instance === undefined || instance !== this.#instance;
    this.#instance = instance;
    if (this.#state === "new" || resume === undefined) {
      this.#state = "open";
      this.#isCatchingUp = false;
      return events.started();
    }
    if (resume.cmd < this.#commands.last) this.#isAckDue = true;
    this.#resendAfter(resume.seq);
    if (isCurrent() && isOther) events.renewed();
    if (isCurrent()) events.reconnected();
    if (isCurrent()) this.#endCatchUp();
  }

  #makeWelcome(resume: Resume | undefined): Welcome {
    const { session, boot, owner, limits } = this.#options;
    return {
      type: "welcome",
      protocol: PROTOCOL_VERSION,
      session,
      secret: this.#secrets.renew(resume?.secret),
      resumed: this.#state === "open",
      cmd: this.#commands.last,
      ...(limits.messageBytes !== DEFAULT_MESSAGE_BYTES && { maxBytes: limits.messageBytes }),
      ...(boot !== undefined && { boot }),
      ...(owner !== undefined && { owner }),
    };
  }

  /** Stops using a connection, because it has ended. The `code` 1000 means that the client is done with the session. */
  closed(connection: LinkConnection, code: number | undefined): void {
    if (this.#connection !== connection) return;
    const { events } = this.#options;
    this.#detach();
    if (code === 1000 || this.#state === "new") return events.finished();
    events.disconnected();
    if (this.#state === "open" && this.#connection === undefined) events.abandoned();
  }

  /** Ends the link with its session. Returns the connection, so that it can be closed after the last hooks have run. */
  end(): LinkConnection | undefined {
    this.#state = "ended";
    this.#commands.end();
    return this.#detach();
  }

  /** Closes the old connection, if there is one, before another one takes over. */
  #replaceConnection(): void {
    const old = this.#detach();
    if (old === undefined) return;
    old.close(CloseCode.replaced, "another connection shows the session now");
    this.#options.events.disconnected();
  }

  #detach(): LinkConnection | undefined {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#writableSubscription?.unsubscribe();
    this.#isWritable = true;
    this.#isCatchingUp = false;
    this.#flow.resetPace();
    return connection;
  }

  /** Handles a message that was checked. It proves that the new secret has arrived, so the old one becomes invalid. */
  receive(message: SessionMessage): void {
    if (this.#state !== "open") return;
    if (!this.#secrets.isConfirmed) this.#secrets.confirm();
    const { type, seq } = message;
    if (seq > this.seq) throw badMessage(`"seq" must be an update that was sent, not ${quote(seq)}`);
    if (type === "resend") return this.#resend(seq);
    this.#acknowledge(seq);
    if (type === "ping") this.post({ type: "pong", seq: this.seq, cmd: this.#commands.last });
    else if (type === "commands") this.#receiveCommands(message.commands, seq);
  }

  /** Reports a message that was refused. Its connection is closed. */
  refused(error: unknown): void {
    this.#options.events.refused(error);
  }

  /** Sends a message that is no update. Without a connection that can send, the message is dropped. */
  post(message: ServerMessage): void {
    try {
      this.#connection?.transport.send(message);
    } catch {
      // The message may be the report of an error, so a failure of the transport must not be reported again.
    }
  }

  // ---- updates ------------------------------------------------------------------------------------

  /** Sends one update, if the client lacks something or awaits an `ack`, and can receive it now. */
  send(): void {
    const { source } = this.#options;
    const connection = this.#connection;
    if (connection === undefined || this.#isCatchingUp || !this.#isWritable || this.#flow.isFull) return;
    if (!source.isReady() || !(this.#isAckDue || source.hasChanges()) || this.#flow.isTooSoon()) return;
    const seq = this.seq + 1;
    const ack = this.#commands.last;
    const content = source.drain(seq, ack);
    if (content === undefined && !this.#isAckDue) return;
    this.#isAckDue = false;
    const update: Update = { type: "update", seq, ack, ...(content ?? NO_CHANGES) };
    // The update is kept before it is sent, because inside one process the answer comes at once.
    this.#flow.add(update);
    try {
      const bytes = connection.transport.send(update);
      if (typeof bytes === "number") this.#flow.setSize(seq, bytes);
    } catch (error) {
      this.#recover(error);
    }
  }

  /** Handles an update that could not be sent. If one of its values is the reason, all documents are sent without it. */
  #recover(error: unknown): void {
    const { source } = this.#options;
    if (!source.resetUnsendable()) return source.failed(error);
    this.#isAckDue = true;
    source.reset();
    this.send();
  }

  /** Sends an update, because the client can receive again. A running flush sends at its end. */
  #sendUnlessFlushing(): void {
    if (!this.#options.source.isFlushing()) this.send();
  }

  #setWritable(isWritable: boolean): void {
    this.#isWritable = isWritable;
    if (isWritable) this.#sendUnlessFlushing();
  }

  #acknowledge(seq: number): void {
    const wasFull = this.#flow.isFull;
    this.#flow.acknowledge(seq);
    if (wasFull && !this.#flow.isFull) this.#sendUnlessFlushing();
    this.#options.events.resized();
  }

  #resend(seq: number): void {
    // What was sent waits in the socket, and arrives in order. A client that still lacks it then asks again.
    if (!this.#isWritable) return;
    if (!this.#resumeLimiter.tryAcquire()) throw new RunletError("too-many", "A client asked too often for updates.");
    if (this.#flow.after(seq) === undefined && !this.#snapshotLimiter.tryAcquire()) {
      throw new RunletError("too-many", "A client asked too often for all documents.");
    }
    this.#isAckDue = true;
    this.#isCatchingUp = true;
    this.#resendAfter(seq);
    this.#endCatchUp();
  }

  /**
   * Sends the updates after `seq` again, the last one that the client has. If some are no longer kept, the next update
   * has all documents.
   */
  #resendAfter(seq: number): void {
    const missed = this.#flow.after(seq);
    if (missed !== undefined) {
      this.#flow.acknowledge(seq);
      if (this.#hasResent(missed)) return;
    }
    this.#flow.acknowledge(this.seq);
    this.#options.source.reset();
  }

  /** Sends updates again. Returns false if one cannot be sent any more: a proxy in it may have been revoked meanwhile. */
  #hasResent(missed: readonly Update[]): boolean {
    try {
      for (const update of missed) this.#connection?.transport.send(update);
      return true;
    } catch {
      return false;
    }
  }

  #endCatchUp(): void {
    this.#isCatchingUp = false;
    this.#sendUnlessFlushing();
  }

  // ---- commands -----------------------------------------------------------------------------------

  #receiveCommands(commands: readonly Command[], made: number): void {
    this.#isAckDue = true;
    this.#made = made;
    this.#commands.receive(commands);
    // The client gets its ack even if nothing changed.
    if (this.#isAckDue) this.#options.source.requestUpdate();
  }
}
