import { expect } from "vitest";
import { loopTime } from "../support/patience.ts";
import { pause } from "./check.ts";
import type { BuiltRow } from "./row.ts";

export const closing: readonly BuiltRow[] = [
  {
    id: "E16",
    what: "10,000 pings at once end the connection without a close frame when sixty pongs are pending, and more than 100 a second are refused with 1008",
    options: { limits: { pingInterval: 1000 } },
    async run(attacked) {
      const pings = (count: number) => Buffer.alloc(6 * count, Buffer.from([0x89, 0x80, 0, 0, 0, 0]));
      const ann = await attacked.join();
      void ann.client.sendBytes(pings(10_000));
      expect(await ann.client.closed()).toMatchObject({ socketClosed: true, code: undefined });
      expect(ann.client.frames.filter(({ opcode }) => opcode === 10).length).toBeLessThan(200);
      const bob = await attacked.join();
      for (let at = 0; at < 10; at++) {
        void bob.client.sendBytes(pings(25));
        await pause(5);
      }
      expect(await bob.code()).toBe(1008);
      const eve = await attacked.join();
      void eve.client.sendBytes(pings(50));
      await eve.expectServed();
    },
  },
  {
    id: "E17",
    isIdle: true,
    what: "a message that arrives byte by byte does not keep a connection open that answers no ping (default: 45 s), also before hello",
    options: { limits: { pingInterval: 250, helloTime: 60_000 } },
    async run(attacked) {
      const ann = await attacked.join();
      const stranger = await attacked.connect();
      for (const client of [ann.client, stranger]) {
        void client.sendBytes(Buffer.from([0x81, 0xfe, 0x10, 0x00, 1, 2, 3, 4]));
        const trickle = setInterval(() => void client.sendBytes(Buffer.from([0x20])), 20);
        attacked.own(() => clearInterval(trickle));
      }
      const passed = loopTime();
      expect(await ann.client.closed()).toMatchObject({ socketClosed: true });
      expect(await stranger.closed()).toMatchObject({ socketClosed: true, code: undefined });
      expect(passed()).toBeLessThan(1200);
      expect(attacked.sessions).toEqual([ann.welcome.session]);
    },
  },
  {
    id: "E18",
    isIdle: true,
    what: "a client that never answers a close frame is disconnected within 5 s",
    async run(attacked) {
      const ann = await attacked.join({ answerClose: false });
      ann.send({ type: "shout" });
      await pause(3000);
      expect((await ann.client.closed(0)).code).toBe(1002);
      const passed = loopTime();
      expect((await ann.client.closed()).socketClosed).toBe(true);
      expect(passed()).toBeLessThan(2000);
    },
  },
  {
    id: "E19",
    what: "messages after a close frame, of the client or the server, are not run",
    async run(attacked) {
      const ann = await attacked.join();
      void ann.client.sendClose(1001);
      ann.event(ann.screen.button, "click");
      expect([await ann.code(), ann.screen.received]).toEqual([1001, []]);
      for (const last of ["no JSON", '{"type":"shout"}']) {
        const bob = await attacked.join({ answerClose: false });
        void bob.client.sendText(last);
        for (let at = 0; at < 5; at++) bob.event(bob.screen.button, "click");
        await pause(50);
        bob.event(bob.screen.button, "click");
        await pause(50);
        expect(bob.screen.received).toEqual([]);
      }
    },
  },
];
