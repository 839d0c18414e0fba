import {
  ClientLink,
  type ClientMessage,
  type Json,
  Replica,
  type ResumeToken,
  type ServerMessage,
} from "runlet/transport";
import { WebSocket } from "ws";
import { applyOperations } from "../../src/client/screen/apply.ts";
import { realClock } from "../../src/core/reactive/clock.ts";
import { type EnteredValue, EnteredValues, restoringWrites } from "../../src/input/entered-values.ts";
import { Backoff, mayRetry } from "../../src/protocol/backoff.ts";
import { MORE, PARTS_PROTOCOL } from "../../src/protocol/message-parts.ts";
import { loopTime, PATIENCE } from "../support/patience.ts";

export interface SocketClientOptions {
  readonly url: string;
  readonly origin?: string;
  readonly resumeToken?: ResumeToken;
  readonly random?: () => number;
  readonly heartbeat?: boolean;
  /** Whether large messages come in parts, as in a browser. Default `true`. */
  readonly takesParts?: boolean;
  /** Divides the client's times, so that a test takes seconds. Default 1. */
  readonly speed?: number;
}

let instances = 0;

/** The browser client without a screen: it has a real socket, and the same link and retries. */
export class SocketClient {
  replica: Replica = new Replica(applyOperations);
  readonly sessions: string[] = [];
  readonly codes: number[] = [];
  /** Number of updates that replaced all documents. */
  snapshots = 0;
  /** Milliseconds of {@link loopTime} from each lost connection to the next welcome. */
  readonly returns: number[] = [];
  resumeToken: ResumeToken | undefined;
  socket: WebSocket | undefined;
  readonly #options: SocketClientOptions;
  readonly #backoff: Backoff;
  readonly link: ClientLink;
  readonly #enteredValues = new EnteredValues();
  #valuesToRestore: EnteredValue[] = [];
  #isOver = false;
  #since = 0;
  #isResumed: boolean | undefined;
  readonly #passed: () => number = loopTime();
  #lostAt: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting: (() => void)[] = [];

  constructor(options: SocketClientOptions) {
    this.#options = options;
    const { speed = 1 } = options;
    this.#backoff = new Backoff(options.random ?? (() => 0.5));
    this.link = new ClientLink({
      timers: {
        now: () => realClock.monotonic() * speed,
        after: (ms, callback) => realClock.after(ms / speed, callback),
      },
      instance: `socket-${++instances}`,
      resumeToken: options.resumeToken,
      heartbeat: options.heartbeat ?? true,
      events: {
        welcomed: ({ session, secret, resumed }) => {
          this.#isResumed = resumed;
          this.resumeToken = { session, secret };
          if (this.#lostAt !== undefined) this.returns.push(this.#passed() - this.#lostAt);
          this.#lostAt = undefined;
          if (resumed && this.sessions.length > 0) return;
          this.sessions.push(session);
          this.#valuesToRestore = this.#enteredValues.collect(this.replica.documents);
          this.#enteredValues.clear();
          this.replica = new Replica(applyOperations);
        },
        updated: (update) => {
          if (update.ops[0]?.path === "") this.snapshots++;
          this.replica.update(update);
          for (const { id, write } of restoringWrites(this.#valuesToRestore.splice(0), this.replica.documents))
            this.write(id, write);
          for (const wake of this.#waiting.splice(0)) wake();
        },
        noticed: () => {},
        unresponsive: () => this.socket?.terminate(),
      },
    });
    this.#open();
  }

  /** Local port of the socket. */
  get port(): number {
    return (this.socket as unknown as { readonly _socket: { readonly localPort: number } })._socket.localPort;
  }

  /** Waits until a condition is true. */
  async until(done: () => boolean, ms: number = PATIENCE): Promise<void> {
    const end = performance.now() + ms;
    while (!done()) {
      const left = end - performance.now();
      if (left <= 0) throw new Error(`not done after ${ms} ms: ${done}; ${this.sessions}; codes ${this.codes}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, 20));
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  event(id: number, event: string): void {
    this.link.send([{ cmd: this.link.nextCommandNumber(), id, event }]);
  }

  write(id: number, write: { readonly [property: string]: Json }): void {
    const cmd = this.link.nextCommandNumber();
    this.replica.write(cmd, id, write);
    for (const [property, value] of Object.entries(write)) this.#enteredValues.record(id, property, value);
    this.link.send([{ cmd, id, write }]);
  }

  close(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.link.closed();
    this.socket?.close(1000);
  }

  /** Ends the connection without a close frame, so that the server keeps the session. */
  leave(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.link.closed();
    this.socket?.terminate();
  }

  #open(): void {
    const { url, origin = `http://${new URL(url).host}`, takesParts = true } = this.#options;
    const socket = new WebSocket(url, takesParts ? [PARTS_PROTOCOL] : [], { origin, perMessageDeflate: false });
    let parts = "";
    this.socket = socket;
    this.#since = performance.now();
    this.#isResumed = undefined;
    socket.on("open", () => {
      this.link.opened((message: ClientMessage) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
      });
    });
    socket.on("message", (data) => {
      const text = String(data);
      if (text.startsWith(MORE)) {
        parts += text.slice(1);
        return this.link.receivePart();
      }
      const message = JSON.parse(parts + text) as ServerMessage;
      parts = "";
      this.link.receive(message);
    });
    socket.on("error", () => {});
    socket.on("close", (code) => {
      this.codes.push(code);
      if (this.socket !== socket) return;
      this.link.closed();
      this.#lostAt ??= this.#passed();
      this.#backoff.lost(code, performance.now() - this.#since, this.#isResumed);
      if (this.#isOver || !mayRetry(code)) return;
      this.#timer = setTimeout(() => this.#open(), this.#backoff.next(code === 1013, code === 1012));
    });
  }
}
