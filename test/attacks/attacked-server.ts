import { inspect } from "node:util";
import type { Page } from "runlet";
import { type AppOptions, type RunningApp, serve } from "runlet/server";
import { type RawAnswer, RawClient, type RawClientOptions, rawHttp } from "../support/raw-client.ts";
import { AttackClient, type JoinOptions } from "./attack-client.ts";
import { type AttackedPage, show } from "./attacked-page.ts";
import { describePrototypes, expectNoInternals } from "./check.ts";

/** Connections of tests come from one address, much faster than a person's: only the rows about that are held to it. */
const ONE_ADDRESS = { connectionsPerAddress: 1_000_000, connectsPerSecond: 1_000_000 };
/** Where the bystander comes from: no limit of an attacker's address is its own. */
const BYSTANDER_ADDRESS = "127.0.0.77";

/** A server under attack, and somebody else who uses it. */
export class AttackedServer {
  readonly running: RunningApp;
  /** By session id. */
  readonly screens: Map<string, AttackedPage>;
  /** What the server logged, with all that hangs on it. */
  readonly lines: string[];
  /** What the server said, however it was asked. */
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

  /** Ids of the sessions that there are, without the bystander's. */
  get sessions(): string[] {
    return this.running.app.sessions.map(({ id }) => id).filter((id) => id !== this.#bystander?.welcome.session);
  }

  /** Asks for an upgrade. */
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

  /** Connects, says hello, and waits for all documents. */
  async join(options: Partial<RawClientOptions> & JoinOptions = {}): Promise<AttackClient> {
    return AttackClient.join(await this.connect(options), this.screens, options);
  }

  /** Sends a request as it is. */
  async http(text: string): Promise<RawAnswer> {
    const answer = await rawHttp({ port: this.port, text });
    this.#responses.push(() => [answer.text, ...Object.values(answer.headers)]);
    return answer;
  }

  /** Has something end with the row. */
  own(end: () => unknown): void {
    this.#teardowns.push(end);
  }

  /** What must hold whatever was tried. */
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
