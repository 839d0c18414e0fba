import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Page, Session } from "runlet";
import type { Operation, Transport, Update } from "runlet/transport";
import { BehaviorSubject, Observable, type Subscriber } from "rxjs";

/** Resolves the exports of the built package from its own folder, because it is not installed in the benchmark. */
const { resolve } = createRequire(new URL("../../package.json", import.meta.url));
const load = (name: string): Promise<unknown> => import(pathToFileURL(resolve(name)).href);
export const runlet = (await load("runlet")) as typeof import("runlet");
const { createApp } = (await load("runlet/server")) as typeof import("runlet/server");

type Message = Parameters<Transport["send"]>[0];

/** Bytes of updates that are acknowledged at once. */
const ACK_BYTES = 256 * 1024;

/** Transport that encodes messages and has no client at the other end. */
class EncodingTransport implements Transport {
  readonly writable$ = new BehaviorSubject(true);
  readonly messages$: Observable<unknown>;
  readonly closed: Transport["closed"];
  last: Message | undefined;
  #unackedBytes = 0;
  #toServer: Subscriber<unknown> | undefined;
  #close: ((info: { code: number; reason: string }) => void) | undefined;

  constructor() {
    this.messages$ = new Observable((subscriber) => {
      this.#toServer = subscriber;
    });
    this.closed = new Promise((done) => {
      this.#close = done;
    });
  }

  send(message: Message): number {
    this.last = message;
    const bytes = Buffer.from(JSON.stringify(message)).length;
    if (message.type === "update") this.#acknowledge(message.seq, bytes);
    return bytes;
  }

  /**
   * Acknowledges about as often as a browser does. Without acknowledgments, further updates would wait once 1 MiB is on
   * the way, and then neither be measured nor checked.
   */
  #acknowledge(seq: number, bytes: number): void {
    this.#unackedBytes += bytes;
    if (seq % 50 !== 0 && this.#unackedBytes < ACK_BYTES) return;
    this.#unackedBytes = 0;
    this.#toServer?.next({ type: "ack", seq });
  }

  hello(): void {
    this.#toServer?.next({ type: "hello", protocol: 2 });
  }

  close(code = 1000, reason = ""): void {
    this.#close?.({ code, reason });
  }
}

let main: (page: Page) => void = () => {};
/** A tree of 100,000 controls, and acknowledgments as fast as updates, are more than a host allows by default. */
const limits = { controls: 1_000_000, messagesPerSecond: 1_000_000 };
const app = createApp((page) => main(page), { limits });

/** Options of one connection. With `shortLane: false` all updates use the general lane. */
export type ConnectionOptions = NonNullable<Parameters<typeof app.connect>[1]>;

/** A client that is connected but has not sent the hello message. */
export class Client {
  readonly #transport = new EncodingTransport();
  readonly #session: Session;

  constructor(options?: ConnectionOptions) {
    this.#session = app.connect(this.#transport, options);
  }

  /** Sends the hello message, which starts the app. */
  start(build: (page: Page) => void): void {
    main = build;
    this.#transport.hello();
  }

  /** What the last update says about documents: its operations, and new documents if there are any. */
  get content(): Operation[] | Pick<Update, "docs" | "ops"> {
    const message = this.#transport.last;
    if (message?.type !== "update") return [];
    const { docs, ops } = message;
    return docs === undefined ? [...ops] : { docs, ops };
  }

  close(): void {
    this.#session.close();
  }
}
