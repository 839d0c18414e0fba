import {
  type ClientMessage,
  type Command,
  DEFAULT_MESSAGE_BYTES,
  type Hello,
  MAX_COMMANDS,
  type Notice,
  PROTOCOL_VERSION,
  type Resume,
  type ServerMessage,
  type Update,
  type Welcome,
} from "./messages.ts";
import { startDeadline, type Timers } from "./timers.ts";

/** Number of unacknowledged updates after which the client sends an acknowledgment at once. */
const UPDATES_PER_ACK = 50;
/** Delay of an acknowledgment of fewer updates, in milliseconds. */
const ACK_DELAY = 200;
/** Milliseconds that a missing update may take to arrive before the client asks for all updates after the gap. */
const GAP_TIMEOUT = 5000;
/** Maximum number of updates that wait behind a gap. */
const MAX_OUT_OF_ORDER = 100;
/** Milliseconds between two pings. */
const PING_INTERVAL = 15_000;
/** Number of pings in a row without any message from the server after which the server counts as unresponsive. */
const MAX_MISSED_PINGS = 2;
/** Milliseconds for the answer to a ping that was sent because the connection may have been lost. */
const CHECK_TIMEOUT = 3000;
/** Milliseconds for the answer to the `hello` message. */
const WELCOME_TIMEOUT = 10_000;

/** Callbacks of a {@link ClientLink}. */
export interface LinkEvents {
  /**
   * Called when a session starts or, with `resumed`, continues. A new session discards the state of the one before,
   * with all unacknowledged commands.
   */
  welcomed(welcome: Welcome): void;
  /** Called with each update once, in order. */
  updated(update: Update): void;
  noticed(notice: Notice): void;
  /** Called when the server does not answer, so that the connection must be replaced. */
  unresponsive(): void;
}

/** A command, and the number of the last update that the client had when it was made. */
interface MadeCommand {
  readonly seq: number;
  readonly command: Command;
}

/** Token for a session, which can be stored to continue the session after a reload of the client's page. */
export type ResumeToken = Pick<Resume, "session" | "secret">;

/** Options of a {@link ClientLink}. */
export interface LinkOptions {
  readonly timers: Timers;
  readonly events: LinkEvents;
  /** Secret name of this run of the client. No other client may know it. */
  readonly instance: string;
  readonly bundle?: string | undefined;
  /** Token of the session to continue. */
  readonly resumeToken?: ResumeToken | undefined;
  /** Whether the link checks by itself that the server still answers. Default `true`. */
  readonly heartbeat?: boolean;
}

/**
 * The client's half of the link that lets a session outlive its connections. Every update is applied once and in order,
 * and every command arrives once and in order, even if connections are lost.
 */
export class ClientLink {
  readonly #options: LinkOptions;
  #resumeToken: ResumeToken | undefined;
  #sendToConnection: ((message: ClientMessage) => void) | undefined;
  #isWelcome = false;
  #seq = 0;
  #ack = 0;
  #cmd = 0;
  /** Commands that the server has not acknowledged. */
  #unacked: MadeCommand[] = [];
  readonly #outOfOrder = new Map<number, Update>();
  /** Whether the client's state is unreliable, so that only a full snapshot of all documents is accepted. */
  #needsSnapshot = false;
  #reportedSeq = 0;
  #hasReceived = false;
  #missedPings = 0;
  readonly #timers = new Map<string, () => void>();
  /** Bytes that one message may have. */
  maxBytes: number = DEFAULT_MESSAGE_BYTES;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#resumeToken = options.resumeToken;
  }

  /** Number of the last update that the client has. */
  get seq(): number {
    return this.#seq;
  }

  /** Number of commands that the server has not acknowledged. */
  get unacked(): number {
    return this.#unacked.length;
  }

  // ---- the connection -----------------------------------------------------------------------------

  /** Starts using a new connection: sends `hello` over it. */
  opened(send: (message: ClientMessage) => void): void {
    this.closed();
    const { instance, bundle, events } = this.#options;
    this.#sendToConnection = send;
    this.#startTimer("welcome", WELCOME_TIMEOUT, () => events.unresponsive());
    send({
      type: "hello",
      protocol: PROTOCOL_VERSION,
      instance,
      ...(bundle !== undefined && { bundle }),
      ...(this.#resumeToken !== undefined && {
        resume: { ...this.#resumeToken, seq: this.#needsSnapshot ? 0 : this.#seq, cmd: this.#ack },
      }),
    });
  }

  /** Stops using the connection, because it has ended. */
  closed(): void {
    this.#sendToConnection = undefined;
    this.#isWelcome = false;
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  /** Checks whether the server still answers, because the connection may have been lost. */
  check(): void {
    if (!this.#isWelcome) return;
    this.#hasReceived = false;
    this.#sendMessage({ type: "ping", seq: this.#seq });
    this.#startTimer("check", CHECK_TIMEOUT, () => this.#hasReceived || this.#options.events.unresponsive());
  }

  /** Records that a part of a message has arrived, which shows that the server is there. */
  receivePart(): void {
    this.#hasReceived = true;
  }

  receive(message: ServerMessage): void {
    this.#hasReceived = true;
    if (message.type === "welcome") this.#welcome(message);
    // A transport that does not keep the order may deliver a message before the welcome. The server sends such a
    // message again.
    else if (!this.#isWelcome) return;
    else if (message.type === "update") this.#update(message);
    else if (message.type === "notice") this.#options.events.noticed(message);
    else if (message.type === "resend") this.#resend(message.cmd);
    else {
      this.#resend(message.cmd);
      if (message.seq > this.#seq) this.#requestResend();
    }
  }

  #welcome(welcome: Welcome): void {
    const { session, secret, resumed, cmd, maxBytes = DEFAULT_MESSAGE_BYTES } = welcome;
    this.maxBytes = maxBytes;
    this.#stopTimer("welcome");
    if (this.#isWelcome) return;
    if (!resumed) {
      this.#seq = this.#ack = this.#cmd = this.#reportedSeq = 0;
      this.#unacked = [];
      this.#outOfOrder.clear();
      this.#needsSnapshot = false;
    }
    this.#resumeToken = { session, secret };
    this.#isWelcome = true;
    this.#cmd = Math.max(this.#cmd, cmd);
    this.#options.events.welcomed(welcome);
    // This message makes the new secret valid and the old one invalid.
    this.#sendMessage({ type: "ack", seq: this.#seq });
    this.#resend(cmd);
    if (this.#outOfOrder.size > 0) this.#awaitMissing();
    if (this.#options.heartbeat !== false) this.#startHeartbeat();
  }

  #startHeartbeat(): void {
    const beat = (missedPings: number): void => {
      this.#missedPings = missedPings;
      if (missedPings >= MAX_MISSED_PINGS) return this.#options.events.unresponsive();
      this.#hasReceived = false;
      this.#sendMessage({ type: "ping", seq: this.#seq });
      this.#startHeartbeat();
    };
    const missed = (): void => beat(this.#hasReceived ? 0 : this.#missedPings + 1);
    // A page whose timers are throttled pings whenever it can.
    const start: typeof startDeadline = (timers, ms, run) => startDeadline(timers, ms, run, () => beat(0));
    this.#startTimer("beat", PING_INTERVAL, missed, start);
  }

  // ---- updates ------------------------------------------------------------------------------------

  #update(update: Update): void {
    if (update.seq <= this.#seq) return;
    const isWhole = isSnapshot(update);
    if (this.#needsSnapshot && !isWhole) return;
    if (!isWhole && update.seq > this.#seq + 1) {
      if (this.#outOfOrder.size < MAX_OUT_OF_ORDER) this.#outOfOrder.set(update.seq, update);
      if (!this.#timers.has("gap")) this.#awaitMissing();
      return;
    }
    this.#applyUpdate(update);
    for (let next = this.#nextInOrder(); next !== undefined; next = this.#nextInOrder()) this.#applyUpdate(next);
    for (const seq of this.#outOfOrder.keys()) if (seq <= this.#seq) this.#outOfOrder.delete(seq);
    if (this.#outOfOrder.size === 0) this.#stopTimer("gap");
  }

  /** Returns the held update that is next in order. */
  #nextInOrder(): Update | undefined {
    return this.#needsSnapshot ? undefined : this.#outOfOrder.get(this.#seq + 1);
  }

  #applyUpdate(update: Update): void {
    this.#needsSnapshot = false;
    this.#seq = update.seq;
    this.#dropAcknowledged(update.ack);
    this.#ack = Math.max(this.#ack, update.ack);
    this.#options.events.updated(update);
    if (this.#seq - this.#reportedSeq >= UPDATES_PER_ACK) this.#sendMessage({ type: "ack", seq: this.#seq });
    else if (!this.#timers.has("ack") && this.#seq > this.#reportedSeq) {
      const sendAck = (): void => this.#sendMessage({ type: "ack", seq: this.#seq });
      this.#startTimer("ack", ACK_DELAY, sendAck, (timers, ms, run) => timers.after(ms, run));
    }
  }

  /** Requests all documents, because the client's state is unreliable. */
  resync(): void {
    this.#needsSnapshot = true;
    this.#requestResend();
  }

  #requestResend(): void {
    this.#sendMessage({ type: "resend", seq: this.#needsSnapshot ? 0 : this.#seq });
    this.#awaitMissing();
  }

  #awaitMissing(): void {
    this.#startTimer("gap", GAP_TIMEOUT, () => this.#requestResend());
  }

  // ---- commands -----------------------------------------------------------------------------------

  /** Returns the number of the next command. */
  nextCommandNumber(): number {
    return ++this.#cmd;
  }

  /** Sends commands now, or when there is a connection. They must be in the order of their numbers. */
  send(commands: readonly Command[]): void {
    const made = commands.map((command) => ({ seq: this.#seq, command }));
    this.#unacked.push(...made);
    if (this.#isWelcome) this.#transmit(made);
  }

  #resend(cmd: number): void {
    this.#dropAcknowledged(cmd);
    this.#transmit([...this.#unacked]);
  }

  #dropAcknowledged(cmd: number): void {
    while (this.#unacked[0] !== undefined && this.#unacked[0].command.cmd <= cmd) this.#unacked.shift();
  }

  #transmit(made: readonly MadeCommand[]): void {
    let bytes = 0;
    let part: { type: "commands"; seq: number; commands: Command[] } | undefined;
    for (const { seq, command } of made) {
      // A UTF-16 code unit has at most 3 bytes. What is larger than a message is sent alone.
      const size = JSON.stringify(command).length * 3;
      bytes += size;
      if (part?.seq !== seq || part.commands.length === MAX_COMMANDS || bytes > this.maxBytes) {
        if (part !== undefined) this.#sendMessage(part);
        part = { type: "commands", seq, commands: [] };
        bytes = size;
      }
      part.commands.push(command);
    }
    if (part !== undefined) this.#sendMessage(part);
  }

  #sendMessage(message: Exclude<ClientMessage, Hello>): void {
    this.#reportedSeq = Math.max(this.#reportedSeq, message.seq);
    if (this.#reportedSeq === this.#seq) this.#stopTimer("ack");
    this.#sendToConnection?.(message);
  }

  // ---- time ---------------------------------------------------------------------------------------

  /** Starts a timer after which the server counts as silent, or an update as lost. `start` makes another timer. */
  #startTimer(name: string, ms: number, missed: () => void, start: typeof startDeadline = startDeadline): void {
    this.#stopTimer(name);
    const cancel = start(this.#options.timers, ms, () => {
      this.#timers.delete(name);
      missed();
    });
    this.#timers.set(name, cancel);
  }

  #stopTimer(name: string): void {
    this.#timers.get(name)?.();
    this.#timers.delete(name);
  }
}

/** Returns whether an update contains all documents. */
export function isSnapshot({ ops }: Pick<Update, "ops">): boolean {
  return ops[0]?.path === "";
}
