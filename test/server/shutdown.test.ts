import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Button, type Page } from "runlet";
import { createApp } from "runlet/server";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { eventually } from "../support/patience.ts";
import { RawClient } from "../support/raw-client.ts";

/**
 * A program of its own, because a signal ends the process. It uses the built package, which starts sooner than the
 * sources. The app's code is the second argument.
 */
const PROGRAM = `
import { Button } from "runlet";
import { createApp, serve } from "runlet/server";
import { createServer } from "node:http";
const [options, code] = process.argv.slice(1);
const say = (kind) => (...what) => console.log(kind, ...what);
const log = { info: say("info"), warn: say("warn"), error: say("error") };
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const all = { port: 0, host: "127.0.0.1", log, ...JSON.parse(options) };
const start = (main, more) => serve(main, { ...all, ...more });
/** A main function that shows one button, with this handler. */
const withButton = (onClick, more = () => {}) => (page) => {
  page.onClose = () => console.log("closed");
  page.add(new Button({ content: "x", onClick }));
  more(page);
};
/** Resolves a while after the client of a page was disconnected. */
const late = async (page) => { while (page.session.isConnected) await sleep(10); await sleep(200); };
const parts = { start, sleep, late, withButton, createApp, createServer, all };
await new Function(...Object.keys(parts), "return (async () => {" + code + "})()")(...Object.values(parts));
`;

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

/** A running program, with a client of each app that it serves. */
class Program {
  readonly process: ChildProcess;
  output = "";
  /** Resolves with the exit code, or with the signal that ended the process. */
  readonly ended: Promise<number | string | null>;
  readonly clients: { readonly socket: WebSocket; readonly closed: Promise<number> }[] = [];

  constructor(code: string, options: object = {}) {
    const args = ["--input-type=module", "-e", PROGRAM, JSON.stringify(options), code];
    const { NODE_OPTIONS: _, RUNLET_SERVER_PORT: __, ...env } = process.env;
    this.process = spawn(process.execPath, args, { env });
    children.push(this.process);
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on("data", (data) => {
        this.output += String(data);
      });
    }
    this.ended = new Promise((resolve) => this.process.on("close", (code, signal) => resolve(signal ?? code)));
  }

  /** Starts a program, and presses the button of its apps. */
  static async start(code: string, options: object = {}, apps = 1): Promise<Program> {
    const program = new Program(code, options);
    await program.hears(new RegExp(`(?:serves http:[\\s\\S]*){${apps}}`));
    for (const [, url = ""] of program.output.matchAll(/serves (http:\S+)/g)) await program.#press(url);
    return program;
  }

  async #press(url: string): Promise<void> {
    const socket = new WebSocket(`${url.replace("http", "ws")}ws`, { origin: new URL(url).origin });
    const closed = new Promise<number>((resolve) => socket.on("close", resolve).on("error", () => {}));
    this.clients.push({ socket, closed });
    let acked = 0;
    socket.on("open", () => socket.send('{"type":"hello","protocol":2}'));
    socket.on("message", (data) => {
      const message = JSON.parse(String(data)) as { type: string; seq: number; ack: number };
      acked = message.ack ?? 0;
      if (message.type !== "update" || message.seq !== 1) return;
      socket.send('{"type":"commands","seq":1,"commands":[{"cmd":1,"id":2,"event":"click"}]}');
    });
    await eventually(() => expect(acked).toBe(1));
  }

  async hears(text: RegExp): Promise<void> {
    await eventually(() => expect(this.output).toMatch(text));
  }

  /** Sends a signal, and returns how the process ends and how its clients are closed. */
  async signal(signal: NodeJS.Signals = "SIGTERM"): Promise<{ end: unknown; codes: number[] }> {
    this.process.kill(signal);
    const codes = await Promise.all(this.clients.map(({ closed }) => closed));
    return { end: await this.ended, codes };
  }
}

const orderly = { end: 0, codes: [1012] };

describe.runIf(process.platform !== "win32")("a signal", () => {
  const endings: readonly [what: string, code: string, said: RegExp, unsaid?: RegExp][] = [
    ["with nothing running", "start(withButton(() => {}))", /closed\n$/, /waits|had not ended/],
    [
      "while a handler runs",
      'start(withButton(async ({ page }) => { await late(page); console.log("worked"); }))',
      /worked\nclosed\n$/,
    ],
    [
      "while a handler sleeps, more than once",
      'start(withButton(async ({ page }) => { await late(page); await page.sleep(200); await page.sleep(200); console.log("worked"); }))',
      /worked\nclosed\n$/,
    ],
    [
      "while a handler fails later",
      'start(withButton(async ({ page }) => { await late(page); throw new Error("disk full"); }))',
      /disk full[\s\S]*closed\n$/,
    ],
    [
      "while a task runs",
      'start(withButton(({ page }) => void page.runTask(async () => { await late(page); console.log("worked"); })))',
      /worked\nclosed\n$/,
    ],
    [
      "while a task sleeps before its work",
      'start(withButton(({ page }) => void page.runTask(async () => { await page.sleep(3000); console.log("worked"); })))',
      /worked\nclosed\n$/,
    ],
    [
      "while a task repeats something for ever",
      "start(withButton(({ page }) => void page.runTask(async () => { for (;;) await page.sleep(50); })))",
      /closed\n$/,
      /waits|had not ended/,
    ],
    ["while main never ends", "start(withButton(() => {}, () => sleep(600_000)))", /closed\n$/, /waits|had not ended/],
    [
      "with an async onClose",
      'start(withButton(() => {}, (page) => { page.onClose = async () => { await sleep(400); console.log("saved"); }; }))',
      /saved\n$/,
    ],
    [
      "while a handler changes controls that nobody shows any more",
      "start(withButton(async ({ control, page }) => { await late(page); control.content = 'y'; await sleep(50); console.log(control.content, page.session.isConnected); }))",
      /y false\nclosed\n$/,
    ],
    [
      "while authenticate() has not answered for another client",
      "let n = 0; start(withButton(() => {}), { authenticate: () => (n++ === 0 ? 'ann' : new Promise(() => {})) })",
      /closed\n$/,
    ],
    [
      "with sessions that end together with their connections",
      'start(withButton(async ({ page }) => { await late(page); console.log("worked"); }), { sessionTimeout: 0 })',
      /worked\nclosed\n$/,
    ],
  ];

  test.each(endings)("%s ends the process in order, with exit code 0", async (_, code, said, unsaid = /error\d/) => {
    const program = await Program.start(code);
    const { port } = new URL(/http:\S+/.exec(program.output)?.[0] ?? "");
    // A connection that asks for nothing more, and one that is not admitted yet, do not delay the end.
    const idle = await fetch(`http://127.0.0.1:${port}/`);
    await idle.text();
    const late = new WebSocket(`ws://127.0.0.1:${port}/ws`, { origin: `http://127.0.0.1:${port}` });
    late.on("error", () => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await program.signal()).toEqual(orderly);
    expect(program.output).toMatch(said);
    expect(program.output).not.toMatch(unsaid);
  });

  test("SIGINT does the same as SIGTERM, for all apps of the process together", async () => {
    const code =
      'const main = (name) => withButton(async ({ page }) => { await late(page); console.log(name, "worked"); }); await start(main("one")); await start(main("two"));';
    const program = await Program.start(code, {}, 2);
    expect(await program.signal("SIGINT")).toEqual({ end: 0, codes: [1012, 1012] });
    expect(program.output).toMatch(/(\w+ worked\n[\s\S]*){2}/);
    expect(program.output.match(/closed/g)).toHaveLength(2);
  });

  test("ends a handler that never ends after shutdownTimeout, and the log names it", async () => {
    const program = await Program.start("start(withButton(() => new Promise(() => {})))", { shutdownTimeout: 2 });
    expect(await program.signal()).toEqual(orderly);
    expect(program.output).toMatch(/info \[runlet\] is ending, and waits for handler onClick of Page > Button\[0\]\./);
    expect(program.output).toMatch(
      /warn \[runlet\] [\da-f-]{36}: ended while handler onClick of Page > Button\[0\] had not ended\. More time: shutdownTimeout\.\nclosed\n$/,
    );
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("a second one, %s, ends the process at once with exit code %d", async (signal, code) => {
    const program = await Program.start("start(withButton(() => new Promise(() => {})))", { shutdownTimeout: 600 });
    program.process.kill("SIGTERM");
    expect(await program.clients[0]?.closed).toBe(1012);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await program.signal(signal)).toEqual({ end: code, codes: [1012] });
    expect(program.output).not.toContain("closed");
  });

  test("that comes twice for one Ctrl+C is one wish: the handler ends first", async () => {
    const code =
      'await start(withButton(async ({ page }) => { await late(page); console.log("worked"); })); process.on("SIGUSR2", () => { for (let at = 0; at < 3; at++) process.emit("SIGINT", "SIGINT"); });';
    const program = await Program.start(code);
    expect(await program.signal("SIGUSR2")).toEqual(orderly);
    expect(program.output).toMatch(/worked\nclosed\n$/);
  });

  test("new connections are refused from then on", async () => {
    const program = await Program.start("start(withButton(({ page }) => late(page)))");
    const [url = ""] = /http:\S+/.exec(program.output) ?? [];
    program.process.kill("SIGTERM");
    expect(await program.clients[0]?.closed).toBe(1012);
    await expect(fetch(url)).rejects.toThrow();
    expect(await program.ended).toBe(0);
  });

  test("of a program that listens for it as well ends the process when the program says so", async () => {
    const code =
      'const app = await start(withButton(({ page }) => late(page))); process.on("SIGTERM", async () => { await app.close({ drain: true }); await sleep(400); console.log("pool closed"); process.exit(7); });';
    const program = await Program.start(code);
    expect(await program.signal()).toEqual({ end: 7, codes: [1012] });
    expect(program.output).toMatch(/closed\npool closed\n$/);
  });

  test("of a program whose listener does nothing ends the process after a while", async () => {
    const code = 'await start(withButton(() => {})); setInterval(() => {}, 1000); process.on("SIGTERM", () => {});';
    const program = await Program.start(code, { shutdownTimeout: 1 });
    expect(await program.signal()).toEqual(orderly);
  });

  test("has its usual effect after the app was closed, and on a program with createApp()", async () => {
    const closed = new Program(
      'const app = await start(() => {}); await app.close(); console.log("ready"); setInterval(() => {}, 1000)',
    );
    const embedded = new Program(
      'const app = createApp(() => {}, all); createServer(app.listener).listen(0, "127.0.0.1", () => console.log("ready"))',
    );
    for (const program of [closed, embedded]) {
      await program.hears(/ready/);
      program.process.kill("SIGTERM");
      expect(await program.ended).toBe("SIGTERM");
    }
  });

  test("of a program with createApp() can end in the same order by close({ drain: true })", async () => {
    const code = `
      const app = createApp(withButton(async ({ page }) => { await late(page); console.log("worked"); }), all);
      const server = createServer(app.listener).on("upgrade", app.handleUpgrade);
      server.listen(0, "127.0.0.1", () => console.log("serves http://127.0.0.1:" + server.address().port + "/"));
      process.once("SIGTERM", async () => {
        server.close();
        await app.close({ drain: true });
        server.closeAllConnections();
      });
    `;
    const program = await Program.start(code);
    expect(await program.signal()).toEqual(orderly);
    expect(program.output).toMatch(/worked\nclosed\n$/);
  });

  test("close() during a drain ends everything at once", async () => {
    const code =
      "const app = await start(withButton(() => new Promise(() => {}))); process.on('SIGUSR2', () => { void app.close({ drain: true }); setTimeout(() => app.close(), 300); });";
    const program = await Program.start(code, { shutdownTimeout: 600 });
    expect(await program.signal("SIGUSR2")).toEqual(orderly);
    expect(program.output).toMatch(/warn .* had not ended[\s\S]*closed\n$/);
  });
});

test.each([true, false])(
  "an app in a server of its own refuses new connections when it ends, with drain: %s",
  async (drain) => {
    const log = { info() {}, warn() {}, error() {} };
    let finish = (): void => {};
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const app = createApp((page: Page) => page.add(new Button({ content: "x", onClick: () => work })), { log });
    const server = createServer(app.listener).on("upgrade", app.handleUpgrade).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    onTestFinished(() => void server.close());
    const statusOfNew = async () => {
      const client = await RawClient.connect({ port, path: "/ws" });
      client.destroy();
      return client.status;
    };
    const first = await RawClient.connect({ port, path: "/ws" });
    await first.sendText('{"type":"hello","protocol":2}');
    await first.nextMessage("update");
    await first.sendText('{"type":"commands","seq":1,"commands":[{"cmd":1,"id":2,"event":"click"}]}');
    await first.nextMessage("update");
    expect(await statusOfNew()).toBe(101);
    const closed = app.close({ drain });
    expect(await statusOfNew()).toBe(503);
    finish();
    await closed;
    expect([await statusOfNew(), app.sessions]).toEqual([503, []]);
    first.destroy();
  },
);
