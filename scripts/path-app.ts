import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { Button, Column, Control, type Page, Text } from "../src/index.ts";
import { type App, createApp } from "../src/server/index.ts";
import { clientResponse } from "./path-client.ts";

/** Milliseconds without a connection after the change that the client misses. */
const AWAY = 50;

/** A control as apps define them: a subclass without properties of its own. */
export class Note extends Control {
  /** Whether the note has entered the page. */
  isShown = false;
  readonly #label: string;

  constructor(label: string) {
    super();
    this.#label = label;
  }

  override build(): Control {
    return new Text({ value: this.#label });
  }

  override didMount(): void {
    this.isShown = true;
  }
}

/** The measured app, on a server of this process that can cut connections. */
export class PathApp {
  /** Text that is set outside of any handler. */
  readonly text: Text = new Text();
  /** Text that a click sets to `nextAnswer`. */
  readonly answer: Text = new Text();
  readonly list: Column = new Column();
  nextAnswer = "";
  readonly #app: App = createApp((page) => this.#main(page), { log: { info() {}, warn() {}, error: console.error } });
  readonly #server: Server;
  readonly #sockets = new Set<Duplex>();
  /** Resolves when clients may connect. */
  #mayConnect = Promise.resolve();
  #disconnected = (): void => {};

  private constructor() {
    this.#server = createServer(async ({ url = "/" }, response) => {
      const found = await clientResponse(url);
      if (found === undefined) return response.writeHead(404).end();
      return response.setHeader("content-type", found.type).end(found.body);
    });
    this.#server.on("upgrade", async (request, socket: Duplex, head) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
      await this.#mayConnect;
      this.#app.handleUpgrade(request, socket, head);
    });
  }

  static async start(): Promise<PathApp> {
    const app = new PathApp();
    await new Promise<void>((resolve) => app.#server.listen(0, "127.0.0.1", resolve));
    return app;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Throws if there is not exactly one session, because then the client has not resumed its session. */
  checkResumed(): void {
    const { length } = this.#app.sessions;
    if (length !== 1) throw new Error(`There are ${length} sessions, so the client did not resume its session.`);
  }

  /** Cuts the connection. Calls `change` when the session has noticed that, and only then lets the client return. */
  async cut(change: () => void): Promise<void> {
    let allow = (): void => {};
    this.#mayConnect = new Promise((resolve) => (allow = resolve));
    const noticed = new Promise<void>((resolve) => (this.#disconnected = resolve));
    for (const socket of this.#sockets) socket.destroy();
    await noticed;
    change();
    await sleep(AWAY);
    allow();
  }

  async close(): Promise<void> {
    await this.#app.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #main(page: Page): void {
    const answer = () => {
      this.answer.value = this.nextAnswer;
    };
    page.onDisconnect = () => this.#disconnected();
    page.add(this.text, new Button({ content: "Ask", onClick: answer }), this.answer, this.list);
  }
}
