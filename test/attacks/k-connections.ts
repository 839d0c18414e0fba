import type { Welcome } from "runlet/transport";
import { expect } from "vitest";
import { isSoak } from "../support/measurements.ts";
import type { RawClient } from "../support/raw-client.ts";
import type { AttackedServer } from "./attacked-server.ts";
import { collectGarbage, pause, until } from "./check.ts";
import { connectInProcess, type InProcessClient, quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";

const ADDRESSES = isSoak ? 20 : 2;
const KEPT = 1000;

/** Opens connections from one address. Returns the accepted and the refused clients. */
async function connectMany(
  attacked: AttackedServer,
  count: number,
  localAddress: string,
): Promise<[RawClient[], RawClient[]]> {
  const clients = await Promise.all(Array.from({ length: count }, () => attacked.connect({ localAddress })));
  return [clients.filter(({ status }) => status === 101), clients.filter(({ status }) => status !== 101)];
}

export const connections: readonly BuiltRow[] = [
  {
    id: "K01",
    isIdle: true,
    what: `of 150 sockets without hello from each of ${ADDRESSES} addresses, 100 are accepted and closed with 4408 after helloTime, without a session`,
    options: { limits: { helloTime: isSoak ? 15_000 : 5000, connectionsPerAddress: 100 } },
    async run(attacked) {
      collectGarbage();
      const before = process.memoryUsage().heapUsed;
      const all = await Promise.all(
        Array.from({ length: ADDRESSES }, (_, at) => connectMany(attacked, 150, `127.0.1.${at + 1}`)),
      );
      collectGarbage();
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(50e6);
      for (const [inside, outside] of all) {
        expect([inside.length, outside.length, new Set(outside.map(({ status }) => status))]).toEqual([
          100,
          50,
          new Set([429]),
        ]);
        for (const client of inside) expect(await client.closed()).toMatchObject({ code: 4408, socketClosed: true });
      }
      expect([attacked.sessions, attacked.screens.size]).toEqual([[], 1]);
      await pause(20);
      await (await attacked.join({ localAddress: "127.0.1.1" })).expectServed();
    },
  },
  {
    id: "K02",
    what: "endless new sessions from one address are refused with 429 after 200 at once and 20 a second, and other addresses are accepted",
    options: { limits: { connectsPerSecond: 20 } },
    async run(attacked) {
      const start = performance.now();
      let [inside, outside] = [0, 0];
      for (let at = 0; at < 300; at++) {
        const client = await attacked.connect();
        if (client.status === 101) inside++;
        else outside++;
        expect([101, 429]).toContain(client.status);
        client.destroy();
      }
      const seconds = (performance.now() - start) / 1000;
      expect(inside).toBeGreaterThanOrEqual(200);
      expect(inside).toBeLessThanOrEqual(201 + 20 * seconds);
      expect(outside).toBe(300 - inside);
      await (await attacked.join({ localAddress: "127.0.1.9" })).expectServed();
    },
  },
  {
    id: "K03",
    what: "of 2,000 disconnected sessions, 1,000 are kept, those of known users longest, and their bytes are limited too",
    async run() {
      const leave = async (client: InProcessClient) => void (await client.cut());
      const host = quietHost(() => {});
      for (let at = 0; at < 20; at++) await leave(connectInProcess(host, {}, { user: `user ${at}` }));
      for (let at = 0; at < 1980; at++) await leave(connectInProcess(host));
      const known = host.sessions.filter(({ user }) => user !== undefined);
      expect([host.sessions.length, known.length]).toEqual([KEPT, 20]);
      await host.close();
      const small = quietHost(() => {}, { limits: { keptBytes: 100_000 } });
      for (let at = 0; at < 100; at++) await leave(connectInProcess(small));
      // Each session counts as 20 KiB, and its page as a control.
      expect(small.sessions).toHaveLength(4);
      await small.close();
    },
  },
  {
    id: "K04",
    what: "the 21st tab of a user is refused with 4429 and a reason, another user is accepted, and closing a tab allows a new one",
    options: { authenticate: ({ headers }) => headers.get("x-user") ?? undefined },
    async run(attacked) {
      const headers = { "X-User": "ann" };
      const tabs = [];
      for (let at = 0; at < 20; at++) tabs.push(await attacked.join({ headers }));
      const late = await attacked.connect({ headers });
      expect(await late.closed()).toMatchObject({ code: 4429, reason: "too many connections of one user" });
      expect(attacked.sessions).toHaveLength(20);
      await (await attacked.join({ headers: { "X-User": "bob" } })).expectServed();
      tabs[0]?.client.destroy();
      await pause(20);
      await (await attacked.join({ headers })).expectServed();
    },
  },
  {
    id: "K09",
    what: "endless resumes of a session are refused with 1013 after fifty at once and five a second, and the session stays open",
    async run(attacked) {
      const ann = await attacked.join();
      let { resume } = ann;
      ann.client.destroy();
      const start = performance.now();
      const codes: (number | undefined)[] = [];
      const isAway = () =>
        attacked.running.app.sessions.every(({ id, isConnected }) => id !== resume.session || !isConnected);
      let resumed = 0;
      for (let at = 0; at < 100; at++) {
        await until(isAway);
        const client = await attacked.connect();
        await client.sendText(JSON.stringify({ type: "hello", protocol: 2, resume }));
        await until(() => client.frames.length > 0);
        const [welcome] = client.messages as Welcome[];
        if (welcome === undefined) codes.push((await client.closed()).code);
        else {
          resumed++;
          resume = { ...resume, secret: welcome.secret };
        }
        client.destroy();
      }
      expect(resumed).toBeGreaterThanOrEqual(50);
      expect(resumed).toBeLessThanOrEqual(51 + (5 * (performance.now() - start)) / 1000);
      expect(new Set(codes)).toEqual(new Set([1013]));
      expect(attacked.sessions).toEqual([resume.session]);
    },
  },
];
