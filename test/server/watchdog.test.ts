import { type ChildProcess, spawn } from "node:child_process";
import { Button, Column, Text } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { Funnel } from "../../src/core/reactive/funnel.ts";
import { NODE } from "../../src/core/tree/node.ts";
import { startWatchdog, type Watchdog, type WatchdogOptions } from "../../src/server/watchdog.ts";

/** Blocks the event loop for this many milliseconds. */
function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** Replaces the clock, so that a busy machine does not change the result. Returns a function that advances it. */
function fakeTime(): (ms: number) => void {
  let now = 1000;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  return (ms) => {
    now += ms;
  };
}

const watchdogs: Watchdog[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const watchdog of watchdogs.splice(0)) watchdog.stop();
});

/** Starts a watchdog, and mounts a page whose code it observes through a funnel. */
function watched(options: Omit<WatchdogOptions, "log"> = {}) {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const watch = startWatchdog({ log, ...options });
  watchdogs.push(watch);
  const button = new Button({ content: "x" });
  const text = new Text({ value: "x" });
  const h: Harness = mount((page) => page.add(button, new Column({ controls: [text] })));
  const unhandled = vi.fn();
  const funnelOf = (session: string) => new Funnel({ pageHandler: () => undefined, unhandled, watch, session });
  const lines = () => log.warn.mock.calls.map(([line]) => String(line));
  return { h, log, lines, watch, unhandled, funnelOf, funnel: funnelOf("S1"), button: button[NODE], text: text[NODE] };
}

describe("slow code", () => {
  test("is logged once with its place and duration, and fast code is not logged", () => {
    const { log, funnel, button, text } = watched();
    expect(funnel.run("handler", "onClick", button, () => block(250))).toBe(undefined);
    expect(funnel.run("hook", "didMount", text, () => "fast")).toBe("fast");
    funnel.run("handler", "onClick", button, () => block(5));
    expect(log.warn).toHaveBeenCalledTimes(1);
    const [line] = log.warn.mock.calls[0] ?? [];
    const pattern =
      /^\[runlet\] S1: handler onClick of Page > Button\[0\] took (\d+) ms; every session waited for it\.$/;
    expect(line).toMatch(pattern);
    const ms = Number(pattern.exec(line)?.[1]);
    expect(ms).toBeGreaterThanOrEqual(250);
    expect(ms).toBeLessThan(2000);
  });

  test.each([undefined, 50])(
    "is code that takes longer than slowAfter (%s), which is 200 ms by default",
    (slowAfter) => {
      const take = fakeTime();
      const { lines, funnel, button } = watched(slowAfter === undefined ? {} : { slowAfter });
      const most = slowAfter ?? 200;
      for (const ms of [most, most + 1]) funnel.run("handler", "onClick", button, () => take(ms));
      expect(lines()).toEqual([expect.stringContaining(` took ${most + 1} ms`)]);
    },
  );

  test("that throws is logged up to the error, and the error is reported as usual", () => {
    const take = fakeTime();
    const { lines, funnel, button, unhandled } = watched();
    const fail = (ms: number) => () => {
      take(ms);
      throw new Error("mine");
    };
    funnel.run("handler", "onClick", button, fail(210));
    funnel.run("handler", "onHover", button, fail(0));
    expect(unhandled).toHaveBeenCalledTimes(2);
    expect(lines()).toEqual([
      "[runlet] S1: handler onClick of Page > Button[0] took 210 ms; every session waited for it.",
    ]);
    take(210);
    funnel.run("handler", "onClick", button, () => {});
    expect(lines()).toHaveLength(1);
  });

  test("is measured until it returns, not until its promise settles", async () => {
    const take = fakeTime();
    const { lines, funnel, button } = watched();
    const result = funnel.run("handler", "onClick", button, async () => {
      await undefined;
      take(300);
    });
    await result;
    expect(lines()).toEqual([]);
  });

  test("inside other code is named in the line of the outermost code, if it took most of the time", () => {
    const take = fakeTime();
    const { lines, funnel, funnelOf, button, text } = watched();
    const update = (ms: number) => funnel.run("hook", "beforeUpdate", text, () => take(ms));
    // The handler itself took most of the time.
    funnel.run("handler", "onClick", button, () => {
      update(210);
      take(250);
    });
    // The longest nested call took most of the time. Its innermost call belongs to another session.
    funnel.run("handler", "onClick", button, () => {
      update(210);
      funnel.run("observable", "value", text, () => {
        take(50);
        funnelOf("S2").run("hook", "beforeUpdate", text, () => {
          update(1);
          take(900);
        });
      });
      update(210);
    });
    // No single nested call took most of the time.
    funnel.run("handler", "onClick", button, () => {
      for (let n = 0; n < 4; n++) update(100);
    });
    const outer = "[runlet] S1: handler onClick of Page > Button[0]";
    expect(lines()).toEqual([
      `${outer} took 460 ms; every session waited for it.`,
      `${outer} took 1371 ms, 901 ms of them in hook beforeUpdate of Page > Column[1] > Text[0] of session S2; every session waited for it.`,
      `${outer} took 400 ms; every session waited for it.`,
    ]);
  });

  test("in didCatch() and page.onError is logged too", () => {
    const take = fakeTime();
    const { lines, h, watch, button } = watched();
    h.page.didCatch = () => void take(210);
    const sink = { pageHandler: () => () => take(210), unhandled: () => {}, watch, session: "S1" };
    const fail = () => {
      throw new Error("mine");
    };
    new Funnel(sink).run("handler", "onClick", button, fail);
    expect(lines()).toEqual([
      "[runlet] S1: didCatch didCatch of Page took 210 ms; every session waited for it.",
      "[runlet] S1: didCatch onError of Page > Button[0] took 210 ms; every session waited for it.",
    ]);
  });

  test("is logged even if the end of an earlier call is missing", async () => {
    const take = fakeTime();
    const { lines, watch, funnel, button, text } = watched({ blockedAfter: 100 });
    watch.callBegan("S1", "hook", "didMount", text);
    await new Promise((resolve) => setTimeout(resolve, 60));
    funnel.run("handler", "onClick", button, () => take(210));
    watch.callEnded();
    expect(lines()).toEqual([
      "[runlet] S1: handler onClick of Page > Button[0] took 210 ms; every session waited for it.",
    ]);
  });
});

describe("names that the watchdog stores", () => {
  test("are removed when their session ends", () => {
    const { watch, funnelOf, button } = watched();
    const ids = Array.from({ length: 20 }, (_, n) => `S${n}`);
    for (const id of ids) for (let n = 0; n < 3; n++) funnelOf(id).run("handler", "onClick", button, () => {});
    expect(watch.size).toBe(20 + 3);
    for (const id of ids) watch.forget(id);
    watch.forget("none");
    expect(watch.size).toBe(3);
  });

  test("are limited to 10,000, however many topics an app uses", () => {
    const { watch, funnel, button } = watched();
    for (let n = 0; n < 10_100; n++) funnel.run("pubsub", `room ${n}`, button, () => {});
    expect(watch.size).toBe(10_000);
  });
});

/** A script for a child process that runs `act`. The watchdog observes only code that `act` passes to `run`. */
const SCRIPT = `
import { readSync } from "node:fs";
import { Button } from "./src/controls/button/button.ts";
import { mount } from "./src/testing/index.ts";
import { Funnel } from "./src/core/reactive/funnel.ts";
import { NODE } from "./src/core/tree/node.ts";
import { startWatchdog } from "./src/server/watchdog.ts";
const [options, act] = process.argv.slice(1);
const watch = startWatchdog({ log: { warn: console.log }, blockedAfter: 300, ...JSON.parse(options) });
const button = new Button({ content: "x" });
mount((page) => page.add(button));
const funnel = new Funnel({ pageHandler: () => undefined, unhandled: console.log, watch, session: "S1" });
const run = (code, name = "onClick") => funnel.run("handler", name, button[NODE], code);
const block = (ms) => { for (const end = performance.now() + ms; performance.now() < end; ); };
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
// Blocks until the parent process releases it.
const hold = () => readSync(0, Buffer.alloc(1));
const stop = () => process.kill(process.pid, "SIGSTOP");
run(() => console.log("ready"));
await new Function("run", "block", "sleep", "hold", "stop", "return (async () => {" + act + "})()")(run, block, sleep, hold, stop);
console.log("done");
`;

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

/** Runs the script to its end. Returns its output, its exit code or signal, and its duration after it was ready. */
async function runs(
  act: string,
  options: object = {},
  received: (child: ChildProcess, text: string) => void = () => {},
) {
  const args = ["--import", "tsx", "--input-type=module", "-e", SCRIPT, JSON.stringify(options), act];
  const child = spawn(process.execPath, args);
  children.push(child);
  let [out, err, start] = ["", "", 0];
  child.stdout.on("data", (data) => {
    start ||= performance.now();
    out += data;
    received(child, out);
  });
  child.stderr.on("data", (data) => {
    err += data;
    received(child, err);
  });
  const end = await new Promise((resolve) => child.on("close", (code, signal) => resolve(signal ?? code)));
  return { out: out.replace(/^ready\n/, ""), err, end, took: performance.now() - start };
}

/** Returns the milliseconds in the lines about a blocked event loop. */
function blockedFor(err: string): number[] {
  return [...err.matchAll(/^\[runlet\] the event loop has been blocked for (\d+) ms/gm)].map(([, ms]) => Number(ms));
}

/** Releases a process that calls `hold`, after this many lines about the blocked event loop. */
function releaseAfter(lines: number): (child: ChildProcess, text: string) => void {
  return (child, text) => {
    if (blockedFor(text).length >= lines) child.stdin?.end("x");
  };
}

describe.concurrent("a blocked event loop", () => {
  test("is reported on stderr with the blocking code, and the process is killed after killAfter", async ({
    expect,
  }) => {
    const { out, err, end, took } = await runs("run(() => { for (;;); })", { killAfter: 900 });
    const line = "by handler onClick of Button of session S1";
    expect(err.replace(/\d+ ms/g, "# ms").split("\n")).toEqual([
      `[runlet] the event loop has been blocked for # ms ${line}.`,
      `[runlet] the event loop has been blocked for # ms ${line}.`,
      `[runlet] the event loop has been blocked for # ms ${line}; the process is killed.`,
      "",
    ]);
    const [first = 0, second = 0, last = 0] = blockedFor(err);
    expect([first >= 300, second >= 600, last >= 900]).toEqual([true, true, true]);
    expect([out, end]).toEqual(["", "SIGKILL"]);
    expect(took / last).toBeLessThan(5.5);
  });

  test("continues without killAfter, and is logged once after it ends", async ({ expect }) => {
    const act = "run(() => run(() => { block(1500); hold(); }, 'onHover')); await sleep(100)";
    const { out, err, end } = await runs(act, {}, releaseAfter(2));
    const [first = 0, second = 0] = blockedFor(err);
    expect([first >= 300, second >= 600]).toEqual([true, true]);
    const inner = "handler onHover of Button of session S1";
    expect(err).toContain(` ms by ${inner}, called in handler onClick of Button of session S1.\n`);
    const button = "Page > Button[0]";
    expect(out.replace(/\d+ ms/g, "# ms").split("\n")).toEqual([
      `[runlet] S1: handler onClick of ${button} took # ms, # ms of them in handler onHover of ${button}; every session waited for it.`,
      "done",
      "",
    ]);
    expect(end).toBe(0);
  });

  test("outside handlers and hooks is logged once as such", async ({ expect }) => {
    const act = "await sleep(1); run(() => block(5)); hold(); await sleep(100)";
    const { out, err } = await runs(act, {}, releaseAfter(1));
    expect(err).toMatch(
      /by code after an await, in a timer or of the framework; the last before it was handler onClick/,
    );
    const line =
      /^\[runlet\] the event loop was blocked for about \d+ ms, \d+ ms of them in handlers and hooks \(calls: \d\)/;
    expect(out).toMatch(line);
    expect(out.match(/\[runlet\]/g)).toHaveLength(1);
  });

  test("is not reported while the process waits", async ({ expect }) => {
    const { out, err, end } = await runs("await sleep(1000)", { killAfter: 600 });
    expect([out, err, end]).toEqual(["done\n", "", 0]);
  });

  test.skipIf(process.platform === "win32")(
    "is not reported after the whole process was suspended",
    async ({ expect }) => {
      const act = "await sleep(150); block(200); console.log('stops'); stop(); block(20); await sleep(20)";
      const { out, err, end, took } = await runs(act, { blockedAfter: 1200, killAfter: 1300 }, (child, text) => {
        if (text.includes("stops")) setTimeout(() => child.kill("SIGCONT"), 1400);
      });
      expect([out, err, end]).toEqual(["stops\ndone\n", "", 0]);
      expect(took).toBeGreaterThan(1700);
    },
  );
});
