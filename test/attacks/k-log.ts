import { expect } from "vitest";
import { pause } from "./check.ts";
import type { BuiltRow } from "./row.ts";

const BAD = 5000;

export const logs: readonly BuiltRow[] = [
  {
    id: "K12",
    isIdle: true,
    what: `${BAD} bad frames, commands and handshakes log at most ten short lines a second, and the number of omitted lines`,
    options: { limits: { commandsPerSecond: 1e6, commandBurst: 1e6, messagesPerSecond: 1e6, refusedPerMinute: 1e6 } },
    async run(attacked) {
      const start = performance.now();
      const before = attacked.lines.length;
      const ann = await attacked.join();
      const name = `x\n[runlet] a line that is none\u2028${"y".repeat(5000)}`;
      const { id } = ann.screen.field;
      for (let at = 0; at < BAD / 50; at++) {
        ann.commands(...Array.from({ length: 4 }, () => ({ id, write: { [name]: 1 } })));
        ann.commands(...Array.from({ length: 46 }, () => ({ id, write: { label: "theirs" } })));
      }
      await ann.answer();
      for (let at = 0; at < 200; at++) {
        const stranger = await attacked.connect({
          origin: at % 2 === 0 ? "https://evil.example" : `http://127.0.0.1:${attacked.port}`,
        });
        void stranger.sendText('{"type":"shout"}');
        stranger.destroy();
      }
      const seconds = (performance.now() - start) / 1000;
      await pause(1100);
      ann.event(99, "click");
      await ann.answer();
      const lines = attacked.lines.slice(before);
      expect(lines.length).toBeLessThanOrEqual(10 * (seconds + 2) + 1);
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.some((line) => line.includes("more were left out"))).toBe(true);
      for (const line of lines) expect([line.includes("\n"), line.length < 1200]).toEqual([false, true]);
    },
  },
];
