import { Button, type Page, Text } from "runlet";
import { describe, expect, test } from "vitest";
import type { ProxiedConnection } from "../support/fault-proxy.ts";
import { isSoak, recordMeasurement } from "../support/measurements.ts";
import { loopTime } from "../support/patience.ts";
import { pause, serveBehindProxy } from "./serve.ts";
import { SocketClient } from "./socket-client.ts";

function counter(page: Page): void {
  const text = new Text({ value: "0" });
  page.add(text, new Button({ content: "Go", onClick: () => (text.value = String(Number(text.value) + 1)) as never }));
}

const value = (client: SocketClient) => client.replica.documents[2]?.value;

async function connected(url: string): Promise<SocketClient> {
  const client = new SocketClient({ url });
  await client.until(() => client.snapshots > 0);
  return client;
}

describe("blocked connections", () => {
  test.each(["up", "down", "both"] as const)(
    "F08, F11: a connection that is blocked in direction %s is detected by a ping, and other clients are not affected",
    async (direction) => {
      const pingInterval = isSoak ? 15_000 : 300;
      const gone: string[] = [];
      const { app, proxy, url } = await serveBehindProxy(
        (page) => {
          page.onDisconnect = () => void gone.push(page.session.id);
          counter(page);
        },
        { limits: { pingInterval } },
      );
      const healthy = await connected(url);
      const blocked: SocketClient[] = [];
      const count = isSoak ? 100 : 20;
      const unlisten = proxy.onConnection((connection) => {
        // Nothing is blocked until the client is connected.
        connection.blackhole = {};
        lines.push(connection);
      });
      const lines: ProxiedConnection[] = [];
      for (let n = 0; n < count; n++) blocked.push(await connected(url));
      unlisten();
      const passed = loopTime();
      for (const line of lines) line.blackhole = { up: direction !== "down", down: direction !== "up" };
      while (gone.length < count) {
        expect(passed()).toBeLessThan(3.5 * pingInterval);
        await pause(pingInterval / 20);
      }
      const ms = passed();
      expect(healthy.codes).toEqual([]);
      healthy.event(3, "click");
      await healthy.until(() => value(healthy) === "1");
      expect(app.app.sessions).toHaveLength(count + 1);
      recordMeasurement(`F08 ${direction}`, {
        sockets: count,
        "ping interval ms": pingInterval,
        "all away after ms": ms,
      });
      for (const client of [...blocked, healthy]) client.close();
    },
  );
});

test("F10: a reload takes over the session after a ping to the old page, and the late end of the old connection changes nothing", async () => {
  const times = isSoak ? 500 : 40;
  const { app, proxy, url } = await serveBehindProxy(counter, { limits: { resumesPerSecond: 1000 } });
  let [same, slowest, attached] = [0, 0, 0];
  const lines = new Map<number, ProxiedConnection>();
  proxy.onConnection((connection) => void lines.set(connection.clientPort, connection));
  const once = async (): Promise<void> => {
    const old = await connected(url);
    const mine = lines.get(old.port) as ProxiedConnection;
    await pause(20);
    mine.blackhole = { up: true, down: true };
    const passed = loopTime();
    const reloaded = new SocketClient({ url, ...(old.resumeToken !== undefined && { resumeToken: old.resumeToken }) });
    await reloaded.until(() => reloaded.snapshots > 0);
    slowest = Math.max(slowest, passed());
    if (reloaded.sessions[0] === old.sessions[0]) same++;
    mine.cut();
    await pause(20);
    if (app.app.sessions.find(({ id }) => id === reloaded.sessions[0])?.isConnected) attached++;
    old.leave();
    reloaded.close();
  };
  for (let done = 0; done < times; done += 20) await Promise.all(Array.from({ length: 20 }, once));
  recordMeasurement("F10", {
    times,
    "same session": same,
    "attached after the late end": attached,
    "slowest ms": Math.round(slowest),
  });
  expect([same, attached]).toEqual([times, times]);
  expect(slowest).toBeLessThan(2000);
});

test("F43: while a page is connected, another client with its secret gets a new session", async () => {
  const { url } = await serveBehindProxy(counter);
  const owner = await connected(url);
  await pause(50);
  for (let n = 0; n < 10; n++) {
    const thief = new SocketClient({ url, ...(owner.resumeToken !== undefined && { resumeToken: owner.resumeToken }) });
    await thief.until(() => thief.snapshots > 0);
    expect(thief.sessions[0]).not.toBe(owner.sessions[0]);
    thief.close();
  }
  owner.event(3, "click");
  await owner.until(() => value(owner) === "1");
  expect(owner.codes).toEqual([]);
  owner.close();
});

test("F07: a connection that repeatedly breaks keeps one session, and connections do not accumulate", async () => {
  const { app, proxy, url } = await serveBehindProxy(counter, { limits: { resumesPerSecond: 1000 } });
  const client = await connected(url);
  const rounds = isSoak ? 150 : 15;
  let most = 0;
  for (let n = 0; n < rounds; n++) {
    proxy.refuse = true;
    proxy.cutAll();
    client.event(3, "click");
    await pause(200);
    proxy.refuse = false;
    await pause(200);
    most = Math.max(most, proxy.connections);
  }
  await client.until(() => value(client) === String(rounds));
  expect(client.sessions).toHaveLength(1);
  expect(app.app.sessions).toHaveLength(1);
  expect(most).toBeLessThanOrEqual(2);
  client.close();
});

test("F12: with 300 ms of latency and data in single bytes, every click is run", async () => {
  const { proxy, url } = await serveBehindProxy(counter);
  const client = await connected(url);
  proxy.delay = { up: 20, down: 20, jitter: 15 };
  proxy.slice = 1;
  const clicks = isSoak ? 2000 : 100;
  for (let n = 0; n < clicks; n++) {
    client.event(3, "click");
    if (n % 20 === 19) await pause(200);
  }
  await client.until(() => value(client) === String(clicks));
  expect(client.sessions).toHaveLength(1);
  client.close();
});

test("F13: an idle connection is kept open by pings, in both directions", async () => {
  const { app, proxy, url } = await serveBehindProxy(counter, { limits: { pingInterval: 100 } });
  const client = await connected(url);
  await pause(300);
  const { up, down } = { ...proxy.bytes };
  await client.until(() => proxy.bytes.down - down >= 6 && proxy.bytes.up - up >= 18);
  expect(client.codes).toEqual([]);
  expect(app.app.sessions).toHaveLength(1);
  client.close();
});
