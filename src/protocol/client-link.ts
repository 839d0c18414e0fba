import {
  type ClientMessage,
  type Command,
  MOST_COMMANDS,
  type Notice,
  PROTOCOL_VERSION,
  type Resume,
  type ServerMessage,
  type Update,
  type Welcome,
} from "./messages.ts";

/**
 * Number of updates after which the client sends an acknowledgment, and milliseconds after which it sends one anyway.
 */
const UPDATES_PER_ACK = 50;
const ACK_DELAY = 200;
/** Milliseconds that a missing update may take to arrive before the client asks for all updates after the gap. */
const GAP_TIME = 5000;
/** Maximum number of updates that wait behind a gap. */
const MOST_HELD = 100;
/** Milliseconds between two pings, and how many in a row may pass without any message from the server. */
const PING_INTERVAL = 15_000;
const MOST_MISSED = 2;
/** Milliseconds for the answer to a ping that was sent because the connection may have been lost. */
const CHECK_TIME = 3000;
/** Milliseconds for the answer to the `hello` message. */
const WELCOME_TIME = 10_000;

/** The client's clock, in milliseconds. */
export interface Timers {
  now(): number;
  /** Calls `run` once, `ms` milliseconds from now. Returns a function that cancels it. */
  after(ms: number, run: () => void): () => void;
}

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
  /** Called when the server does not answer, so that the connection is of no use. */
  silent(): void;
}

/** Token for a session, which can be stored to continue the session after a reload of the client's page. */
export type Ticket = Pick<Resume, "session" | "secret">;

export interface LinkOptions {
  readonly timers: Timers;
  readonly events: LinkEvents;
  /** Secret name of this run of the client. No other client may know it. */
  readonly instance: string;
  readonly bundle?: string | undefined;
  /** Token of the session to continue. */
  readonly ticket?: Ticket | undefined;
  /** Whether the link checks by itself that the server still answers. Default `true`. */
  readonly heartbeat?: boolean;
}

/**
 * The client's half of the link that lets a session outlive its connections. Every update is applied once and in order,
 * and every command arrives once and in order, even if connections are lost.
 */
export class ClientLink {
  readonly #options: LinkOptions;
  #ticket: Ticket | undefined;
  #send: ((message: ClientMessage) => void) | undefined;
  #isWelcome = false;
  #seq = 0;
  #ack = 0;
  #cmd = 0;
  #unacked: Command[] = [];
  readonly #held = new Map<number, Update>();
  /** Whether the client's state is unreliable, so that only a full snapshot of all documents is accepted. */
  #wantsAll = false;
  #toldSeq = 0;
  #hasHeard = false;
  #missed = 0;
  readonly #waiting = new Map<string, () => void>();

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#ticket = options.ticket;
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
    this.#send = send;
    this.#wait("welcome", WELCOME_TIME, () => events.silent());
    send({
      type: "hello",
      protocol: PROTOCOL_VERSION,
      instance,
      ...(bundle !== undefined && { bundle }),
      ...(this.#ticket !== undefined && {
        resume: { ...this.#ticket, seq: this.#wantsAll ? 0 : this.#seq, cmd: this.#ack },
      }),
    });
  }

  /** Stops using the connection, because it has ended. */
  closed(): void {
    this.#send = undefined;
    this.#isWelcome = false;
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  /** Checks whether the server still answers, because the connection may have been lost. */
  check(): void {
    if (!this.#isWelcome) return;
    this.#hasHeard = false;
    this.#tell({ type: "ping", seq: this.#seq });
    this.#wait("check", CHECK_TIME, () => this.#hasHeard || this.#options.events.silent());
  }

  receive(message: ServerMessage): void {
    this.#hasHeard = true;
    if (message.type === "welcome") this.#welcome(message);
    // A transport that keeps no order may deliver this before the welcome. The server will send it again.
    else if (!this.#isWelcome) return;
    else if (message.type === "update") this.#update(message);
    else if (message.type === "notice") this.#options.events.noticed(message);
    else if (message.type === "resend") this.#resend(message.cmd);
    else {
      this.#resend(message.cmd);
      if (message.seq > this.#seq) this.#ask();
    }
  }

  #welcome(welcome: Welcome): void {
    const { session, secret, resumed, cmd } = welcome;
    this.#stop("welcome");
    if (this.#isWelcome) return;
    if (!resumed) {
      this.#seq = this.#ack = this.#cmd = this.#toldSeq = 0;
      this.#unacked = [];
      this.#held.clear();
      this.#wantsAll = false;
    }
    this.#ticket = { session, secret };
    this.#isWelcome = true;
    this.#cmd = Math.max(this.#cmd, cmd);
    this.#options.events.welcomed(welcome);
    // This message makes the new secret valid and the old one invalid.
    this.#tell({ type: "ack", seq: this.#seq });
    this.#resend(cmd);
    if (this.#held.size > 0) this.#wait("gap", GAP_TIME, () => this.#ask());
    if (this.#options.heartbeat !== false) this.#beat();
  }

  #beat(): void {
    const { timers, events } = this.#options;
    const due = timers.now() + PING_INTERVAL;
    this.#wait("beat", PING_INTERVAL, () => {
      // The timer was late: the page slept, or it is hidden and its timers are throttled. Messages that have arrived
      // may still be unread, so this does not count as missed.
      const isLate = timers.now() - due > PING_INTERVAL / 3;
      this.#missed = this.#hasHeard || isLate ? 0 : this.#missed + 1;
      if (this.#missed >= MOST_MISSED) return events.silent();
      this.#hasHeard = false;
      this.#tell({ type: "ping", seq: this.#seq });
      this.#beat();
    });
  }

  // ---- updates ------------------------------------------------------------------------------------

  #update(update: Update): void {
    if (update.seq <= this.#seq) return;
    const isAll = hasAll(update);
    if (this.#wantsAll && !isAll) return;
    if (!isAll && update.seq > this.#seq + 1) {
      if (this.#held.size < MOST_HELD) this.#held.set(update.seq, update);
      if (!this.#waiting.has("gap")) this.#wait("gap", GAP_TIME, () => this.#ask());
      return;
    }
    this.#take(update);
    for (let next = this.#next(); next !== undefined; next = this.#next()) this.#take(next);
    for (const seq of this.#held.keys()) if (seq <= this.#seq) this.#held.delete(seq);
    if (this.#held.size === 0) this.#stop("gap");
  }

  /** Returns the held update that is next in order. */
  #next(): Update | undefined {
    return this.#wantsAll ? undefined : this.#held.get(this.#seq + 1);
  }

  #take(update: Update): void {
    this.#wantsAll = false;
    this.#seq = update.seq;
    this.#acked(update.ack);
    this.#ack = Math.max(this.#ack, update.ack);
    this.#options.events.updated(update);
    if (this.#seq - this.#toldSeq >= UPDATES_PER_ACK) this.#tell({ type: "ack", seq: this.#seq });
    else if (!this.#waiting.has("ack") && this.#seq > this.#toldSeq) {
      this.#wait("ack", ACK_DELAY, () => this.#tell({ type: "ack", seq: this.#seq }));
    }
  }

  /** Requests all documents, because the client's state is unreliable. */
  resync(): void {
    this.#wantsAll = true;
    this.#ask();
  }

  #ask(): void {
    this.#tell({ type: "resend", seq: this.#wantsAll ? 0 : this.#seq });
    this.#wait("gap", GAP_TIME, () => this.#ask());
  }

  // ---- commands -----------------------------------------------------------------------------------

  /** Returns the number of the next command. */
  number(): number {
    return ++this.#cmd;
  }

  /** Sends commands, which must be numbered in this order: now, or when there is a connection. */
  send(commands: readonly Command[]): void {
    this.#unacked.push(...commands);
    if (this.#isWelcome) this.#transmit(commands);
  }

  #resend(cmd: number): void {
    this.#acked(cmd);
    this.#transmit([...this.#unacked]);
  }

  #acked(cmd: number): void {
    while (this.#unacked[0] !== undefined && this.#unacked[0].cmd <= cmd) this.#unacked.shift();
  }

  #transmit(commands: readonly Command[]): void {
    for (let at = 0; at < commands.length; at += MOST_COMMANDS) {
      this.#tell({ type: "commands", seq: this.#seq, commands: commands.slice(at, at + MOST_COMMANDS) });
    }
  }

  #tell(message: ClientMessage): void {
    this.#toldSeq = this.#seq;
    this.#stop("ack");
    this.#send?.(message);
  }

  // ---- time ---------------------------------------------------------------------------------------

  #wait(name: string, ms: number, run: () => void): void {
    this.#stop(name);
    const cancel = this.#options.timers.after(ms, () => {
      this.#waiting.delete(name);
      run();
    });
    this.#waiting.set(name, cancel);
  }

  #stop(name: string): void {
    this.#waiting.get(name)?.();
    this.#waiting.delete(name);
  }
}

/** Whether an update contains all documents. */
function hasAll({ ops }: Update): boolean {
  return ops.length === 1 && ops[0]?.path === "";
}
