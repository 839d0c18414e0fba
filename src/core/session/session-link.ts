import { CloseCode, type Hello, PROTOCOL_VERSION, type ServerMessage } from "../../protocol/messages.ts";
import { NODE } from "../tree/node.ts";
import type { Connection } from "./connection.ts";
import type { Inbox } from "./inbox.ts";
import { RateLimiter } from "./rate-limiter.ts";
import { isSecret, makeSecret } from "./secret.ts";
import type { Sender } from "./sender.ts";
import type { Session } from "./session.ts";

/** Size of a burst of resumes of one session. */
const RESUME_BURST = 50;

/**
 * The server's half of the link between a session and its client. It holds the current connection, if there is one, and
 * the secret for the next connection.
 */
export class SessionLink {
  readonly #session: Session;
  readonly #inbox: Inbox;
  readonly #sender: Sender;
  /** Limit on how often the session may be resumed. */
  readonly resumeLimiter: RateLimiter;
  #connection: Connection | undefined;
  /** Secret that the client is known to have. */
  #secret: string | undefined;
  /** Secret that was sent last. It replaces `#secret` when the next message of the client arrives. */
  #nextSecret: string | undefined;

  constructor(session: Session, inbox: Inbox, sender: Sender) {
    this.#session = session;
    this.#inbox = inbox;
    this.#sender = sender;
    this.resumeLimiter = new RateLimiter(session.clock, session.limits.resumesPerSecond, RESUME_BURST);
  }

  /** Connection that shows the session now. */
  get connection(): Connection | undefined {
    return this.#connection;
  }

  /** Number of the last command that arrived. */
  get lastCommand(): number {
    return this.#inbox.lastCommand;
  }

  /**
   * Returns whether a secret gives access to the session: the one that the client has, or the new one that was just
   * sent.
   */
  acceptsSecret(secret: string): boolean {
    const [isOld, isNew] = [isSecret(secret, this.#secret), isSecret(secret, this.#nextSecret)];
    return isOld || isNew;
  }

  /** Connects a client to the session, for the first time or again. */
  open(connection: Connection, { instance, resume }: Hello): void {
    const { id, options, hasStarted } = this.#session;
    const { boot, isDevelopment } = options;
    this.#replaceConnection();
    if (hasStarted && !this.#session.isOpen) return connection.close(CloseCode.gone, "the session has ended");
    if (resume !== undefined && isSecret(resume.secret, this.#nextSecret)) this.#secret = this.#nextSecret;
    this.#nextSecret = makeSecret();
    this.#connection = connection;
    connection.openSession(this.#session, instance);
    this.post({
      type: "welcome",
      protocol: PROTOCOL_VERSION,
      session: id,
      secret: this.#nextSecret,
      resumed: hasStarted,
      cmd: this.#inbox.lastCommand,
      ...(isDevelopment === true && boot !== undefined && { boot }),
    });
    this.#sender.setTransport(connection.transport);
    if (!hasStarted || resume === undefined) return this.#session.start();
    if (resume.cmd < this.#inbox.lastCommand) this.#inbox.isAckDue = true;
    this.#sender.resume(resume.seq);
    this.#callPageHandler("onConnect");
  }

  /** Handles the end of a connection. The `code` 1000 means that the client no longer needs the session. */
  connectionClosed(connection: Connection, code: number | undefined): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    this.#sender.setTransport(undefined);
    const { onAway } = this.#session.options;
    if (code === 1000 || onAway === undefined) return this.#session.close();
    this.#callPageHandler("onDisconnect");
    if (this.#session.isOpen && this.#connection === undefined) onAway();
  }

  setWritable(connection: Connection, isWritable: boolean): void {
    if (this.#connection === connection) this.#sender.setWritable(isWritable);
  }

  /**
   * Handles a message from the client. The message proves that the new secret has arrived, so the old secret becomes
   * invalid.
   */
  receive(message: unknown): void {
    if (!this.#session.isOpen) return;
    this.#secret = this.#nextSecret;
    this.#inbox.receive(message);
  }

  /** Sends a message outside of any update. Without a connection, the message is dropped. */
  post(message: ServerMessage): void {
    this.#connection?.transport.send(message);
  }

  /**
   * Detaches the connection because the session ends. Returns it, so that it can be closed after the last hooks have
   * run.
   */
  close(): Connection | undefined {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#sender.setTransport(undefined);
    return connection;
  }

  /** Closes the old connection, if there is one, and notifies the app before another connection takes over. */
  #replaceConnection(): void {
    const old = this.close();
    if (old === undefined) return;
    old.close(CloseCode.replaced, "another connection shows the session now");
    this.#callPageHandler("onDisconnect");
  }

  #callPageHandler(event: "onConnect" | "onDisconnect"): void {
    const { page } = this.#session;
    this.#session.runHandler("handler", event, page[NODE], () => page[event]?.() as void);
  }
}
