import { expect } from "vitest";
import { pause } from "./check.ts";
import type { BuiltRow } from "./row.ts";

const MOST = Number.MAX_SAFE_INTEGER;

export const commands: readonly BuiltRow[] = [
  {
    id: "C15",
    what: "51 commands in one message are refused with 1008, and none of them runs",
    async run(attacked) {
      const ann = await attacked.join();
      const click = { id: ann.screen.button.id, event: "click" };
      ann.commands(...Array.from({ length: 51 }, () => click));
      expect([await ann.code(), ann.screen.received]).toEqual([1008, []]);
      const bob = await attacked.join();
      await bob.answer(bob.commands(...Array.from({ length: 50 }, () => click)));
      expect(bob.screen.received).toHaveLength(50);
      // A command with an effect, which is sent immediately, and one without: both are acknowledged.
      await pause(30);
      await bob.answer(bob.commands(click, { id: bob.screen.locked.id, event: "change", data: true }));
    },
  },
  {
    id: "C16",
    what: "a repeated command is not run again, and is acknowledged with the number of the last command",
    async run(attacked) {
      const ann = await attacked.join();
      await ann.expectServed();
      for (let at = 0; at < 5; at++) {
        ann.send({ type: "commands", seq: 1, commands: [{ cmd: 1, id: ann.screen.button.id, event: "click" }] });
        expect(await ann.client.nextMessage("update")).toMatchObject({ ack: 1, ops: [] });
      }
      expect(ann.screen.received).toEqual(["button"]);
    },
  },
  {
    id: "C17",
    what: "a command numbered 2^53-1 is not run, the last number stays unchanged, and the missing commands are requested",
    async run(attacked) {
      const ann = await attacked.join();
      await ann.expectServed();
      ann.send({ type: "commands", seq: 1, commands: [{ cmd: MOST, id: ann.screen.button.id, event: "click" }] });
      expect(await ann.client.nextMessage("resend")).toEqual({ type: "resend", cmd: 1 });
      await pause(20);
      expect(ann.screen.received).toEqual(["button"]);
      await ann.expectServed();
      for (const cmd of [MOST + 1, 0, -1, 1.5, "3", null]) {
        const bob = await attacked.join();
        bob.send({ type: "commands", seq: 1, commands: [{ cmd, id: bob.screen.button.id, event: "click" }] });
        expect([cmd, await bob.code(), bob.screen.received]).toEqual([cmd, 1002, []]);
      }
    },
  },
];
