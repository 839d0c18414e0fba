import { BehaviorSubject, Subject } from "rxjs";
import type { SessionTransport } from "../../../src/core/link/link-connection.ts";
import type { Clock } from "../../../src/core/reactive/clock.ts";
import type { ServerMessage } from "../../../src/protocol/messages.ts";
import { idAt, PlainReplica, type Received } from "./replica.ts";

/** Both ends of a connection, with the client. Messages arrive at once, or when the test delivers them. */
export class Wire implements SessionTransport {
  readonly messages$: Subject<unknown> = new Subject<unknown>();
  readonly writable$: BehaviorSubject<boolean> = new BehaviorSubject(true);
  readonly closed: Promise<unknown> = new Promise(() => {});
  readonly replica: PlainReplica = new PlainReplica();
  /** Every update as text, to compare two runs. */
  readonly sent: string[] = [];
  isClosed = false;
  /** Whether updates wait until the test delivers them. */
  isDelayed = false;
  #waiting: string[] = [];

  send(message: ServerMessage): void {
    const text = JSON.stringify(message);
    if (message.type === "update") this.sent.push(text);
    this.#waiting.push(text);
    if (!this.isDelayed) this.deliver();
  }

  deliver(): void {
    for (const text of this.#waiting.splice(0)) {
      const message = JSON.parse(text) as ServerMessage;
      if (message.type === "update") this.replica.update(message as Received);
    }
  }

  close(): void {
    this.isClosed = true;
  }

  /** Whether no message is on its way to the client, and the client has the acks of all its commands. */
  get isQuiet(): boolean {
    return this.#waiting.length === 0 && this.replica.ack === this.replica.cmd;
  }

  /** Whether the document of a control is on its way to the client as a new one. */
  isReconnecting(id: number): boolean {
    return this.#waiting.some((text) => {
      const { docs = [] } = JSON.parse(text) as Partial<Received>;
      return docs.some((item, at) => typeof item !== "number" && idAt(docs, at) === id);
    });
  }

  /** Whether a change of a property is on its way to the client. */
  isChanging(id: number, name: string): boolean {
    return this.#waiting.some((text) => {
      const { ops = [] } = JSON.parse(text) as Partial<Received>;
      return ops.some(({ path }) => path === `/${id}/${name}`);
    });
  }

  hello(): void {
    this.messages$.next({ type: "hello", protocol: 2 });
  }

  write(id: string, properties: { readonly [name: string]: unknown }): void {
    this.#command({ cmd: this.replica.write(id, properties), id: Number(id), write: properties });
  }

  event(id: string, event: string, data: unknown): void {
    this.replica.cmd++;
    this.#command({ cmd: this.replica.cmd, id: Number(id), event, ...(data !== undefined && { data }) });
  }

  #command(command: object): void {
    const message = { type: "commands", seq: this.replica.seq, commands: [command] };
    this.messages$.next(JSON.parse(JSON.stringify(message)));
  }
}

/** A clock that does not advance. The test ends its turns. */
export class ManualClock implements Clock {
  #atEnd: (() => void)[] = [];
  readonly #timers = new Set<object>();

  /** Number of pending timers. */
  get waiting(): number {
    return this.#timers.size;
  }

  monotonic(): number {
    return this.now();
  }
  now(): number {
    return 0;
  }

  after(): () => void {
    const timer = {};
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  turnEnd(run: () => void): void {
    this.#atEnd.push(run);
  }

  /** Ends the turn. Functions that are scheduled meanwhile run in the next turn. */
  turn(): void {
    for (const run of this.#atEnd.splice(0)) run();
  }
}
