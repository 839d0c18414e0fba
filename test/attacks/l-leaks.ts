import { expect } from "vitest";
import { makeSecret } from "../../src/core/link/secret.ts";
import { processorTime } from "../support/patience.ts";
import { show } from "./attacked-page.ts";
import { connectInProcess, quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";

export const leaks: readonly BuiltRow[] = [
  {
    id: "L04",
    what: "an unknown session, a wrong secret and a used secret get the same response: a new session of the same size in about the same time",
    async run(attacked) {
      const ann = await attacked.join();
      const first = ann.resume;
      ann.client.destroy();
      const back = await attacked.join({ hello: { resume: first } });
      await back.expectServed();
      back.client.destroy();
      const { session } = first;
      const unknown = session.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
      const offers = [{ ...first, session: unknown }, { ...first, secret: makeSecret() }, first];
      const seen = [];
      for (const resume of offers) {
        const client = await attacked.join({ hello: { resume: { ...resume, seq: 0, cmd: 0 } } });
        const { session: _, secret: __, ...welcome } = client.welcome;
        seen.push({ welcome, sizes: client.client.frames.map(({ bytes }) => bytes.length) });
      }
      expect(seen[1]).toEqual(seen[0]);
      expect(seen[2]).toEqual(seen[0]);
      const host = quietHost((page) => void show(page), {
        limits: { failedResumesPerMinute: 1e9 },
        sessionTimeout: 0,
      });
      const inside = connectInProcess(host);
      const time = (offered: string): number =>
        processorTime(() => {
          for (let at = 0; at < 10; at++)
            connectInProcess(host, { resume: { session: offered, secret: makeSecret(), seq: 0, cmd: 0 } });
        });
      const times = Array.from({ length: 40 }, () => [time(inside.welcome.session), time(unknown)] as const);
      const [known, none] = [Math.min(...times.map(([a]) => a)), Math.min(...times.map(([, b]) => b))];
      expect(known / none).toBeGreaterThan(0.5);
      expect(known / none).toBeLessThan(2);
      await host.close();
    },
  },
  {
    id: "L05",
    what: "close frames and pongs contain no uninitialized memory, only the intended bytes",
    async run(attacked) {
      for (const [frame, code] of [
        [{ opcode: 1, payload: "no JSON" }, 1007],
        [{ opcode: 2 }, 1003],
        [{ opcode: 1, payload: "7" }, 1002],
        [{ opcode: 3 }, 1002],
      ] as const) {
        const ann = await attacked.join();
        void ann.client.sendFrame(frame);
        expect((await ann.client.closed()).code).toBe(code);
        const bytes = ann.client.frames.at(-1)?.bytes as Buffer;
        expect(bytes.subarray(2).toString()).toMatch(/^[a-zA-Z -]{0,40}$/);
      }
      const bob = await attacked.join();
      for (const payload of [Buffer.alloc(0), Buffer.from([1, 2, 3]), Buffer.alloc(125, 7)])
        void bob.client.sendFrame({ opcode: 9, payload });
      await bob.expectServed();
      const pongs = bob.client.frames.filter(({ opcode }) => opcode === 10).map(({ bytes }) => [...bytes]);
      expect(pongs).toEqual([[], [1, 2, 3], Array.from({ length: 125 }, () => 7)]);
    },
  },
  {
    id: "L07",
    what: "two users behind one caching proxy get the same page, which has no user data and sets no cookie",
    async run(attacked) {
      const ask = (user: string) =>
        fetch(attacked.running.url, { headers: { cookie: `sid=${user}`, "x-user": user, authorization: user } });
      const [ann, bob] = [await ask("ann"), await ask("bob")];
      expect(await ann.text()).toBe(await bob.text());
      for (const { headers } of [ann, bob])
        expect([headers.get("set-cookie"), headers.get("cache-control")]).toEqual([null, "no-cache"]);
    },
  },
];
