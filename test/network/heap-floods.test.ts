import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { PROTOCOL_VERSION, type ServerMessage } from "../../src/protocol/messages.ts";
import { isSoak } from "../support/measurements.ts";

/** An app that lets its clients fill the memory in several ways, as apps do. */
const SERVER = `
const { Button, run, Text, TextField } = await import(${JSON.stringify(new URL("../../src/index.ts", import.meta.url).href)});
const main = (page) => {
  page.add(new Button({ content: "controls", onClick: () => page.controls.push(...Array.from({ length: 500 }, (_, n) => new Text({ value: "row ".repeat(20) + n }))) }));
  const log = new Text();
  page.add(new Button({ content: "text", onClick: () => { log.value += String.fromCharCode(300).repeat(100_000); } }), log);
  for (let n = 0; n < 30; n++) page.add(new TextField());
};
await run(main, { port: 0, host: "127.0.0.1", log: { info: console.log, warn() {}, error: console.error } });
`;
const [CONTROLS, TEXT, FIRST_FIELD] = [2, 3, 5];

let server: ChildProcess | undefined;
afterEach(() => void server?.kill("SIGKILL"));

/** Starts the app with a heap of this many MiB. Returns its URL and how it ended, if it has. */
async function serve(heap: number): Promise<{ readonly url: string; ended(): string | undefined }> {
  const flags = [`--max-old-space-size=${heap}`, "--import", "tsx", "--input-type=module", "-e", SERVER];
  const child = spawn(process.execPath, flags, { cwd: fileURLToPath(new URL("../..", import.meta.url)) });
  server = child;
  let [output, end] = ["", undefined as string | undefined];
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  child.on("close", (code, signal) => (end = `${code} ${signal} ${/FATAL.*/.exec(output)?.[0] ?? output}`));
  await expect.poll(() => /http:\S+/.exec(output)?.[0] ?? end).toBeDefined();
  return { url: /http:\S+/.exec(output)?.[0] ?? "", ended: () => end };
}

/** A client from an address of its own, which answers as a browser would. */
class Visitor {
  readonly #socket: WebSocket;
  #seq = 0;
  #cmd = 0;
  #acked = 0;
  closed: number | undefined;
  isServed = false;
  readonly done: Promise<void>;

  constructor(url: string, address: number) {
    const about = { origin: new URL(url).origin, localAddress: `127.0.${address >> 8}.${(address & 255) + 1}` };
    this.#socket = new WebSocket(`${url.replace("http", "ws")}ws`, about);
    this.#socket.on("error", () => {});
    this.#socket.on("open", () => this.#send({ type: "hello", protocol: PROTOCOL_VERSION }));
    this.#socket.on("message", (data) => this.#receive(JSON.parse(String(data)) as ServerMessage));
    this.done = new Promise((resolve) =>
      this.#socket.on("close", (code) => {
        this.closed = code;
        resolve();
      }),
    );
  }

  #receive(message: ServerMessage): void {
    if (message.type !== "update") return;
    this.isServed = true;
    this.#seq = message.seq;
    this.#acked = message.ack;
    this.#send({ type: "ack", seq: message.seq });
  }

  #send(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Waits until the client is served, or refused. */
  async enter(): Promise<this> {
    await expect.poll(() => this.isServed || this.closed !== undefined).toBe(true);
    return this;
  }

  /** Sends a command, and waits until it has run or the connection has ended. */
  async command(command: object): Promise<void> {
    const cmd = ++this.#cmd;
    this.#send({ type: "commands", seq: this.#seq, commands: [{ cmd, ...command }] });
    await expect.poll(() => this.#acked >= cmd || this.closed !== undefined, { interval: 2 }).toBe(true);
  }

  leave(): void {
    this.#socket.terminate();
  }
}

/** Fills thirty fields with texts of two bytes a character. */
async function fill(visitor: Visitor): Promise<void> {
  const value = String.fromCharCode(300).repeat(62_000);
  for (let at = 0; at < 30 && visitor.closed === undefined; at++) {
    await visitor.command({ id: FIRST_FIELD + at, write: { value: `${at} ${value}` } });
  }
}

async function click(visitor: Visitor, id: number, times: number): Promise<void> {
  for (let at = 0; at < times && visitor.closed === undefined; at++) await visitor.command({ id, event: "click" });
}

const floods: { readonly [name: string]: (visitor: Visitor) => Promise<void> } = {
  "texts, by clients that stay": fill,
  "texts, by clients that leave": async (visitor) => {
    await fill(visitor);
    visitor.leave();
  },
  "controls, by clients that stay": (visitor) => click(visitor, CONTROLS, 40),
  "texts of the app, by clients that leave": async (visitor) => {
    await click(visitor, TEXT, 20);
    visitor.leave();
  },
  "sessions that leave at once": async (visitor) => visitor.leave(),
};
const heaps = isSoak ? [64, 256, 1024] : [64];

test.each(heaps.flatMap((heap) => Object.keys(floods).map((name) => [heap, name] as const)))(
  "a process with a heap of %d MiB survives a flood of %s, and serves who comes then",
  { timeout: 600_000 },
  async (heap, name) => {
    const { url, ended } = await serve(heap);
    const flood = floods[name] as (visitor: Visitor) => Promise<void>;
    const visitors = name.includes("sessions") ? heap * 6 : Math.round(heap * 0.4);
    const waiting: Promise<void>[] = [];
    for (let at = 0; at < visitors && ended() === undefined; at++) {
      const visitor = await new Visitor(url, 2 + (at % 40)).enter();
      waiting.push(flood(visitor));
      if (at % 4 === 3) await Promise.all(waiting.splice(0));
    }
    await Promise.all(waiting);
    expect(ended()).toBeUndefined();
    const late = await new Visitor(url, 1000).enter();
    expect([late.isServed, late.closed]).toEqual([true, undefined]);
    await late.command({ id: FIRST_FIELD, write: { value: "here" } });
    expect([late.closed, ended()]).toEqual([undefined, undefined]);
  },
);
