import { Button, type Page, Text } from "runlet";
import { expect } from "vitest";
import { sessionOf } from "../../src/controls/page/page-session.ts";
import { defaultLimits } from "../../src/core/link/limits.ts";
import { collectGarbage, pause } from "./check.ts";
import { connectInProcess, event, quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";

const FLOOD = 50_000;
const RACES = 10_000;

export const floods: readonly BuiltRow[] = [
  {
    id: "F31",
    what: `${FLOOD} messages at once from one client, repeatedly, are refused with 1008, other clients are served, and no memory is retained`,
    async run(attacked) {
      const bob = await attacked.join();
      collectGarbage();
      const before = process.memoryUsage().heapUsed;
      const ping = '{"type":"ping","seq":1}';
      const frame = Buffer.concat([Buffer.from([0x81, 0x80 | ping.length, 0, 0, 0, 0]), Buffer.from(ping)]);
      for (let at = 0; at < 5; at++) {
        const ann = await attacked.join();
        const start = performance.now();
        void ann.client.sendBytes(Buffer.alloc(frame.length * FLOOD, frame));
        await bob.expectServed();
        expect(await ann.code()).toBe(1008);
        const seconds = (performance.now() - start) / 1000;
        expect(ann.client.messages.length).toBeLessThan(320 + defaultLimits.messagesPerSecond * seconds);
      }
      await pause(20);
      collectGarbage();
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(20e6);
    },
  },
  {
    id: "F32",
    what: "messages that are too large, malformed or of the wrong type are refused with the right code, run no handler and cause no app error",
    async run(attacked) {
      const cases: readonly [string | Buffer, number][] = [
        ["x".repeat(262_145), 1009],
        ["{", 1007],
        ["", 1007],
        ["undefined", 1007],
        ["\ufeff{}", 1007],
        ["{}{}", 1007],
        ["7", 1002],
        ['{"type":"commands","seq":1}', 1002],
        ['{"type":"commands","seq":1,"commands":{}}', 1002],
        ['{"type":"commands","seq":1,"commands":[]}', 1002],
        ['{"type":"commands","seq":1,"commands":[null]}', 1002],
        ['{"type":"commands","seq":1,"commands":[[]]}', 1002],
        ['{"type":"commands","seq":1,"commands":[{"cmd":1,"id":2,"write":[]}]}', 1002],
        ['{"type":"commands","seq":1,"commands":[{"cmd":1,"id":2}]}', 1002],
        ['{"type":"commands","commands":[{"cmd":1,"id":2,"event":"click"}]}', 1002],
        ['{"type":"ack"}', 1002],
        ['{"type":"ack","seq":"1"}', 1002],
        ['{"type":"ping","seq":-1}', 1002],
        ['{"type":"resend","seq":1.5}', 1002],
      ];
      for (const [payload, code] of cases) {
        const ann = await attacked.join();
        void ann.client.sendFrame({ opcode: 1, payload });
        expect([payload.slice(0, 80), await ann.code(), ann.screen.received]).toEqual([payload.slice(0, 80), code, []]);
      }
      expect(attacked.lines.filter((line) => /\berror E\d/.test(line))).toEqual([]);
    },
  },
  {
    id: "F36",
    what: `${RACES} events for a control that was just removed are acknowledged and ignored, report no error, and keep the order of the other events`,
    async run() {
      const ran: number[] = [];
      let [round, wrong] = [0, 0];
      let target = new Button();
      const shown: Page[] = [];
      const many = { commandBurst: 1e9, messagesPerSecond: 1e9 };
      const host = quietHost((page) => void shown.push(page), { limits: many });
      const client = connectInProcess(host);
      const [page] = shown as [Page];
      const remove = new Button({ onClick: () => page.remove(target) });
      const after = new Button({ onClick: () => void ran.push(round) });
      page.add(remove, after, new Text());
      for (round = 0; round < RACES; round++) {
        target = new Button({ onClick: () => void wrong++ });
        page.add(target);
        sessionOf(page).flush();
        client.commands(event(remove, "click"), event(target, "click"), event(after, "click"));
      }
      expect([wrong, ran.length, ran.every((each, at) => each === at)]).toEqual([0, RACES, true]);
      expect(client.received.filter(({ type }) => type === "notice")).toEqual([]);
      await pause(1);
      client.send({ type: "ping", seq: client.seq });
      expect(client.received.at(-1)).toMatchObject({ type: "pong", cmd: 3 * RACES });
    },
  },
];
