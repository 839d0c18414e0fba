import { inspect } from "node:util";
import type { Page } from "runlet";
import { type AppOptions, type RunningApp, serve } from "runlet/server";
import { type RawAnswer, RawClient, type RawClientOptions, rawHttp } from "../support/raw-client.ts";
import { AttackClient, type JoinOptions } from "./attack-client.ts";
import { type AttackedPage, show } from "./attacked-page.ts";
import { describePrototypes, expectNoInternals } from "./check.ts";

/** Tests connect from one address, and much faster than a person, so only the rows about these limits set them. */
const ONE_ADDRESS = { connectionsPerAddress: 1_000_000, connectsPerSecond: 1_000_000, sessionsPerMinute: 1_000_000 };
/** Address of the bystander. It differs from the attacker's, because some limits apply to each address. */
const BYSTANDER_ADDRESS = "127.0.0.77";

/** A server under attack, with a bystander: a client that only clicks a button. */
export class AttackedServer {
  readonly running: RunningApp;
  /** Pages of the sessions, by session id. */
  readonly screens: Map<string, AttackedPage>;
  /** Lines that the server logged, with the details of logged objects. */
  readonly lines: string[];
  /** Functions that return the texts that the server sent, over HTTP or a socket. */
  readonly #responses: (() => readonly string[])[] = [];
  readonly #teardowns: (() => unknown)[] = [];
  readonly #before: string = describePrototypes();
  #bystander: AttackClient | undefined;

  private constructor(running: RunningApp, screens: Map<string, AttackedPage>, lines: string[]) {
    this.running = running;
    this.screens = screens;
    this.lines = lines;
  }

  static async start(options: AppOptions = {}): Promise<AttackedServer> {
    const screens = new Map<string, AttackedPage>();
    const lines: string[] = [];
    const write = (...what: unknown[]) => void lines.push(what.map((each) => inspect(each, { depth: 9 })).join(" "));
    const main = (page: Page) => void screens.set(page.session.id, show(page));
    const { limits, ...others } = options;
    const running = await serve(main, {
      port: 0,
      log: { info: write, warn: write, error: write },
      limits: { ...ONE_ADDRESS, ...limits },
      ...others,
    });
    const attacked = new AttackedServer(running, screens, lines);
    attacked.#bystander = await attacked.join({ localAddress: BYSTANDER_ADDRESS, headers: { "X-User": "bystander" } });
    return attacked;
  }

  get port(): number {
    return this.running.port;
  }

  /** Ids of the open sessions, without the bystander's. */
  get sessions(): string[] {
    return this.running.app.sessions.map(({ id }) => id).filter((id) => id !== this.#bystander?.welcome.session);
  }

  /** Requests an upgrade to a WebSocket. */
  async connect(options: Partial<RawClientOptions> = {}): Promise<RawClient> {
    const { host, webAppPath } = this.running.app.options;
    const client = await RawClient.connect({ port: this.port, host, path: `${webAppPath}ws`, ...options });
    this.#responses.push(() => [
      client.text,
      ...Object.values(client.headers),
      ...client.frames.map((each) => each.payload),
    ]);
    this.#teardowns.push(() => client.destroy());
    return client;
  }

  /** Connects, sends `hello`, and waits for all documents. */
  async join(options: Partial<RawClientOptions> & JoinOptions = {}): Promise<AttackClient> {
    return AttackClient.join(await this.connect(options), this.screens, options);
  }

  /** Sends the text of a request unchanged. */
  async http(text: string): Promise<RawAnswer> {
    const answer = await rawHttp({ port: this.port, text });
    this.#responses.push(() => [answer.text, ...Object.values(answer.headers)]);
    return answer;
  }

  /** Calls `end` at the end of the row. */
  own(end: () => unknown): void {
    this.#teardowns.push(end);
  }

  /** Checks what must be true after any attack: the bystander is served, and nothing was changed or disclosed. */
  async check(): Promise<void> {
    const bystander = this.#bystander as AttackClient;
    await bystander.answer(bystander.event(bystander.screen.button, "click"));
    if (describePrototypes() !== this.#before) throw new Error(`a prototype was changed: ${describePrototypes()}`);
    for (const text of this.#responses.flatMap((said) => said())) expectNoInternals(text);
  }

  async close(): Promise<void> {
    for (const end of this.#teardowns.splice(0)) await end();
    await this.running.close();
  }
}
