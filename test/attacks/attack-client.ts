import type { Control } from "runlet";
import type { Hello, Notice, Operation, Update, Welcome } from "runlet/transport";
import { expect } from "vitest";
import { PATIENCE } from "../support/patience.ts";
import type { RawClient } from "../support/raw-client.ts";
import type { AttackedPage } from "./attacked-page.ts";

export interface JoinOptions {
  /** Added to its hello. */
  readonly hello?: Partial<Hello> & { readonly [more: string]: unknown };
}

/** Somebody with a session, who may say whatever they like. */
export class AttackClient {
  readonly client: RawClient;
  readonly welcome: Welcome;
  /** What their session shows, on the server's side. */
  readonly screen: AttackedPage;
  /** The number of the last command. */
  cmd: number;
  #seq: number;
  /** The last command that was answered. */
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
    await client.sendText(JSON.stringify({ type: "hello", protocol: 1, ...hello }));
    const welcome = await client.nextMessage<Welcome & { type: string }>("welcome");
    const screen = screens.get(welcome.session);
    if (screen === undefined) throw new Error(`nothing is shown in ${welcome.session}`);
    // Who comes back and lacks nothing is told nothing.
    const isUpToDate = welcome.resumed && (hello?.resume?.seq ?? 0) > 0;
    const { seq } = isUpToDate ? { seq: hello?.resume?.seq as number } : await client.nextMessage<Update>("update");
    return new AttackClient(client, welcome, screen, seq);
  }

  /** Sends anything as JSON. */
  send(message: unknown): void {
    void this.client.sendText(JSON.stringify(message));
  }

  /** Sends commands, which are given their numbers. The result is the last one's. */
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

  /** Waits until a command is acknowledged. Gives the operations that have come since the last time. */
  async answer(cmd: number = this.cmd, ms: number = PATIENCE): Promise<Operation[]> {
    while (this.#ack < cmd) {
      const { seq, ack, ops } = await this.client.nextMessage<Update & { type: string }>("update", ms);
      this.#seq = seq;
      this.#ack = ack;
      this.#ops.push(...ops);
    }
    return this.#ops.splice(0);
  }

  /** The code that the server closes with. */
  async code(ms: number = PATIENCE): Promise<number | undefined> {
    return (await this.client.closed(ms)).code;
  }

  /** That the server still listens: an event of theirs is run. */
  async expectServed(): Promise<void> {
    const before = Number(this.screen.text.value);
    await this.answer(this.event(this.screen.button, "click"));
    expect(this.screen.text.value).toBe(String(before + 1));
  }

  /** The notices that have come. */
  get notices(): readonly Notice[] {
    return this.client.messages.filter((message) => (message as Notice).type === "notice") as Notice[];
  }

  /** What the server would let in with. */
  get resume(): NonNullable<Hello["resume"]> {
    const { session, secret } = this.welcome;
    return { session, secret, seq: this.#seq, cmd: this.#ack };
  }
}

function idOf(control: Control | number): number {
  return typeof control === "number" ? control : control.id;
}
