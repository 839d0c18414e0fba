import { type Page, Text, TextField } from "runlet";
import { describe, expect, test } from "vitest";
import type { ProxiedConnection } from "../support/fault-proxy.ts";
import { eventually } from "../support/patience.ts";
import { pause, serveBehindProxy } from "./serve.ts";
import { SocketClient } from "./socket-client.ts";

const KIB = 1024;
/** All times are a tenth of the defaults, and the lines are ten times as fast. */
const SPEED = 10;
/** The stall time is shorter, because the system buffers a large part of the page at once. */
const limits = { pingInterval: 15_000 / SPEED, stallTime: 10_000 / SPEED };
const ROWS = 2500;

/** A page of 10 MiB. */
function large(page: Page): void {
  page.controls.push(...Array.from({ length: ROWS }, (_, n) => new Text({ value: `${n} ${"x".repeat(4000)}` })));
}

async function serveSlowly(main: (page: Page) => void, bandwidth: { readonly up?: number; readonly down?: number }) {
  const served = await serveBehindProxy(main, { limits });
  const lines: ProxiedConnection[] = [];
  served.proxy.bandwidth = bandwidth;
  served.proxy.onConnection((line) => void lines.push(line));
  return { ...served, lines };
}

describe("a page of 10 MiB over a line of 200 KiB a second", () => {
  const line = { down: 200 * KIB * SPEED };

  test.each([
    ["in parts, to a client that checks whether the server is there", true],
    ["in fragments, to a client that takes no parts", false],
  ])("comes %s", async (_, takesParts) => {
    const { url, app } = await serveSlowly(large, line);
    const client = new SocketClient({ url, takesParts, heartbeat: takesParts, speed: SPEED });
    await client.until(() => client.snapshots > 0 || client.codes.length > 0);
    expect([client.codes, Object.keys(client.replica.documents).length]).toEqual([[], ROWS + 1]);
    expect(app.app.sessions).toHaveLength(1);
    client.close();
  });

  test("comes although the person leaves the tab and returns, and another tab wants the session", async () => {
    const { url, app, lines } = await serveSlowly(large, line);
    const client = new SocketClient({ url, speed: SPEED });
    await eventually(() => expect(lines[0]?.bytes.down).toBeGreaterThan(KIB * KIB));
    client.link.check();
    const { resumeToken } = client;
    const copy = new SocketClient({ url, ...(resumeToken !== undefined && { resumeToken }) });
    await copy.until(() => copy.sessions.length > 0);
    expect(copy.sessions[0]).not.toBe(client.sessions[0]);
    copy.close();
    await client.until(() => client.snapshots > 0 || client.codes.length > 0);
    expect([client.codes, client.snapshots]).toEqual([[], 1]);
    expect(app.app.sessions.map(({ id }) => id)).toContain(client.sessions[0]);
    client.close();
  });

  test.each(["up", "down", "both"])(
    "does not come if the line is blocked in direction %s, and both ends notice it",
    async (direction) => {
      let losses = 0;
      const { url, lines } = await serveSlowly((page) => {
        page.onDisconnect = () => void losses++;
        large(page);
      }, line);
      const client = new SocketClient({ url, speed: SPEED });
      await eventually(() => expect(lines[0]?.bytes.down).toBeGreaterThan(KIB * KIB));
      const [first] = lines as [ProxiedConnection];
      first.blackhole = { up: direction !== "down", down: direction !== "up" };
      await eventually(() => expect(losses).toBeGreaterThan(0));
      // While nothing comes down, the client notices it by itself, too.
      if (direction !== "up") await client.until(() => client.codes.length > 0);
      client.leave();
    },
  );
});

test("texts of 180 KB are sent over a line of 3 KiB a second", async () => {
  const fields = Array.from({ length: 3 }, () => new TextField());
  const { url } = await serveSlowly((page) => page.add(...fields), { up: 3 * KIB * SPEED });
  const client = new SocketClient({ url, speed: SPEED });
  await client.until(() => client.snapshots > 0);
  const commands = [2, 3, 4].map((id) => ({
    cmd: client.link.nextCommandNumber(),
    id,
    write: { value: "y".repeat(60_000) },
  }));
  client.link.send(commands);
  await client.until(() => client.link.unacked === 0 || client.codes.length > 0);
  expect([client.codes, fields.map(({ value }) => value.length)]).toEqual([[], [60_000, 60_000, 60_000]]);
  await pause(limits.pingInterval * 3);
  expect(client.codes).toEqual([]);
  client.close();
});
