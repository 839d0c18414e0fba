import v8 from "node:v8";
import vm from "node:vm";
import { Button, type Page, Text, TextField } from "runlet";
import { serve } from "runlet/server";
import { expect, onTestFinished, test } from "vitest";
import type { Session } from "../../src/controls/page/host.ts";
import { Session as AnySession } from "../../src/core/session/session.ts";
import { Node } from "../../src/core/tree/node.ts";
import { isSoak, recordMeasurement } from "../support/measurements.ts";
import { loopTime } from "../support/patience.ts";
import { seeded } from "../support/random.ts";
import { pause, percentile, serveBehindProxy } from "./serve.ts";
import { SocketClient } from "./socket-client.ts";

const MIB = 1024 * 1024;
const MANY = 1_000_000;
const limits = { connectionsPerAddress: MANY, connectsPerSecond: MANY, sessionsPerMinute: MANY, addressBytes: 1e12 };
const silent = { info() {}, warn() {}, error() {} };

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc") as () => void;

/** Returns the lowest 99th percentile of several rounds: a busy machine slows down some rounds, stalled readers all. */
async function leastOf(rounds: number, measure: () => Promise<number[]>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) least = Math.min(least, percentile(await measure(), 0.99));
  return least;
}

function form(page: Page): void {
  const text = new Text({ value: "0" });
  const go = new Button({ content: "Go", onClick: () => void (text.value = String(Number(text.value) + 1)) });
  page.add(text, go, new TextField({ label: "Name" }));
}

test("F15: after a restart of the server, all clients reconnect without a refusal and restore what was typed", async () => {
  const count = isSoak ? 2000 : 300;
  const first = await serve(form, { port: 0, log: silent, limits });
  const { port } = first;
  const random = seeded(3);
  const clients: SocketClient[] = [];
  for (let n = 0; n < count; n++) {
    clients.push(new SocketClient({ url: `ws://127.0.0.1:${port}/ws`, random }));
    if (n % 50 === 49) await clients.at(-1)?.until(() => clients.at(-1)?.snapshots === 1);
  }
  for (const client of clients) await client.until(() => client.snapshots === 1);
  for (const [n, client] of clients.entries()) client.write(4, { value: `typed ${n}` });
  await pause(100);
  await first.close();
  await pause(1000);
  const passed = loopTime();
  const second = await serve(form, { port, log: silent, limits });
  onTestFinished(() => second.close());
  for (const client of clients) await client.until(() => client.sessions.length === 2 && client.link.unacked === 0);
  const ms = passed();
  const typed = second.app.sessions.map(({ page }) => (page.controls[2] as TextField).value).sort();
  recordMeasurement("F15", { clients: count, "all back after ms": ms, "fields kept": typed.length });
  expect(typed).toEqual(clients.map((_, n) => `typed ${n}`).sort());
  expect(ms).toBeLessThan(30_000);
  // 1006 means that the server did not listen yet. Other codes would be refusals.
  expect(new Set(clients.flatMap(({ codes }) => codes))).toEqual(new Set([1012, 1006]));
  for (const client of clients) client.close();
});

test("F17: when a server drains, every acknowledged click runs to its end, and clients keep what was typed", async () => {
  const count = isSoak ? 2000 : 200;
  let ended = 0;
  let closed = 0;
  const main = (page: Page): void => {
    page.onClose = () => void closed++;
    const save = async () => {
      await pause(500);
      ended++;
    };
    page.add(new Text(), new Button({ content: "Save", onClick: save }), new TextField({ label: "Name" }));
  };
  const first = await serve(main, { port: 0, log: silent, limits });
  const { port } = first;
  const random = seeded(5);
  const clients: SocketClient[] = [];
  for (let n = 0; n < count; n++) {
    clients.push(new SocketClient({ url: `ws://127.0.0.1:${port}/ws`, random }));
    if (n % 50 === 49) await clients.at(-1)?.until(() => clients.at(-1)?.snapshots === 1);
  }
  for (const client of clients) await client.until(() => client.snapshots === 1);
  for (const [n, client] of clients.entries()) {
    client.write(4, { value: `typed ${n}` });
    client.event(3, "click");
  }
  for (const client of clients) await client.until(() => client.link.unacked === 0);
  const passed = loopTime();
  await first.close({ drain: true });
  recordMeasurement("F17", { clients: count, "ended after ms": passed() });
  expect([ended, closed]).toEqual([count, count]);
  expect(passed()).toBeLessThan(30_000);
  const second = await serve(main, { port, log: silent, limits });
  onTestFinished(() => second.close());
  for (const client of clients) await client.until(() => client.sessions.length === 2 && client.link.unacked === 0);
  const typed = second.app.sessions.map(({ page }) => (page.controls[2] as TextField).value).sort();
  expect(typed).toEqual(clients.map((_, n) => `typed ${n}`).sort());
  const codes = clients.flatMap((client) => client.codes);
  expect(codes.filter((code) => code !== 1012 && code !== 1006)).toEqual([]);
  for (const client of clients) client.close();
});

test("F29, F30: stalled readers use no memory and delay no other client, and one update has all changes when they read again", async () => {
  const stalled = isSoak ? 100 : 30;
  const seconds = isSoak ? 20 : 3;
  let isOn = true;
  const { app, url } = await serveBehindProxy((page) => {
    form(page);
    const wide = new Text({ value: "" });
    page.add(wide);
    void page.runTask(async () => {
      for (let n = 1; isOn; n++) {
        wide.value = `${n} ${"x".repeat(2000)}`;
        await page.sleep(10);
      }
    });
  });
  // Clients connect without the proxy, because data in the proxy would be memory of this process too.
  const direct = url.replace(/:\d+/, `:${app.port}`);
  const healthy = [new SocketClient({ url: direct }), new SocketClient({ url: direct })];
  const slow = Array.from({ length: stalled }, () => new SocketClient({ url: direct, heartbeat: false }));
  for (const client of [...healthy, ...slow]) await client.until(() => client.snapshots === 1);
  const trips = async (ms: number): Promise<number[]> => {
    const times: number[] = [];
    const end = performance.now() + ms;
    while (performance.now() < end) {
      for (const client of healthy) {
        const began = performance.now();
        client.event(3, "click");
        await client.until(() => client.link.unacked === 0);
        times.push(performance.now() - began);
      }
    }
    return times;
  };
  const before = await leastOf(2, () => trips(1000));
  for (const { socket } of slow) socket?.pause();
  await pause(500);
  collect();
  const rss = process.memoryUsage().rss;
  const during = await leastOf(3, () => trips((seconds * 1000) / 3));
  collect();
  const grown = (process.memoryUsage().rss - rss) / MIB;
  isOn = false;
  const behind = slow.map((client) => app.app.sessions.find(({ id }) => id === client.sessions[0]) as Session);
  const seqs = behind.map(({ seq }) => seq);
  for (const { socket } of slow) socket?.resume();
  for (const [n, client] of slow.entries()) {
    const session = behind[n] as Session;
    await client.until(() => client.link.seq === session.seq && session.engine.clientState.size === 0);
    expect(client.replica.documents).toEqual(JSON.parse(JSON.stringify(session.documents())));
    // Updates that the client had not read yet, and one update with all later changes.
    expect(session.seq - (seqs[n] as number)).toBeLessThanOrEqual(2);
    expect(client.snapshots).toBe(1);
  }
  recordMeasurement("F29", {
    stalled,
    seconds,
    "memory grown MiB": grown.toFixed(1),
    "p99 before ms": before,
    "p99 during ms": during,
  });
  expect(grown).toBeLessThan(64);
  expect(during).toBeLessThanOrEqual(Math.max(2 * before, 25));
  for (const client of [...healthy, ...slow]) client.close();
});

test("F30: ten thousand update() calls a second send at most sixty messages", async () => {
  const { app, url } = await serveBehindProxy((page) => {
    const text = new Text({ value: "0" });
    const flood = (): void => {
      for (let n = 1; n <= 10_000; n++) {
        text.value = String(n);
        page.update();
      }
    };
    page.add(text, new Button({ content: "Go", onClick: flood }));
  });
  const client = new SocketClient({ url });
  await client.until(() => client.snapshots === 1);
  const began = performance.now();
  client.event(3, "click");
  await client.until(() => client.replica.documents[2]?.value === "10000");
  const seconds = Math.max(1, (performance.now() - began) / 1000);
  expect(app.app.sessions[0]?.seq).toBeLessThanOrEqual(1 + 60 * seconds);
  client.close();
});

test("F35: clients that connect, use the app and disconnect retain no memory", async () => {
  const cycles = isSoak ? 10_000 : 1000;
  const app = await serve(form, { port: 0, log: silent, limits });
  const url = `ws://127.0.0.1:${app.port}/ws`;
  const cycle = async (): Promise<void> => {
    const client = new SocketClient({ url });
    await client.until(() => client.snapshots === 1);
    client.event(3, "click");
    client.write(4, { value: "x" });
    await client.until(() => client.link.unacked === 0);
    client.close();
  };
  const many = async (count: number): Promise<number> => {
    for (let done = 0; done < count; done += 20) await Promise.all(Array.from({ length: 20 }, cycle));
    while (app.app.sessions.length > 0) await pause(10);
    await pause(100);
    collect();
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = await many(cycles / 10);
  const grown = ((await many(cycles)) - before) / MIB;
  const alive = v8.queryObjects(AnySession, { format: "count" });
  recordMeasurement("F35", { cycles, "heap grown MiB": grown.toFixed(2), "sessions alive": alive });
  expect(alive).toBe(0);
  expect(v8.queryObjects(Node, { format: "count" })).toBe(0);
  expect(grown).toBeLessThan(2);
  await app.close();
});
