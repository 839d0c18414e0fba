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

/** Updates taken without a word to the server before it is told of them, and milliseconds after which it is anyway. */
const UPDATES_PER_ACK = 50;
const ACK_DELAY = 200;
/** Milliseconds that a missing update may take to come before all after the gap is asked for. */
const GAP_TIME = 5000;
/** Most updates that wait behind a gap. */
const MOST_HELD = 100;
/** Milliseconds between two pings, and how many in a row may go without anything heard. */
const PING_INTERVAL = 15_000;
const MOST_MISSED = 2;
/** Milliseconds for the answer to a ping that is sent because something may have happened to the connection. */
const CHECK_TIME = 3000;
/** Milliseconds for the answer to hello. */
const WELCOME_TIME = 10_000;

/** The client's clock: milliseconds. */
export interface Timers {
  now(): number;
  /** Calls `run` once, `ms` from now. The result cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** What a {@link ClientLink} reports. */
export interface LinkEvents {
  /** A session begins, or with `resumed` goes on; what a new one follows is over, commands that did not arrive included. */
  welcomed(welcome: Welcome): void;
  /** Each once, in order. */
  updated(update: Update): void;
  noticed(notice: Notice): void;
  /** The server does not answer: the connection is of no use. */
  silent(): void;
}

/** What outlives the client's page, to go on after a reload. */
export type Ticket = Pick<Resume, "session" | "secret">;

export interface LinkOptions {
  readonly timers: Timers;
  readonly events: LinkEvents;
  /** Names this run of the client: nobody else may know it. */
  readonly instance: string;
  readonly bundle?: string | undefined;
  /** A session to go on with. */
  readonly ticket?: Ticket | undefined;
  /** Whether it looks by itself if the server is still there. Default `true`. */
  readonly heartbeat?: boolean;
}

/**
 * The client's half of what makes a session outlive its connections: every update is taken once and in order, every
 * command arrives once and in order, whatever happens on the way.
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
  /** What it has is not to be relied on: only all documents help. */
  #wantsAll = false;
  #toldSeq = 0;
  #hasHeard = false;
  #missed = 0;
  readonly #waiting = new Map<string, () => void>();

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#ticket = options.ticket;
  }

  /** The last update it has. */
  get seq(): number {
    return this.#seq;
  }

  /** Commands that the server has not said it has. */
  get unacked(): number {
    return this.#unacked.length;
  }

  // ---- the connection -----------------------------------------------------------------------------

  /** There is a connection: says hello over it. */
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

  /** There is none any more. */
  closed(): void {
    this.#send = undefined;
    this.#isWelcome = false;
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  /** Something may have happened to the connection: asks whether the server is there. */
  check(): void {
    if (!this.#isWelcome) return;
    this.#hasHeard = false;
    this.#tell({ type: "ping", seq: this.#seq });
    this.#wait("check", CHECK_TIME, () => this.#hasHeard || this.#options.events.silent());
  }

  receive(message: ServerMessage): void {
    this.#hasHeard = true;
    if (message.type === "welcome") this.#welcome(message);
    // It was overtaken on a line that keeps no order: what it answers is sent again.
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
    // The old secret ends with this word.
    this.#tell({ type: "ack", seq: this.#seq });
    this.#resend(cmd);
    if (this.#held.size > 0) this.#wait("gap", GAP_TIME, () => this.#ask());
    if (this.#options.heartbeat !== false) this.#beat();
  }

  #beat(): void {
    const { timers, events } = this.#options;
    const due = timers.now() + PING_INTERVAL;
    this.#wait("beat", PING_INTERVAL, () => {
      // Late: the page slept, or a hidden one's timers are held back. What has come meanwhile may still wait to be read.
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

  /** What was held and is due. */
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

  /** What it has cannot be relied on: asks for all documents. */
  resync(): void {
    this.#wantsAll = true;
    this.#ask();
  }

  #ask(): void {
    this.#tell({ type: "resend", seq: this.#wantsAll ? 0 : this.#seq });
    this.#wait("gap", GAP_TIME, () => this.#ask());
  }

  // ---- commands -----------------------------------------------------------------------------------

  /** The number of the next command. */
  number(): number {
    return ++this.#cmd;
  }

  /** Sends commands, which were numbered in this order; now, or when there is a connection. */
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

/** Whether an update brings all documents. */
function hasAll({ ops }: Update): boolean {
  return ops.length === 1 && ops[0]?.path === "";
}
