import { Button, Host, type HostOptions, type Page } from "runlet";
import { memoryTransport } from "runlet/transport";
import { describe, expect, test } from "vitest";
import { PendingWork } from "../../src/core/reactive/pending-work.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";

const silent = { info() {}, warn() {}, error() {} };
const never = new Promise<void>(() => {});

/** A host on a virtual clock, with clients that show a button. */
function app(onClick: (page: Page) => unknown, options: HostOptions = {}, setUp: (page: Page) => unknown = () => {}) {
  const clock = new VirtualClock(0);
  const lines: string[] = [];
  const said: string[] = [];
  const log = { ...silent, info: (line: string) => said.push(line), warn: (line: string) => lines.push(line) };
  const main = (page: Page) => {
    page.onClose = () => void closed.push(page.session.id);
    page.add(new Button({ content: "x", onClick: () => onClick(page) }));
    return setUp(page) as void;
  };
  const host = new Host(main, { clock, log, ...options });
  const closed: string[] = [];
  const codes: number[] = [];
  const connect = async (isPressed = true) => {
    const { server, client } = memoryTransport();
    host.accept(server);
    void client.closed.then(({ code }) => codes.push(code));
    client.send({ type: "hello", protocol: 2 });
    await turns();
    if (isPressed) client.send({ type: "commands", seq: 1, commands: [{ cmd: 1, id: 2, event: "click" }] });
    await turns();
    return client;
  };
  /** Advances the clock in small steps, because what a timer starts may set another timer. */
  const advance = async (ms: number) => {
    for (const end = clock.now() + ms; clock.now() < end; ) {
      clock.runUntil(clock.now() + 10);
      await turns();
    }
  };
  let isEnded = false;
  const drain = (ms = 10_000) => void host.close(ms).then(() => (isEnded = true));
  return { host, clock, lines, said, closed, codes, connect, advance, drain, hasEnded: () => isEnded };
}

async function turns(): Promise<void> {
  for (let n = 0; n < 4; n++) await new Promise((resolve) => setImmediate(resolve));
}

const sleepOf = (app: { clock: VirtualClock }, ms: number) => new Promise<void>((done) => app.clock.after(ms, done));

/** What a click starts, and when the app has ended, in milliseconds after the drain began: from, to. */
const cases: readonly [
  what: string,
  start: (page: Page, at: { clock: VirtualClock }) => unknown,
  from: number,
  to: number,
][] = [
  ["nothing", () => {}, 0, 100],
  ["a handler that waits", (_, at) => sleepOf(at, 3000), 3000, 3200],
  ["a handler that sleeps", (page) => page.sleep(3000), 3000, 3200],
  [
    "a handler that sleeps often",
    async (page) => {
      for (let n = 0; n < 10; n++) await page.sleep(300);
    },
    3000,
    3200,
  ],
  ["a handler that never ends", () => never, 10_000, 10_100],
  ["a handler that sleeps too long", (page) => page.sleep(60_000), 10_000, 10_100],
  ["a task that waits", (page, at) => void page.runTask(() => sleepOf(at, 3000)), 3000, 3200],
  ["a task that never ends", (page) => void page.runTask(() => never), 10_000, 10_100],
  ["a task that sleeps before its work", (page) => void page.runTask(() => page.sleep(3000)), 3000, 3200],
  ["a task that sleeps longer than the drain", (page) => void page.runTask(() => page.sleep(60_000)), 0, 100],
  [
    "a task that repeats something",
    (page) =>
      void page.runTask(async () => {
        for (;;) await page.sleep(500);
      }),
    0,
    700,
  ],
  [
    "a task that waits, beside one that repeats something",
    (page, at) => {
      void page.runTask(async () => {
        for (;;) await page.sleep(500);
      });
      void page.runTask(() => sleepOf(at, 3000));
    },
    3000,
    3200,
  ],
  [
    "a task that waits, beside a main function that repeats something",
    (page, at) => {
      void page.runTask(() => sleepOf(at, 3000));
    },
    3000,
    3200,
  ],
  [
    "a task that tidies up when it is aborted",
    (page, at) =>
      void page.runTask(async () => {
        await page.sleep(60_000).catch(() => sleepOf(at, 2000));
      }),
    2000,
    2200,
  ],
  [
    "a rejected handler",
    async (_, at) => {
      await sleepOf(at, 1000);
      throw new Error("x");
    },
    1000,
    1200,
  ],
];

describe("a drain", () => {
  test.each(cases)("waits as long as it should for %s", async (what, start, from, to) => {
    const at = app(
      (page) => start(page, at),
      {},
      (page) =>
        what.includes("main")
          ? (async () => {
              for (;;) await page.sleep(500);
            })()
          : undefined,
    );
    await at.connect();
    at.drain();
    await turns();
    expect(at.codes).toEqual([1012]);
    // The end of the transports takes a turn more, not a second.
    if (from > 0) {
      await at.advance(from - 20);
      expect(at.hasEnded()).toBe(false);
    }
    await at.advance(to - Math.max(0, from - 20));
    expect([at.hasEnded(), at.closed.length, at.host.sessions.length]).toEqual([true, 1, 0]);
    expect(at.lines.filter((line) => line.includes("had not ended"))).toHaveLength(from === 10_000 ? 1 : 0);
  });

  test("in development waits for no task that sleeps", async () => {
    const at = app((page) => void page.runTask(() => page.sleep(3000)), { isDevelopment: true });
    await at.connect();
    at.drain();
    await at.advance(100);
    expect([at.hasEnded(), at.closed.length]).toEqual([true, 1]);
  });

  test("ends each session when its own work has ended", async () => {
    let presses = 0;
    const at = app(() => sleepOf(at, 1000 * ++presses));
    for (let n = 0; n < 3; n++) await at.connect();
    await at.connect(false);
    at.drain();
    for (const count of [1, 2, 3, 4]) {
      await at.advance(count === 1 ? 100 : 1000);
      expect(at.closed).toHaveLength(count);
    }
    expect(at.hasEnded()).toBe(true);
  });

  test("closes the connections in batches, and cuts no handler of a session that could not be kept without a connection", async () => {
    let done = 0;
    const at = app(() => sleepOf(at, 2000).then(() => done++), { limits: { keptSessions: 10 }, sessionTimeout: 0 });
    const count = 350;
    for (let n = 0; n < count; n++) await at.connect();
    at.drain();
    await turns();
    expect(at.codes).toHaveLength(100);
    await at.advance(100);
    expect(at.codes).toEqual(Array.from({ length: count }, () => 1012));
    expect(at.closed).toEqual([]);
    await at.advance(2200);
    expect([done, at.closed.length, at.hasEnded()]).toEqual([count, count, true]);
  });

  test("refuses new clients, and does not wait for those without a session", async () => {
    const at = app(() => sleepOf(at, 1000));
    await at.connect();
    const { server, client } = memoryTransport();
    at.host.accept(server);
    at.drain();
    expect((await client.closed).code).toBe(1012);
    await at.connect();
    expect(at.codes).toEqual([1012, 1012]);
    expect(at.host.sessions).toHaveLength(1);
    await at.advance(1200);
    expect(at.hasEnded()).toBe(true);
  });

  test("keeps the session open for the handler, which changes controls as before", async () => {
    const seen: unknown[] = [];
    const at = app(async (page) => {
      await sleepOf(at, 1000);
      page.title = "changed";
      seen.push(page.title, page.isMounted, at.closed.length, page.session.isConnected);
    });
    await at.connect();
    at.drain();
    await at.advance(1200);
    expect(seen).toEqual(["changed", true, 0, false]);
  });

  test("says after a second what it waits for, and at the end what it did not wait for", async () => {
    const at = app(() => never);
    for (let n = 0; n < 7; n++) await at.connect();
    at.drain();
    await at.advance(900);
    expect(at.said).toEqual([]);
    await at.advance(10_000);
    const names = Array.from({ length: 5 }, () => "handler onClick of Page > Button[0]").join(", ");
    expect(at.said).toEqual([`[runlet] is ending, and waits for ${names} and 2 more.`]);
    expect(at.lines).toHaveLength(7);
    expect(at.lines[0]).toMatch(
      /^\[runlet\] \S{36}: ended while handler onClick of Page > Button\[0\] had not ended\./,
    );
  });

  test("ends at once when close() is called meanwhile", async () => {
    const at = app(() => never);
    await at.connect();
    at.drain();
    await at.advance(1000);
    void at.host.close();
    await at.advance(40);
    expect([at.hasEnded(), at.closed.length]).toEqual([true, 1]);
  });

  test("without time ends everything in the same turn", async () => {
    const at = app(() => never);
    await at.connect();
    at.drain(0);
    expect(at.closed).toHaveLength(1);
  });
});

test("pending work counts by kind", () => {
  for (const [kind, name, isBusy] of [
    ["main", "main", false],
    ["hook", "didMount", false],
    ["hook", "willUnmount", true],
    ["handler", "onClick", true],
    ["handler", "onClose", true],
    ["pubsub", "topic", true],
    ["task", "runTask", true],
    ["teardown", "own", true],
  ] as const) {
    const work = new PendingWork();
    expect(work.isBusy(0, 1)).toBe(false);
    work.add(kind, name, () => "Page", never);
    expect([kind, work.isBusy(0, 1), work.names.length]).toEqual([kind, isBusy, isBusy ? 1 : 0]);
  }
});
