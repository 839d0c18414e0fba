import { Button, Host, type HostOptions, Text } from "runlet";
import { memoryTransport, type ServerMessage, type Update, type Welcome } from "runlet/transport";
import { sessionOf } from "../../../src/controls/page/page-session.ts";
import { isEqual } from "../../../src/core/declaration/equal.ts";
import { isSnapshot } from "../../../src/protocol/client-link.ts";
import type { Command } from "../../../src/protocol/messages.ts";
import { Replica } from "../../../src/protocol/replica.ts";
import { applyWithFastJsonPatch } from "../../../src/testing/test-client.ts";
import { acceptAll, type Scene } from "./places.ts";

export type Log = NonNullable<HostOptions["log"]>;

/** A client in this process. It answers calls, and counts what ended its connection. */
class Client {
  readonly received: ServerMessage[] = [];
  /** Code with which the server closed the connection. */
  code: number | undefined;
  /** Documents of the client. */
  readonly replica: Replica = new Replica(applyWithFastJsonPatch);
  /** Whether the number of an update was not the next one. */
  hasGap = false;
  #cmd = 0;
  #seq = 0;
  readonly #end: ReturnType<typeof memoryTransport>["client"];

  constructor(host: Host, hello: object = {}) {
    const { server, client } = memoryTransport();
    this.#end = client;
    const close = (code = 1000, reason = ""): void => {
      this.code ??= code;
      server.close(code, reason);
    };
    client.messages$.subscribe((message) => this.#receive(message));
    host.accept({ ...server, close });
    client.send({ type: "hello", protocol: 2, ...hello });
  }

  get welcome(): Welcome {
    return this.received.find(({ type }) => type === "welcome") as Welcome;
  }

  #receive(message: ServerMessage): void {
    this.received.push(message);
    if (message.type === "welcome") this.#cmd = message.cmd;
    if (message.type !== "update") return;
    if (message.seq !== this.#seq + 1 && !isSnapshot(message)) this.hasGap = true;
    this.#seq = message.seq;
    this.replica.update(message);
    this.#end.send({ type: "ack", seq: message.seq });
    for (const { id, call } of message.calls ?? []) this.send({ id, result: call, value: 1 });
  }

  send(...commands: readonly object[]): void {
    const seq = (this.received.findLast(({ type }) => type === "update") as Update | undefined)?.seq ?? 0;
    const numbered = commands.map((command) => ({ cmd: ++this.#cmd, ...command }) as Command);
    // A client shows at once what a person enters.
    for (const command of numbered) if ("write" in command) this.replica.write(command.cmd, command.id, command.write);
    this.#end.send({ type: "commands", seq, commands: numbered });
  }

  async cut(): Promise<void> {
    this.#end.close(1006);
    await this.#end.closed;
  }
}

/** A button that counts its clicks in a text. */
interface Counter {
  readonly button: Button;
  readonly text: Text;
  count: number;
}

/** An app with two sessions. Code of the first one is made to throw. */
export class Trial {
  /** What `page.onError` of the first session was given. */
  readonly seen: unknown[] = [];
  readonly host: Host;
  readonly scene: Scene;
  #client: Client;
  readonly #other: Client;
  readonly #counters: Counter[] = [];
  #value: unknown;
  #times = 0;

  /** Without `isHandled`, the app has no `page.onError`. */
  constructor(options: HostOptions, isHandled: boolean) {
    acceptAll();
    const pages: Scene["page"][] = [];
    this.host = new Host((page) => {
      const counter = { button: new Button({ content: "+" }), text: new Text({ value: "0" }), count: 0 };
      counter.button.onClick = () => {
        counter.text.value = String(++counter.count);
      };
      page.add(counter.button, counter.text);
      if (pages.length === 0 && isHandled) page.onError = ({ error }) => void this.seen.push(error);
      this.#counters.push(counter);
      pages.push(page);
    }, options);
    this.#client = new Client(this.host);
    this.#other = new Client(this.host);
    const [page] = pages as [Scene["page"]];
    this.scene = {
      page,
      fail: () => {
        this.#times++;
        throw this.#value;
      },
      flush: () => sessionOf(page).flush(),
      send: (...commands) => this.#client.send(...commands),
      reconnect: async () => {
        const { session, secret } = this.#client.welcome;
        await this.#client.cut();
        await turn();
        this.#client = new Client(this.host, { resume: { session, secret, seq: 0, cmd: 0 } });
      },
    };
  }

  /** Throws a value at a place, and waits until all that follows has happened. Returns how often it was thrown. */
  async throwAt(place: (scene: Scene) => unknown, value: unknown): Promise<number> {
    this.#value = value;
    this.#times = 0;
    await place(this.scene);
    for (let at = 0; at < 10 && (this.#times === 0 || at < 3); at++) await turn();
    acceptAll();
    return this.#times;
  }

  /** Returns what is wrong with a session now: it is closed, or its next click shows nothing. */
  problems(): string[] {
    const problems: string[] = [];
    for (const [at, client] of [this.#client, this.#other].entries()) {
      const { button, text, count } = this.#counters[at] as Counter;
      client.received.length = Math.min(client.received.length, 1);
      client.send({ id: button.id, event: "click" });
      if (client.hasGap) problems.push(`client ${at} lacks an update`);
      if (!isEqual(client.replica.documents, this.#documents(client)))
        problems.push(`client ${at} has other documents than the server`);
      if (client.code !== undefined) problems.push(`connection ${at} was closed with ${client.code}`);
      const shown = client.received.some(
        (message) =>
          message.type === "update" &&
          message.ops.some((operation) => "value" in operation && operation.value === `${count + 1}`),
      );
      if (!shown || text.value !== `${count + 1}`) problems.push(`session ${at} shows no answer to a click`);
    }
    return problems;
  }

  /** Returns the server's documents of a client, as they are sent. */
  #documents({ welcome }: Client): object {
    const session = this.host.sessions.find(({ id }) => id === welcome.session);
    return JSON.parse(JSON.stringify(session?.documents() ?? {})) as object;
  }

  async close(): Promise<void> {
    await this.host.close();
  }
}

/** Waits for a turn of the event loop, with all timers and promises that are due. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

/** A log that counts its errors and formats them as `console` does. */
export function formattingLog(format: (...what: unknown[]) => string): Log & { readonly errors: string[] } {
  const errors: string[] = [];
  return { errors, info: format, warn: format, error: (...what) => void errors.push(format(...what)) };
}
