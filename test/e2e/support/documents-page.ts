import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContextOptions } from "playwright-core";
import { createApp } from "runlet/server";
import { type WebSocket, WebSocketServer } from "ws";
import type { NewDocuments, Update } from "../../../src/protocol/messages.ts";
import type { Operation } from "../../../src/protocol/patch.ts";
import { type Opened, openTab } from "../open.ts";

/** A message of the client about one control: an event, or a write of properties. */
export interface Command {
  readonly cmd: number;
  readonly id: number;
  readonly event?: string;
  readonly write?: { readonly [property: string]: unknown };
}

/** The real client in a tab, connected to a socket of the test, which chooses the documents. */
export class DocumentsPage {
  readonly opened: Opened;
  /** Events and writes that the client sent, in order. */
  readonly commands: Command[] = [];
  readonly #http: Server;
  readonly #socket: WebSocket;
  #seq = 0;

  private constructor(http: Server, opened: Opened, socket: WebSocket) {
    this.#http = http;
    this.opened = opened;
    this.#socket = socket;
    socket.on("message", (data) => {
      const { type, commands = [] } = JSON.parse(String(data)) as { type: string; commands?: readonly Command[] };
      this.commands.push(...commands);
      // Without an answer, the client takes the connection for lost after a while.
      if (type === "ping") socket.send(JSON.stringify({ type: "pong", seq: this.#seq, cmd: this.#ack }));
    });
    socket.send(JSON.stringify({ type: "welcome", protocol: 2, session: "test" }));
  }

  static async open(options: BrowserContextOptions = {}): Promise<DocumentsPage> {
    const app = createApp(() => {}, { log: { info() {}, warn() {}, error() {} } });
    const http = createServer(app.listener).listen(0, "127.0.0.1");
    const connected = new Promise<WebSocket>((resolve) =>
      new WebSocketServer({ server: http }).on("connection", resolve),
    );
    await new Promise((resolve) => http.once("listening", resolve));
    const opened = await openTab(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`, options);
    return new DocumentsPage(http, opened, await connected);
  }

  /** Replaces all documents. The page is 1. Returns the title that the tab has once it shows them. */
  replace(documents: { readonly [id: string]: object }): string {
    const docs = Object.entries(documents).flatMap(([id, document]) => [Number(id), document]);
    this.#send({ ops: [{ op: "replace", path: "", value: {} }], docs: docs as NewDocuments });
    return this.update();
  }

  /** Sends operations, one update each. Returns the title that the tab has once it shows the last of them. */
  update(...updates: readonly (readonly Operation[])[]): string {
    for (const ops of updates) this.#send({ ops });
    const title = `update ${this.#seq + 1}`;
    this.#send({ ops: [{ op: "add", path: "/1/title", value: title }] });
    return title;
  }

  async close(): Promise<void> {
    await this.opened.tab.close();
    this.#socket.terminate();
    this.#http.close();
  }

  #send(content: Pick<Update, "docs" | "ops">): void {
    this.#socket.send(JSON.stringify({ type: "update", seq: ++this.#seq, ack: this.#ack, ...content }));
  }

  /** The client keeps what a person wrote until it is acknowledged. */
  get #ack(): number {
    return this.commands.at(-1)?.cmd ?? 0;
  }
}
