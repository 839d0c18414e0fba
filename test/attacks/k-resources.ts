import { Text } from "runlet";
import { expect } from "vitest";
import { sessionOf } from "../../src/controls/page/page-session.ts";
import { PATIENCE } from "../support/patience.ts";
import { type AttackedPage, show } from "./attacked-page.ts";
import { collectGarbage, pause } from "./check.ts";
import { connectInProcess, quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";

const MB = 1e6;

export const resources: readonly BuiltRow[] = [
  {
    id: "K05",
    what: "a client that never acknowledges receives 100 updates at most, and memory does not grow while the app changes and the client writes",
    async run() {
      let shown: AttackedPage | undefined;
      const many = { commandBurst: 1e9, messagesPerSecond: 1e9 };
      const host = quietHost((page) => void (shown = show(page)), { limits: many, onRefused: () => {} });
      const client = connectInProcess(host);
      const { text, page, field } = shown as unknown as AttackedPage;
      const change = async (times: number): Promise<void> => {
        for (let at = 0; at < times; at++) {
          text.value = `${at} ${"x".repeat(100)}`;
          page.add(new Text({ value: "y".repeat(100) }));
          page.removeAt(page.controls.length - 1);
          sessionOf(page).flush();
          if (at % 100 === 0) await pause(0);
        }
      };
      await change(1000);
      collectGarbage();
      const before = process.memoryUsage().heapUsed;
      await change(10_000);
      collectGarbage();
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(2 * MB);
      const updates = () => client.received.filter(({ type }) => type === "update").length;
      expect(updates()).toBe(100);
      // Refused values are stored until the client receives an answer, so their number is limited.
      const names = (at: number) => Array.from({ length: 100 }, (_, n) => [`${at} ${n} ${"x".repeat(200)}`, 1]);
      for (let at = 0; at < 100; at++) {
        const write = Object.fromEntries(names(at));
        client.send({ type: "commands", seq: 0, commands: [{ cmd: at + 1, id: field.id, write }] });
      }
      expect([client.end()?.code, updates()]).toEqual([1008, 100]);
      collectGarbage();
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(4 * MB);
      await host.close();
    },
  },
  {
    id: "K06",
    what: "an ack of an update that was never sent is refused with 1002",
    async run(attacked) {
      for (const type of ["ack", "ping", "resend", "commands"]) {
        const ann = await attacked.join();
        ann.send({ type, seq: 2, commands: [{ cmd: 1, id: ann.screen.button.id, event: "click" }] });
        expect([type, await ann.code(), ann.screen.received]).toEqual([type, 1002, []]);
      }
    },
  },
  {
    id: "K07",
    what: "a client that acknowledges but never reads is disconnected after stallTime (default: 30 s), with at most 16 MiB pending",
    options: { limits: { stallTime: 700, unackedUpdates: 1e6, unackedBytes: 1e9, messagesPerSecond: 1e6 } },
    async run(attacked) {
      const ann = await attacked.join();
      const { page, note } = ann.screen;
      ann.client.socket.pause();
      collectGarbage();
      const before = process.memoryUsage();
      const start = performance.now();
      for (let at = 0; performance.now() - start < PATIENCE && page.session.isConnected; at++) {
        note.label = `${at} ${"x".repeat(200_000)}`;
        sessionOf(page).flush();
        ann.send({ type: "ack", seq: sessionOf(page).seq });
        await pause(2);
      }
      expect(page.session.isConnected).toBe(false);
      expect(performance.now() - start).toBeGreaterThan(650);
      expect(attacked.lines.join("\n")).not.toContain("too-many");
      collectGarbage();
      const { arrayBuffers, external } = process.memoryUsage();
      expect(arrayBuffers + external - before.arrayBuffers - before.external).toBeLessThan(64 * MB);
      expect(attacked.sessions).toEqual([ann.welcome.session]);
    },
  },
  {
    id: "K08",
    isIdle: true,
    what: "slow handlers run 64 at a time, further events are refused or requested again later, and a client that continues to send is closed with 1008",
    options: { limits: { handlers: 64, commandBurst: 200, commandsPerSecond: 1 } },
    async run(attacked) {
      const ann = await attacked.join();
      let [now, most] = [0, 0];
      let release = (): void => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      ann.screen.button.onClick = async () => {
        most = Math.max(most, ++now);
        await released;
        now--;
      };
      const click = { id: ann.screen.button.id, event: "click" };
      const fifty = Array.from({ length: 50 }, () => click);
      for (let at = 0; at < 6; at++) ann.commands(...fifty);
      await ann.client.nextMessage("resend");
      expect(most).toBe(64);
      expect(ann.notices.length).toBeGreaterThan(100);
      release();
      const bob = await attacked.join();
      const one = { id: bob.screen.button.id, event: "click" };
      for (let at = 0; at < 4; at++) bob.commands(...Array.from({ length: 50 }, () => one));
      for (let at = 0; at < 150; at++) bob.send({ type: "commands", seq: 1, commands: [{ cmd: 201, ...one }] });
      expect(await bob.code()).toBe(1008);
      expect(bob.screen.received.length).toBeLessThan(205);
    },
  },
  {
    id: "K10",
    what: "requests for all documents are refused with 1008 after six a minute on one connection (K09 limits resumes)",
    async run(attacked) {
      const ann = await attacked.join();
      for (let at = 0; at < 6; at++) {
        ann.send({ type: "resend", seq: 0 });
        const { ops } = await ann.client.nextMessage<{ type: string; ops: { path: string }[] }>("update");
        expect(ops[0]?.path).toBe("");
      }
      ann.send({ type: "resend", seq: 0 });
      expect(await ann.code()).toBe(1008);
    },
  },
];
