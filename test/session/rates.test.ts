import { Button, Host, type Limits, type Page, Text, TextField } from "runlet";
import { CloseCode } from "runlet/transport";
import { describe, expect, test } from "vitest";
import { KeyedRateLimiter, RateLimiter } from "../../src/core/link/rate-limiter.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";
import { connectInProcess, event, type InProcessClient } from "../attacks/in-process-client.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));
const silent = { info() {}, warn() {}, error() {} };

function serve(main: (page: Page) => void, limits: Partial<Limits> = {}) {
  const clock = new VirtualClock(0);
  return { clock, host: new Host(main, { clock, log: silent, limits }) };
}

const large = (page: Page): void => {
  page.controls.push(...Array.from({ length: 1500 }, () => new Text({ value: "x" })));
};
const small = (page: Page): void => page.add(new Text({ value: "x" }));

const pageOf = (host: Host): Page => (host.sessions[0] as NonNullable<(typeof host.sessions)[0]>).page;

/** Resumes a session from nothing. Returns the new client. */
async function reload(host: Host, before: InProcessClient, seq = 0): Promise<InProcessClient> {
  const { session, secret } = before.welcome;
  await before.cut();
  await turn();
  return connectInProcess(host, { resume: { session, secret, seq, cmd: 0 } });
}

describe("a client that says it has nothing", () => {
  /** Reloads `count` times, with a pause after each, and returns how often that worked. */
  async function reloads(main: (page: Page) => void, count: number, pause = 0, seq = 0): Promise<number> {
    const { host, clock } = serve(main);
    let client = connectInProcess(host);
    let worked = 0;
    for (let at = 0; at < count; at++) {
      clock.runUntil(clock.now() + pause);
      const next = await reload(host, client, seq);
      if (next.end()?.code === CloseCode.overloaded) continue;
      client = next;
      worked++;
    }
    return worked;
  }

  test.each([
    ["a large page, at once", large, 20, 0, 3],
    ["a large page, in a minute", large, 33, 2000, 6],
    ["a large page, four times an hour", large, 4, 15 * 60_000, 4],
    ["a small page, at once", small, 45, 0, 45],
  ])("may reload %s, so often", async (_, main, count, pause, expected) => {
    expect(await reloads(main, count, pause)).toBe(expected);
  });

  test("has to wait, and its session stays", async () => {
    const { host } = serve(large, { snapshotsPerMinute: 2 });
    let client = connectInProcess(host);
    const { session } = client.welcome;
    client = await reload(host, client);
    const { secret } = client.welcome;
    const refused = await reload(host, client);
    expect(refused.end()).toEqual({ code: CloseCode.overloaded, reason: "resumed too often" });
    expect(host.sessions.map(({ id }) => id)).toEqual([session]);
    expect(connectInProcess(host, { resume: { session, secret, seq: 1, cmd: 0 } }).welcome.resumed).toBe(true);
  });

  test("but one that has the last update may resume a large page fifty times at once", async () => {
    const { host } = serve(large);
    let client = connectInProcess(host);
    await turn();
    for (let at = 0; at < 50; at++) {
      client.send({ type: "ack", seq: 1 });
      client = await reload(host, client, 1);
      expect(client.end()).toBeUndefined();
    }
  });
});

describe("what a short message makes the server do", () => {
  test("asking for missed updates again and again ends the connection, not the session", async () => {
    const { host } = serve(small);
    const client = connectInProcess(host);
    await turn();
    pageOf(host).title = "x".repeat(100_000);
    await turn();
    for (let at = 0; at < 200; at++) client.send({ type: "resend", seq: 1 });
    expect(client.end()?.code).toBe(CloseCode.policy);
    expect(client.received.filter((message) => message.type === "update" && message.seq === 2)).toHaveLength(51);
    expect(host.sessions).toHaveLength(1);
  });

  test.each<[string, () => unknown]>([
    ["many values", () => Array.from({ length: 19_000 }, () => ({}))],
    ["long texts", () => Array.from({ length: 4 }, () => "x".repeat(60_000))],
  ])("a large message counts as several: %s", async (_, make) => {
    const { host } = serve(small);
    const client = connectInProcess(host);
    await turn();
    let sent = 0;
    for (; client.end() === undefined && sent < 300; sent++) client.send({ type: "ack", seq: 1, more: make() });
    expect(client.end()?.code).toBe(CloseCode.policy);
    expect(sent).toBeLessThan(30);
    expect(sent).toBeGreaterThan(2);
  });

  test("one large message passes any limit on messages", async () => {
    const { host } = serve(small, { messagesPerSecond: 4 });
    const client = connectInProcess(host);
    await turn();
    client.send({ type: "ack", seq: 1, more: Array.from({ length: 19_000 }, () => ({})) });
    expect(client.end()).toBeUndefined();
  });

  test.each<[string, (client: InProcessClient) => object]>([
    ["writes of what only the app may set", () => ({ id: 2, write: { value: "x" } })],
    ["writes of unknown properties", () => ({ id: 2, write: { nothing: 1 } })],
    ["events that nobody listens to", () => ({ id: 3, event: "click" })],
    ["unknown events", () => ({ id: 3, event: "constructor" })],
    ["commands for controls that were never there", () => ({ id: 99, event: "click" })],
    ["answers to calls that were never made", () => ({ id: 2, result: 1, value: null })],
    ["values of a wrong type", () => ({ id: 4, write: { value: 7 } })],
  ])("refused commands are limited: %s", async (_, make) => {
    const { host, clock } = serve((page) =>
      page.add(new Text({ value: "x".repeat(10_000) }), new Button(), new TextField()),
    );
    const client = connectInProcess(host);
    await turn();
    let sent = 0;
    while (client.end() === undefined && sent < 2000) {
      client.commands(make(client));
      sent++;
      await turn();
      client.send({ type: "ack", seq: client.seq });
      clock.runUntil(clock.now() + 20);
    }
    expect(client.end()?.code).toBe(CloseCode.policy);
    expect(sent).toBeLessThan(400);
    expect(host.sessions).toHaveLength(1);
  });

  test("commands for a control that has left are no reason to end the connection", async () => {
    const { host } = serve(small, { commandBurst: 1e6, messagesPerSecond: 1e6 });
    const client = connectInProcess(host);
    await turn();
    pageOf(host).controls = [];
    await turn();
    for (let at = 0; at < 2000; at++) client.commands({ id: 2, event: "click" });
    expect(client.end()).toBeUndefined();
  });

  test("a refused command now and then is no reason to end the connection", async () => {
    const { host, clock } = serve(small);
    const client = connectInProcess(host);
    for (let at = 0; at < 1000; at++) {
      client.commands({ id: 2, write: { value: "x" } });
      await turn();
      client.send({ type: "ack", seq: client.seq });
      clock.runUntil(clock.now() + 1000);
    }
    expect(client.end()).toBeUndefined();
  });

  test("sessions that end at once are limited by address, and others still start", () => {
    const { host, clock } = serve((page) => page.session.close());
    const codes = (address: string, count: number) =>
      Array.from({ length: count }, () => connectInProcess(host, {}, { address }).end()?.code);
    expect(codes("192.0.2.1", 400).filter((code) => code === CloseCode.overloaded)).toHaveLength(100);
    expect(codes("192.0.2.2", 1)).toEqual([CloseCode.gone]);
    clock.runUntil(clock.now() + 1000);
    expect(codes("192.0.2.1", 10).filter((code) => code === CloseCode.gone)).toHaveLength(5);
  });
});

describe("rates by key", () => {
  const make = (clock: VirtualClock) => new KeyedRateLimiter(() => new RateLimiter(clock, 1, 2));

  test("stay known however many other keys come", () => {
    const limiter = make(new VirtualClock(0));
    const isAllowed = () => limiter.tryAcquire("192.0.2.1");
    expect([isAllowed(), isAllowed(), isAllowed()]).toEqual([true, true, false]);
    for (let at = 0; at < 10_000; at++) limiter.tryAcquire(`2001:db8::${at}`);
    expect(isAllowed()).toBe(false);
  });

  test("are forgotten when they were idle for long", () => {
    const clock = new VirtualClock(0);
    const limiter = make(clock);
    for (let at = 0; at < 20_000; at++) {
      limiter.tryAcquire(`${at}`);
      clock.runUntil(clock.now() + 100);
    }
    expect(limiter.size).toBeLessThan(200);
  });

  test("of one key leave other keys alone", () => {
    const limiter = make(new VirtualClock(0));
    for (let at = 0; at < 10; at++) limiter.tryAcquire("a");
    expect(limiter.tryAcquire("b")).toBe(true);
  });

  test("take as many tokens as something costs", () => {
    const clock = new VirtualClock(0);
    const limiter = new RateLimiter(clock, 1, 3);
    expect([limiter.tryAcquire(2), limiter.tryAcquire(2), limiter.tryAcquire(1)]).toEqual([true, false, true]);
    clock.runUntil(2000);
    expect([limiter.tryAcquire(2.5), limiter.tryAcquire(2)]).toEqual([false, true]);
  });
});

describe("commands that fail or come to an end", () => {
  test.each<[string, () => unknown]>([
    ["rejects", () => Promise.reject(new Error("no"))],
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
    ["resolves", async () => {}],
    [
      "rejects later",
      async () => {
        await turn();
        throw new Error("no");
      },
    ],
  ])("a handler that %s no longer counts as running", async (_, onClick) => {
    const { host, clock } = serve((page) => page.add(new Button({ onClick })), { handlers: 4 });
    const client = connectInProcess(host);
    for (let at = 0; at < 20; at++) {
      client.commands(event({ id: 2 } as never, "click"));
      await turn();
      await turn();
      clock.runUntil(clock.now() + 1000);
    }
    const notices = client.received.filter(
      ({ type, ...rest }) => type === "notice" && JSON.stringify(rest).includes("busy"),
    );
    expect(notices).toEqual([]);
    expect(client.end()).toBeUndefined();
  });

  test("an answer counts only for the call that was made to this control", async () => {
    const { host } = serve((page) => page.add(new TextField(), new TextField()));
    const client = connectInProcess(host);
    await turn();
    const [one] = pageOf(host).controls as readonly unknown[] as TextField[];
    let answered = "waits";
    void one?.focus().then(
      () => (answered = "answered"),
      () => (answered = "failed"),
    );
    await turn();
    for (const id of [1, 3, 99]) client.commands({ id, result: 1 });
    for (const result of [0, 2, 99]) client.commands({ id: 2, result });
    await turn();
    expect(answered).toBe("waits");
    client.commands({ id: 2, result: 1 });
    await turn();
    expect(answered).toBe("answered");
  });

  test("an answer counts only after the call was sent", async () => {
    const { host } = serve((page) => page.add(new TextField()));
    const client = connectInProcess(host);
    await turn();
    const [field] = pageOf(host).controls as readonly unknown[] as TextField[];
    const outcomes: string[] = [];
    for (let at = 0; at < 3; at++) void field?.focus().then(() => outcomes.push(`answered ${at}`));
    for (const result of [1, 2, 3]) client.commands({ id: 2, result });
    await turn();
    expect(outcomes).toEqual([]);
    for (const result of [2, 3, 1]) client.commands({ id: 2, result });
    await turn();
    expect(outcomes).toEqual(["answered 1", "answered 2", "answered 0"]);
  });

  test.each([
    [{ value: "new", label: "new" }],
    [{ label: "new", value: "new" }],
    [{ value: "new", nothing: 1 }],
    [{ value: "new", selection: "all" }],
    [{ value: "new", toString: 1 }],
  ])("a write of %o changes nothing, because one of its values is refused", async (write) => {
    const { host } = serve((page) => page.add(new TextField({ value: "old", label: "old" })));
    const client = connectInProcess(host);
    await turn();
    client.commands({ id: 2, write });
    await turn();
    const [field] = pageOf(host).controls as readonly unknown[] as TextField[];
    expect([field?.value, field?.label, field?.selection]).toEqual(["old", "old", null]);
  });

  test("several refused writes of one property leave no unsent change behind, and the next good one counts", async () => {
    for (const refused of [1, 2, 3, 5]) {
      const { host } = serve((page) => page.add(new TextField({ value: "mine", maxLength: 6 })));
      const client = connectInProcess(host);
      await turn();
      for (let at = 0; at < refused; at++) client.commands({ id: 2, write: { value: `too long ${at}` } });
      client.commands({ id: 2, write: { value: "good" } });
      await turn();
      const [field] = pageOf(host).controls as readonly unknown[] as TextField[];
      expect(field?.value, `after ${refused} refused writes`).toBe("good");
    }
  });
});
