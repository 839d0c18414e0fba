import { Button, Host, type HostOptions, type Page, Text } from "runlet";
import { memoryTransport, type ServerMessage } from "runlet/transport";
import { debounceTime, interval, Subject, timer } from "rxjs";
import { describe, expect, test } from "vitest";
import { FlowControl } from "../../src/core/link/flow-control.ts";
import { defaultLimits } from "../../src/core/link/limits.ts";
import { KeyedRateLimiter, RateLimiter } from "../../src/core/link/rate-limiter.ts";
import { ConnectionPolicy } from "../../src/server/connection-policy.ts";
import { resolveOptions } from "../../src/server/options.ts";
import { throttledLog } from "../../src/server/throttled-log.ts";
import { TestClient } from "../../src/testing/test-client.ts";
import { ShiftedClock } from "./support/shifted-clock.ts";

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const silent = { info() {}, warn() {}, error() {} };

/** A case: what it returns must not depend on `setClock`, which sets the wall time by hours. */
type Case = (clock: ShiftedClock, setClock: () => void) => unknown;

function serve(clock: ShiftedClock, main: (page: Page) => void = () => {}, options: HostOptions = {}) {
  return new Host(main, { clock, log: silent, ...options });
}

function connect(host: Host, hello: object | null = {}, answersPings = true) {
  const { server, client } = memoryTransport();
  const received: ServerMessage[] = [];
  const codes: number[] = [];
  client.messages$.subscribe((message) => received.push(message));
  void client.closed.then(({ code }) => codes.push(code));
  host.accept({ ...server, ping: (answered: () => void) => void (answersPings && answered()) });
  const send = (message: object) => client.send(message as never);
  if (hello !== null) send({ type: "hello", protocol: 2, ...hello });
  return { received, codes, send, cut: () => client.close(1006) };
}

function resumeOf({ received }: ReturnType<typeof connect>) {
  const { session, secret } = received[0] as { readonly session: string; readonly secret: string } & ServerMessage;
  return { resume: { session, secret, seq: 1, cmd: 0 } };
}

function acquire({ tryAcquire }: { tryAcquire: () => boolean }, times: number): number {
  return Array.from({ length: times }, () => tryAcquire()).filter(Boolean).length;
}

const cases: Record<string, Case> = {
  async "a session is kept as long as before"(clock, setClock) {
    const host = serve(clock, undefined, { sessionTimeout: 60 });
    connect(host).cut();
    await clock.pass(30_000);
    setClock();
    await clock.pass(29_999);
    const before = host.sessions.length;
    await clock.pass(1);
    return [before, host.sessions.length];
  },
  async "the hello message has as much time as before"(clock, setClock) {
    const client = connect(serve(clock), null);
    await clock.pass(5000);
    setClock();
    await clock.pass(4999);
    const before = [...client.codes];
    await clock.pass(1);
    return [before, client.codes];
  },
  async "a challenged client has as much time as before"(clock, setClock) {
    const host = serve(clock);
    const owner = connect(host, {}, false);
    const copy = connect(host, resumeOf(owner));
    await clock.pass(500);
    setClock();
    await clock.pass(499);
    const before = copy.received.length;
    await clock.pass(1);
    return [before, copy.received[0]?.type, owner.codes];
  },
  async "messages are limited by the second"(clock, setClock) {
    const client = connect(serve(clock), {});
    const ping = () => client.send({ type: "ping", seq: 0 });
    for (let at = 0; at < 290; at++) ping();
    await clock.pass(100);
    setClock();
    // Thirty are allowed again.
    for (let at = 0; at < 39; at++) ping();
    await clock.pass(0);
    const before = [...client.codes];
    ping();
    await clock.pass(0);
    return [before, client.codes];
  },
  async "commands are limited by the second"(clock, setClock) {
    let runs = 0;
    const host = serve(clock, (page) => page.add(new Button({ content: "Go", onClick: () => void runs++ })));
    const client = connect(host);
    let cmd = 0;
    const click = (count: number) => {
      for (let at = 0; at < count; at++)
        client.send({ type: "commands", seq: 1, commands: [{ cmd: ++cmd, id: 2, event: "click" }] });
    };
    click(200);
    await clock.pass(100);
    setClock();
    click(12);
    const before = runs;
    await clock.pass(500);
    return [before, runs, client.received.at(-1)];
  },
  async "updates are sent at the same pace"(clock, setClock) {
    const text = new Text({ value: "0" });
    const { server, client } = memoryTransport();
    const at: number[] = [];
    client.messages$.subscribe(({ type }) => type === "update" && at.push(clock.monotonic()));
    const host = serve(clock, (page) => page.add(text));
    host.accept(server, { maxUpdatesPerSecond: 10 });
    client.send({ type: "hello", protocol: 2 });
    for (let n = 1; n <= 40; n++) {
      if (n === 10) setClock();
      text.value = String(n);
      host.sessions[0]?.flush();
      await clock.pass(20, 3);
    }
    return at;
  },
  "flow control waits for one interval at most": (clock, setClock) => {
    const flow = new FlowControl({ clock, limits: defaultLimits, maxUpdatesPerSecond: 10 }, () => {});
    flow.add({ type: "update", seq: 1, ack: 0, ops: [] });
    setClock();
    const before = flow.isTooSoon();
    clock.runUntil(clock.monotonic() + 100);
    return [before, flow.isTooSoon()];
  },
  "a rate limiter refills at the same rate": (clock, setClock) => {
    const limiter = new RateLimiter(clock, 10, 20);
    const counts = [acquire({ tryAcquire: () => limiter.tryAcquire() }, 30)];
    for (const ms of [100, 900, 5000]) {
      setClock();
      clock.runUntil(clock.monotonic() + ms);
      counts.push(acquire({ tryAcquire: () => limiter.tryAcquire() }, 30));
    }
    return [counts, limiter.isFull];
  },
  "the limits of an address are kept as long as before": (clock, setClock) => {
    const limiter = new KeyedRateLimiter(() => new RateLimiter(clock, 1, 5));
    for (let at = 0; at < 5; at++) limiter.tryAcquire("one");
    setClock();
    for (let at = 0; at < 200; at++) limiter.tryAcquire(`other ${at}`);
    return limiter.tryAcquire("one");
  },
  "connections of an address are limited by the second": (clock, setClock) => {
    const limits = { connectsPerSecond: 2, connectionsPerAddress: 1000 };
    const policy = new ConnectionPolicy(resolveOptions({ limits, log: silent }, {}), clock);
    const admit = () => !("status" in policy.admit({ address: "10.0.0.1", host: "h", scheme: "http:" }));
    const first = acquire({ tryAcquire: admit }, 30);
    setClock();
    clock.runUntil(clock.monotonic() + 1000);
    return [first, acquire({ tryAcquire: admit }, 30)];
  },
  "a log is throttled by the second": (clock, setClock) => {
    const lines: unknown[] = [];
    const log = throttledLog({ ...silent, warn: (line) => void lines.push(line) }, clock);
    for (let at = 0; at < 30; at++) log.warn("x");
    setClock();
    const first = lines.length;
    for (let at = 0; at < 30; at++) log.warn("x");
    clock.runUntil(clock.monotonic() + 500);
    for (let at = 0; at < 30; at++) log.warn("x");
    return [first, lines.length];
  },
  async "requests for all documents are limited by the minute"(clock, setClock) {
    const client = connect(serve(clock, (page) => page.add(new Text({ value: "x" }))));
    for (let at = 0; at < 6; at++) client.send({ type: "resend", seq: 0 });
    await clock.pass(10_000);
    setClock();
    client.send({ type: "resend", seq: 0 });
    await clock.pass(0);
    const before = [...client.codes];
    client.send({ type: "resend", seq: 0 });
    await clock.pass(0);
    return [before, client.codes];
  },
  async "the client's heartbeat notices a silent server when it did before, and connects again as soon"(
    clock,
    setClock,
  ) {
    const log: (string | number)[] = [];
    const client = new TestClient({
      clock,
      isLive: true,
      dial: () => {
        log.push("dial", clock.monotonic());
        const { server, client: end } = memoryTransport();
        let isSilent = false;
        server.messages$.subscribe((message) => {
          if ((message as { type: string }).type !== "hello" || isSilent) return;
          server.send({ type: "welcome", protocol: 2, session: "S", secret: "x", resumed: false, cmd: 0 });
          isSilent = true;
        });
        return { client: end, cut: () => end.close(1006) };
      },
    });
    client.connect();
    await clock.pass(20_000);
    setClock();
    await clock.pass(60_000);
    client.disconnect();
    return log;
  },
  async "debounced values and intervals of page.loop come when they did before"(clock, setClock) {
    const log: (string | number)[] = [];
    const typed = new Subject<string>();
    const host = serve(clock, (page) => {
      typed.pipe(debounceTime(300, page.loop)).subscribe((text) => log.push(text, clock.monotonic()));
      interval(400, page.loop).subscribe((n) => log.push(n, clock.monotonic()));
    });
    connect(host);
    typed.next("a");
    await clock.pass(250);
    setClock();
    await clock.pass(1000);
    typed.next("c");
    await clock.pass(1000);
    await host.close();
    return log;
  },
  async "a date is reached at its wall time, as it is when the timer starts"(clock, setClock) {
    const log: number[] = [];
    const host = serve(clock, (page) => {
      setClock();
      timer(new Date(page.now() + 1000), page.loop).subscribe(() => log.push(clock.monotonic()));
    });
    connect(host);
    await clock.pass(5000);
    return log;
  },
};

describe.each(Object.entries(cases))("when the machine's clock is set, %s", (_, run) => {
  const resultOf = async (shift: number) => {
    // A real clock begins at some other instant than the wall time.
    const clock = new ShiftedClock(1000);
    clock.shift = 1e12;
    return run(clock, () => {
      clock.shift += shift;
    });
  };
  test.each([-50 * YEAR, -12 * HOUR, -HOUR, -1000, 1000, HOUR, 12 * HOUR, 50 * YEAR])("by %d ms", async (shift) => {
    expect(await resultOf(shift)).toEqual(await resultOf(0));
  });
});

test.each([-50 * YEAR, -12 * HOUR, -HOUR, -1000, 1000, HOUR, 50 * YEAR])(
  "of two values of a debounced stream, the last one comes once and no later if the clock is set by %d ms meanwhile",
  async (shift) => {
    for (const at of [0, 100, 250, 350]) {
      const clock = new ShiftedClock(1e12);
      const log: [string, number][] = [];
      const typed = new Subject<string>();
      const host = serve(clock, (page) => {
        typed.pipe(debounceTime(300, page.loop)).subscribe((text) => log.push([text, clock.monotonic() - 1e12]));
      });
      connect(host);
      typed.next("a");
      for (let ms = 0; ms < 2000; ms += 50) {
        if (ms === at) clock.shift = shift;
        if (ms === 200) typed.next("b");
        await clock.pass(50, 3);
      }
      expect(log.map(([text]) => text)).toEqual(["b"]);
      expect(log[0]?.[1]).toBeLessThanOrEqual(500);
    }
  },
);
