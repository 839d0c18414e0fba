import type { Control } from "runlet";
import type { Hello, Notice, Operation, Update, Welcome } from "runlet/transport";
import { expect } from "vitest";
import { operationsOf } from "../../src/testing/test-client.ts";
import { PATIENCE } from "../support/patience.ts";
import type { RawClient } from "../support/raw-client.ts";
import type { AttackedPage } from "./attacked-page.ts";

export interface JoinOptions {
  /** Fields added to the `hello` message. */
  readonly hello?: Partial<Hello> & { readonly [more: string]: unknown };
}

/** A client with a session, which can send any message. */
export class AttackClient {
  readonly client: RawClient;
  readonly welcome: Welcome;
  /** The page of the session, on the server. */
  readonly screen: AttackedPage;
  /** Number of the last command that was sent. */
  cmd: number;
  #seq: number;
  /** Number of the last command that the server acknowledged. */
  #ack = 0;
  readonly #ops: Operation[] = [];

  private constructor(client: RawClient, welcome: Welcome, screen: AttackedPage, seq: number) {
    this.client = client;
    this.welcome = welcome;
    this.screen = screen;
    this.cmd = welcome.cmd;
    this.#seq = seq;
  }

  static async join(
    client: RawClient,
    screens: Map<string, AttackedPage>,
    { hello }: JoinOptions,
  ): Promise<AttackClient> {
    expect(client.status).toBe(101);
    await client.sendText(JSON.stringify({ type: "hello", protocol: 2, ...hello }));
    const welcome = await client.nextMessage<Welcome & { type: string }>("welcome");
    const screen = screens.get(welcome.session);
    if (screen === undefined) throw new Error(`the session ${welcome.session} has no page`);
    // A client that resumes and is up to date receives no update.
    const isUpToDate = welcome.resumed && (hello?.resume?.seq ?? 0) > 0;
    const { seq } = isUpToDate ? { seq: hello?.resume?.seq as number } : await client.nextMessage<Update>("update");
    return new AttackClient(client, welcome, screen, seq);
  }

  /** Sends any value as JSON. */
  send(message: unknown): void {
    void this.client.sendText(JSON.stringify(message));
  }

  /** Numbers commands and sends them. Returns the number of the last one. */
  commands(...list: readonly object[]): number {
    this.send({ type: "commands", seq: this.#seq, commands: list.map((each) => ({ cmd: ++this.cmd, ...each })) });
    return this.cmd;
  }

  event(control: Control | number, event: unknown, ...data: unknown[]): number {
    return this.commands({ id: idOf(control), event, ...(data.length > 0 && { data: data[0] }) });
  }

  write(control: Control | number, write: unknown): number {
    return this.commands({ id: idOf(control), write });
  }

  /** Waits until a command is acknowledged. Returns the operations that were received since the last call. */
  async answer(cmd: number = this.cmd, ms: number = PATIENCE): Promise<Operation[]> {
    while (this.#ack < cmd) {
      const update = await this.client.nextMessage<Update & { type: string }>("update", ms);
      this.#seq = update.seq;
      this.#ack = update.ack;
      this.#ops.push(...operationsOf(update));
    }
    return this.#ops.splice(0);
  }

  /** Waits until the server closes the connection, and returns its code. */
  async code(ms: number = PATIENCE): Promise<number | undefined> {
    return (await this.client.closed(ms)).code;
  }

  /** Checks that the server still runs the events of this client. */
  async expectServed(): Promise<void> {
    const before = Number(this.screen.text.value);
    await this.answer(this.event(this.screen.button, "click"));
    expect(this.screen.text.value).toBe(String(before + 1));
  }

  /** Notices that were received so far. */
  get notices(): readonly Notice[] {
    return this.client.messages.filter((message) => (message as Notice).type === "notice") as Notice[];
  }

  /** The data with which a client can resume this session. */
  get resume(): NonNullable<Hello["resume"]> {
    const { session, secret } = this.welcome;
    return { session, secret, seq: this.#seq, cmd: this.#ack };
  }
}

function idOf(control: Control | number): number {
  return typeof control === "number" ? control : control.id;
}
