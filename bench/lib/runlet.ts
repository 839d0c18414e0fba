import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Page, Session } from "runlet";
import type { Transport } from "runlet/transport";
import { BehaviorSubject, Observable, type Subscriber } from "rxjs";

/** Resolves the exports of the built package from its own folder, because it is not installed in the benchmark. */
const { resolve } = createRequire(new URL("../../package.json", import.meta.url));
const load = (name: string): Promise<unknown> => import(pathToFileURL(resolve(name)).href);
export const runlet = (await load("runlet")) as typeof import("runlet");
const { createApp } = (await load("runlet/server")) as typeof import("runlet/server");

type Message = Parameters<Transport["send"]>[0];

/** Transport that encodes messages and has no client at the other end. */
class EncodingTransport implements Transport {
  readonly writable$ = new BehaviorSubject(true);
  readonly messages$: Observable<unknown>;
  readonly closed: Transport["closed"];
  last: Message | undefined;
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
    // Acknowledges as often as a browser does. Without acknowledgements, further updates would wait.
    if (message.type === "update" && message.seq % 50 === 0) this.#toServer?.next({ type: "ack", seq: message.seq });
    return Buffer.from(JSON.stringify(message)).length;
  }

  hello(): void {
    this.#toServer?.next({ type: "hello", protocol: 1 });
  }

  close(code = 1000, reason = ""): void {
    this.#close?.({ code, reason });
  }
}

let main: (page: Page) => void = () => {};
const app = createApp((page) => main(page));

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

  /** Operations of the last update. */
  get operations(): unknown {
    const message = this.#transport.last;
    return message?.type === "update" ? message.ops : [];
  }

  close(): void {
    this.#session.close();
  }
}
