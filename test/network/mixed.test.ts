import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { PROTOCOL_VERSION } from "../../src/protocol/messages.ts";
import { FaultProxy } from "../support/fault-proxy.ts";
import { isSoak, recordMeasurement } from "../support/measurements.ts";
import { between, pick, seeded } from "../support/random.ts";

/** Milliseconds of faults, floods and restarts. */
const DURATION = Number(process.env.RUNLET_MIXED_SECONDS ?? (isSoak ? 1800 : 12)) * 1000;
const PEOPLE = isSoak ? 60 : 20;
const HEAP = 256;

/**
 * An app in which each user has a page of their own, with their name in it, and handlers that fail in odd ways. It prints
 * its memory when it is asked to.
 */
const SERVER = `
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
const { Button, run, Text, TextField } = await import(${JSON.stringify(new URL("../../src/index.ts", import.meta.url).href)});
const odd = [Object.create(null), undefined, Symbol("x"), new Proxy({}, { get() { throw new Error("trap"); } }), { toString() { throw 1; } }];
const main = (page) => {
  const mine = new Text({ value: "page of <" + (page.session.user ?? "no user") + ">" });
  let clicks = 0;
  page.add(
    mine,
    new Button({ content: "count", onClick: () => { mine.value = "page of <" + (page.session.user ?? "no user") + "> " + ++clicks; } }),
    new Button({ content: "rows", onClick: () => void page.controls.push(...Array.from({ length: 300 }, () => new Text({ value: "row ".repeat(20) }))) }),
    new Button({ content: "throw", onClick: () => { throw odd[clicks++ % odd.length]; } }),
    new Button({ content: "reject", onClick: async () => { throw odd[clicks++ % odd.length]; } }),
    new Button({ content: "end", onClick: () => page.session.close() }),
    new TextField(),
  );
};
const authenticate = (request) => /user=([^;]+)/.exec(request.headers.get("cookie") ?? "")?.[1];
setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc");
process.on("message", () => {
  gc();
  process.send({ heap: process.memoryUsage().heapUsed, sessions: running.app.sessions.length });
});
const running = await run(main, { port: Number(process.env.PORT), host: "127.0.0.1", authenticate, sessionTimeout: 20, log: { info: console.log, warn() {}, error() {} } });
process.send({ port: running.port });
`;

interface Report {
  readonly heap: number;
  readonly sessions: number;
}

/** A server in a process of its own, which can be restarted at the same port. */
class Server {
  port = 0;
  /** Ways in which processes ended that were not asked to. */
  readonly crashes: string[] = [];
  /** Exit codes of processes that were asked to end. */
  readonly exits: (number | null)[] = [];
  #child: ChildProcess | undefined;

  async start(): Promise<void> {
    const flags = [`--max-old-space-size=${HEAP}`, "--import", "tsx", "--input-type=module", "-e", SERVER];
    const cwd = fileURLToPath(new URL("../..", import.meta.url));
    const env = { ...process.env, PORT: String(this.port) };
    const child = spawn(process.execPath, flags, { cwd, env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
    let errors = "";
    child.stderr?.on("data", (chunk) => (errors += chunk));
    child.on("close", (code, signal) => {
      if (this.#child === child) this.crashes.push(`${code} ${signal} ${errors.slice(-500)}`);
    });
    this.#child = child;
    const { port } = await this.#answer<{ port: number }>();
    this.port = port;
  }

  /** Ends the process as an operator does. */
  async stop(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null) return;
    this.#child = undefined;
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    child.kill(signal);
    const code = await ended;
    if (signal !== "SIGKILL") this.exits.push(code);
  }

  async report(): Promise<Report> {
    const child = this.#child;
    if (child?.connected !== true) throw new Error(`the server has ended: ${this.crashes.join()}`);
    // A failure of sending is the end of the process, which #answer reports.
    child.send("report", () => {});
    return this.#answer<Report>();
  }

  #answer<T>(): Promise<T> {
    const child = this.#child as ChildProcess;
    return new Promise((resolve, reject) => {
      child.once("message", (message) => resolve(message as T));
      child.once("close", () => reject(new Error(`the server has ended: ${this.crashes.join()}`)));
    });
  }
}

/** A person's browser, or a stranger's program, in its shortest form. Keeps every frame that names another person. */
class Client {
  readonly foreign: string[] = [];
  isOpen = false;
  updates = 0;
  seq = 0;
  cmd = 0;
  resume: { session: string; secret: string } | undefined;
  readonly #socket: WebSocket;

  constructor(port: number, origin: string, user: string, address: string, before?: Client) {
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, {
      origin,
      headers: { cookie: `user=${user}`, host: new URL(origin).host },
      localAddress: address,
    });
    this.#socket.on("error", () => {});
    this.#socket.on("close", () => (this.isOpen = false));
    this.#socket.on("open", () => {
      this.isOpen = true;
      const resume = before?.resume && { ...before.resume, seq: before.seq, cmd: 0 };
      this.send({ type: "hello", protocol: PROTOCOL_VERSION, instance: user, ...(resume && { resume }) });
    });
    this.#socket.on("message", (data) => {
      const text = String(data);
      const names = [...text.matchAll(/page of <([^>]*)>/g)].map(([, name]) => name);
      if (names.some((name) => name !== user)) this.foreign.push(`${user} saw ${names.join()}`);
      const message = JSON.parse(text) as { type: string; seq: number; session: string; secret: string; cmd: number };
      if (message.type === "welcome") {
        this.resume = { session: message.session, secret: message.secret };
        this.cmd = message.cmd;
      }
      if (message.type !== "update") return;
      this.updates++;
      this.seq = message.seq;
      this.send({ type: "ack", seq: message.seq });
    });
  }

  send(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  command(command: object): void {
    this.send({ type: "commands", seq: this.seq, commands: [{ cmd: ++this.cmd, ...command }] });
  }

  cut(): void {
    this.#socket.terminate();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("with faults, floods and restarts mixed, no process ends by itself, no person sees another page, and memory stays level", {
  timeout: DURATION * 3 + 240_000,
}, async () => {
  const server = new Server();
  await server.start();
  const proxy = await FaultProxy.start({ port: server.port, seed: 7 });
  onTestFinished(async () => {
    await proxy.close();
    await server.stop("SIGKILL");
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const random = seeded(7);
  const all: Client[] = [];
  const foreign: string[] = [];
  const memory: Report[] = [];
  let [connects, restarts, floods] = [0, 0, 0];
  const join = (port: number, user: string, address: string, before?: Client): Client => {
    connects++;
    const client = new Client(port, origin, user, address, before);
    all.push(client);
    return client;
  };
  const act = (client: Client): void => {
    const id = between(random, 3, 7);
    if (random() < 0.7) client.command({ id, event: "click" });
    else client.command({ id: 8, write: { value: `typed by ${random()}` } });
  };
  /** What a person does: reads, clicks, types, loses the line, reloads, logs in as another user. */
  const person = async (at: number, isOver: () => boolean): Promise<void> => {
    let user = `user ${at}`;
    let client: Client | undefined;
    while (!isOver()) {
      const before = random() < 0.8 ? client : undefined;
      if (before !== undefined && random() < 0.1) user = `user ${at} ${Math.floor(random() * 3)}`;
      client = join(proxy.port, user, `127.0.1.${1 + (at % 200)}`, before);
      for (let step = between(random, 1, 20); step > 0 && !isOver(); step--) {
        act(client);
        await pause(between(random, 5, 150));
      }
      client.cut();
      foreign.push(...client.foreign.splice(0));
    }
  };
  /** What a stranger does: as much as the limits allow, and more. */
  const stranger = async (at: number, isOver: () => boolean): Promise<void> => {
    while (!isOver()) {
      floods++;
      const client = join(server.port, "stranger", `127.0.2.${at + 1}`);
      await pause(30);
      const kind = pick(random, ["text", "resend", "refused", "garbage", "resume", "leave"]);
      for (let step = 0; step < 60 && client.isOpen; step++) {
        if (kind === "text") client.command({ id: 8, write: { value: `${step}`.repeat(30_000) } });
        else if (kind === "resend") client.send({ type: "resend", seq: 0 });
        else if (kind === "refused") client.command({ id: 2, write: { value: "x".repeat(5000) } });
        else if (kind === "garbage")
          client.send({ type: pick(random, ["ack", "commands", "hello"]), seq: random() * 9 });
        else if (kind === "resume") join(server.port, "stranger", `127.0.2.${at + 1}`, client);
        else break;
        await pause(2);
      }
      client.cut();
      for (const each of all.splice(0)) {
        foreign.push(...each.foreign);
        if (each.isOpen && random() < 0.5) each.cut();
        else if (each.isOpen) all.push(each);
      }
      await pause(between(random, 20, 200));
    }
  };
  const start = performance.now();
  let isDone = false;
  onTestFinished(() => {
    isDone = true;
  });
  const isOver = () => isDone;
  const running = [
    ...Array.from({ length: PEOPLE }, (_, at) => person(at, isOver)),
    ...Array.from({ length: 4 }, (_, at) => stranger(at, isOver)),
  ];
  for (let round = 0; performance.now() - start < DURATION; round++) {
    proxy.delay = random() < 0.5 ? { down: between(random, 0, 100), jitter: 50 } : {};
    proxy.slice = random() < 0.3 ? between(random, 1, 500) : {};
    await pause(Math.min(2500, DURATION / 8));
    if (round % 3 === 1) proxy.cutAll();
    const report = await server.report();
    if (performance.now() - start > DURATION / 4) memory.push(report);
    if (round % 12 !== 5) continue;
    restarts++;
    await server.stop(random() < 0.5 ? "SIGTERM" : "SIGKILL");
    await server.start();
  }
  isDone = true;
  await Promise.all(running);
  for (const client of all) client.cut();
  foreign.push(...all.flatMap((client) => client.foreign));
  const late = new Client(server.port, origin, "late", "127.0.3.1");
  await expect.poll(() => late.updates).toBeGreaterThan(0);
  late.cut();
  const heaps = memory.map(({ heap }) => heap / 2 ** 20);
  const half = Math.floor(heaps.length / 2);
  const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
  recordMeasurement("mixed", {
    seconds: Math.round((performance.now() - start) / 1000),
    connects,
    floods,
    restarts,
    "foreign pages": foreign.length,
    crashes: server.crashes.length,
    "heap MiB, first half": mean(heaps.slice(0, half)).toFixed(1),
    "second half": mean(heaps.slice(half)).toFixed(1),
    most: Math.max(...heaps).toFixed(1),
  });
  expect([server.crashes, foreign]).toEqual([[], []]);
  expect(server.exits.every((code) => code === 0)).toBe(true);
  expect(Math.max(...heaps)).toBeLessThan(HEAP * 0.9);
  if (isSoak) expect(mean(heaps.slice(half))).toBeLessThan(mean(heaps.slice(0, half)) * 1.3 + 10);
});
