import { CloseCode, type Hello, PROTOCOL_VERSION, type ServerMessage } from "../protocol/messages.ts";
import type { Connection } from "./connection.ts";
import type { Inbox } from "./inbox.ts";
import { NODE } from "./node.ts";
import { Rate } from "./rate.ts";
import { isSecret, makeSecret } from "./secret.ts";
import type { Sender } from "./sender.ts";
import type { Session } from "./session.ts";

/** Resumes at once of one session. */
const RESUME_BURST = 50;

/** Who shows a session: one connection or none, and what opens it to the next. */
export class Presence {
  readonly #session: Session;
  readonly #inbox: Inbox;
  readonly #sender: Sender;
  /** How often it may be resumed. */
  readonly resumes: Rate;
  #connection: Connection | undefined;
  /** What opens the session, and what will from the client's next message on. */
  #secret: string | undefined;
  #offered: string | undefined;

  constructor(session: Session, inbox: Inbox, sender: Sender) {
    this.#session = session;
    this.#inbox = inbox;
    this.#sender = sender;
    this.resumes = new Rate(session.clock, session.limits.resumesPerSecond, RESUME_BURST);
  }

  /** The connection that shows the session now. */
  get connection(): Connection | undefined {
    return this.#connection;
  }

  /** The number of the last command that came. */
  get lastCommand(): number {
    return this.#inbox.lastCommand;
  }

  /** Whether a secret opens the session: the one that the client has, or the one that it is being given. */
  opens(secret: string): boolean {
    const [isOld, isNew] = [isSecret(secret, this.#secret), isSecret(secret, this.#offered)];
    return isOld || isNew;
  }

  /** A client shows the session from now on, for the first time or again. */
  attach(connection: Connection, { instance, resume }: Hello): void {
    const { id, options, hasStarted } = this.#session;
    const { boot, isDevelopment } = options;
    this.#replace();
    if (hasStarted && !this.#session.isOpen) return connection.close(CloseCode.gone, "the session has ended");
    if (resume !== undefined && isSecret(resume.secret, this.#offered)) this.#secret = this.#offered;
    this.#offered = makeSecret();
    this.#connection = connection;
    connection.attach(this.#session, instance);
    this.post({
      type: "welcome",
      protocol: PROTOCOL_VERSION,
      session: id,
      secret: this.#offered,
      resumed: hasStarted,
      cmd: this.#inbox.lastCommand,
      ...(isDevelopment === true && boot !== undefined && { boot }),
    });
    this.#sender.attach(connection.transport);
    if (!hasStarted || resume === undefined) return this.#session.start();
    if (resume.cmd < this.#inbox.lastCommand) this.#inbox.isAckDue = true;
    this.#sender.resume(resume.seq);
    this.#tell("onConnect");
  }

  /** A connection that showed the session has ended. `code` 1000: the client needs it no more. */
  lost(connection: Connection, code: number | undefined): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    this.#sender.attach(undefined);
    const { onAway } = this.#session.options;
    if (code === 1000 || onAway === undefined) return this.#session.close();
    this.#tell("onDisconnect");
    if (this.#session.isOpen && this.#connection === undefined) onAway();
  }

  setWritable(connection: Connection, isWritable: boolean): void {
    if (this.#connection === connection) this.#sender.setWritable(isWritable);
  }

  /** A message of the client's, as data: so it has its new secret, and the old one opens nothing any more. */
  receive(message: unknown): void {
    if (!this.#session.isOpen) return;
    this.#secret = this.#offered;
    this.#inbox.receive(message);
  }

  /** Sends what is not part of any update; to nobody, where nobody is connected. */
  post(message: ServerMessage): void {
    this.#connection?.transport.send(message);
  }

  /** The session is ending: the result tells its client, once all has ended. */
  end(): Connection | undefined {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#sender.attach(undefined);
    return connection;
  }

  /** What was shown by a connection that is as good as dead is lost by it, before another shows it. */
  #replace(): void {
    const old = this.end();
    if (old === undefined) return;
    old.close(CloseCode.replaced, "another connection shows the session now");
    this.#tell("onDisconnect");
  }

  #tell(event: "onConnect" | "onDisconnect"): void {
    const { page } = this.#session;
    this.#session.runHandler("handler", event, page[NODE], () => page[event]?.() as void);
  }
}
