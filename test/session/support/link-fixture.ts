import { BehaviorSubject } from "rxjs";
import type { SessionMessage } from "../../../src/core/link/client-messages.ts";
import { defaultLimits, type Limits } from "../../../src/core/link/limits.ts";
import type { ConnectionLink, LinkConnection } from "../../../src/core/link/link-connection.ts";
import { ServerLink } from "../../../src/core/link/server-link.ts";
import type { LinkSource, ServerLinkEvents } from "../../../src/core/link/server-link-options.ts";
import {
  type Command,
  PROTOCOL_VERSION,
  type Resume,
  type ServerMessage,
  type Update,
  type UpdateContent,
  type Welcome,
} from "../../../src/protocol/messages.ts";
import type { Operation } from "../../../src/protocol/patch.ts";
import { VirtualClock } from "../../../src/testing/virtual-clock.ts";

/** A clock on which the end of a turn is virtual, too. */
export class TurnClock extends VirtualClock {
  override turnEnd(callback: () => void): void {
    this.after(0, callback);
  }
}

/** The owner of a link, in the place of a session. Its state is a growing list of values. */
export class FakeOwner implements LinkSource, ServerLinkEvents {
  readonly values: string[] = [];
  /** Events of the link, and the numbers of the commands that were run. */
  readonly log: (string | number)[] = [];
  readonly clock: TurnClock = new TurnClock(0);
  readonly link: ServerLink;
  isFlushRunning = false;
  /** Approximate bytes of all documents. */
  readonly bytes: number = 1024 * 1024;
  /** Called by `run`. */
  onCommand: (command: Command) => void = () => {};
  /** Called by `reconnected`. */
  onReconnected: () => void = () => {};
  #sent = 0;
  #isUpdateRequested = false;
  #isFirst = true;

  constructor(options: { readonly limits?: Partial<Limits>; readonly maxUpdatesPerSecond?: number } = {}) {
    const { maxUpdatesPerSecond } = options;
    const limits = { ...defaultLimits, ...options.limits };
    this.link = new ServerLink({
      session: "S",
      clock: this.clock,
      limits,
      maxUpdatesPerSecond,
      source: this,
      commands: this,
      events: this,
    });
  }

  /** Adds a value, and sends it. */
  add(value: string): void {
    this.values.push(value);
    this.link.send();
  }

  resetUnsendable(): boolean {
    return false;
  }
  failed(error: unknown): void {
    throw error;
  }
  started(): void {
    this.log.push("started");
    this.add("start");
  }
  resized(): void {}
  renewed(): void {}
  reconnected(): void {
    this.log.push("reconnected");
    this.onReconnected();
  }
  disconnected(): void {
    this.log.push("disconnected");
  }
  abandoned(): void {
    this.log.push("abandoned");
  }
  finished(): void {
    this.log.push("finished");
  }
  run(command: Command): void {
    this.log.push(command.cmd);
    this.onCommand(command);
  }
  refused(error: unknown): void {
    this.log.push(String(error));
  }
  isReady(): boolean {
    return this.log.includes("started");
  }
  isFlushing(): boolean {
    return this.isFlushRunning;
  }
  drain(): UpdateContent | undefined {
    const from = this.#sent;
    this.#sent = this.values.length;
    const ops: Operation[] = this.#isFirst
      ? [{ op: "replace", path: "", value: { ...this.values } }]
      : this.values.slice(from).map((value, at) => ({ op: "add", path: `/${from + at}`, value }));
    this.#isFirst = false;
    return ops.length === 0 ? undefined : { ops };
  }
  reset(): void {
    this.log.push("reset");
    this.#isFirst = true;
  }
  hasChanges(): boolean {
    return this.#isFirst || this.#sent < this.values.length;
  }
  requestUpdate(): void {
    if (this.#isUpdateRequested) return;
    this.#isUpdateRequested = true;
    this.clock.turnEnd(() => {
      this.#isUpdateRequested = false;
      const { seq } = this.link;
      this.link.send();
      if (this.link.seq > seq) this.log.push("sent at the end of the turn");
    });
  }
}

/** A connection that keeps what is sent over it. */
export class FakeConnection implements LinkConnection {
  readonly sent: ServerMessage[] = [];
  readonly writable$: BehaviorSubject<boolean> = new BehaviorSubject(true);
  readonly transport: LinkConnection["transport"];
  readonly instance: undefined;
  /** Code with which the connection was closed. */
  code: number | undefined;
  /** Called with each message. Inside one process, a client answers before `send` returns. */
  onMessage: (message: ServerMessage) => void = () => {};
  #link: ConnectionLink | undefined;

  constructor() {
    this.transport = {
      writable$: this.writable$,
      send: (message) => {
        this.sent.push(message);
        this.onMessage(message);
        return JSON.stringify(message).length;
      },
    };
  }

  get welcome(): Welcome {
    return this.sent[0] as Welcome;
  }

  get updates(): Update[] {
    return this.sent.filter((message) => message.type === "update");
  }

  /** Opens the connection to a link, for a new client or for one that resumes. */
  open(link: ServerLink, resume?: Omit<Resume, "session">): this {
    const hello = { type: "hello", protocol: PROTOCOL_VERSION } as const;
    link.opened(this, { ...hello, ...(resume !== undefined && { resume: { session: "S", ...resume } }) });
    return this;
  }

  /** Receives a message of the client. */
  receive(message: SessionMessage): void {
    this.#link?.receive(message);
  }

  /** Receives events with the given numbers. */
  command(...numbers: number[]): void {
    this.receive({ type: "commands", seq: 0, commands: numbers.map((cmd) => ({ cmd, id: 1, event: "click" })) });
  }

  /** Ends the connection. */
  end(code = 1006): void {
    this.#link?.closed(this, code);
  }

  attach(link: ConnectionLink): void {
    this.#link = link;
  }

  async isAlive(): Promise<boolean> {
    return true;
  }

  close(code: number): void {
    this.code = code;
    this.end(code);
  }
}
