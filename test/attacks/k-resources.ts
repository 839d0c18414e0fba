import { Text } from "runlet";
import { expect } from "vitest";
import { PATIENCE } from "../support/patience.ts";
import { type AttackedPage, show } from "./attacked-page.ts";
import { collectGarbage, pause } from "./check.ts";
import { connectInProcess, quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";

const MB = 1e6;

export const resources: readonly BuiltRow[] = [
  {
    id: "K05",
    what: "a client that never acknowledges → after 100 updates no more come, and memory stays as it is, whatever the app changes and the client writes",
    async run() {
      let shown: AttackedPage | undefined;
      const many = { commandBurst: 1e9, messagesPerSecond: 1e9 };
      const host = quietHost((page) => void (shown = show(page)), { limits: many, onRefused: () => {} });
      const client = connectInProcess(host);
      const { text, page, field, session } = {
        ...(shown as AttackedPage),
        session: (shown as AttackedPage).page.session,
      };
      const change = async (times: number): Promise<void> => {
        for (let at = 0; at < times; at++) {
          text.value = `${at} ${"x".repeat(100)}`;
          page.add(new Text({ value: "y".repeat(100) }));
          page.removeAt(page.controls.length - 1);
          session.flush();
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
      // What is refused is remembered until the client takes an answer, and no more of it than a person's.
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
    what: "an ack of an update that was never sent → 1002 (ours: it breaks the protocol, rather than a limit)",
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
    what: "a client that acknowledges and never reads → ended when it took nothing for stallTime (default: 30 s), with 16 MiB waiting at the most",
    options: { limits: { stallTime: 700, unackedUpdates: 1e6, unackedBytes: 1e9, messagesPerSecond: 1e6 } },
    async run(attacked) {
      const ann = await attacked.join();
      const { page, note } = ann.screen;
      ann.client.socket.pause();
      collectGarbage();
      const before = process.memoryUsage();
      const begun = performance.now();
      for (let at = 0; performance.now() - begun < PATIENCE && page.session.isConnected; at++) {
        note.label = `${at} ${"x".repeat(200_000)}`;
        page.session.flush();
        ann.send({ type: "ack", seq: page.session.seq });
        await pause(2);
      }
      expect(page.session.isConnected).toBe(false);
      expect(performance.now() - begun).toBeGreaterThan(650);
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
    what: "events that are expensive, as fast as they go → 64 at a time, the rest refused or asked for again later; who goes on all the same: 1008",
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
    what: "all documents asked for again and again → 1008 after six times a minute on one connection (ours: by resuming, as often as K09 lets)",
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
