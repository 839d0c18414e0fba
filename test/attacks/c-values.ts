import { expect } from "vitest";
import { refuses } from "./c-writes.ts";
import type { BuiltRow } from "./row.ts";

export const values: readonly BuiltRow[] = [
  {
    id: "C07",
    what: "a write to a read-only, disabled or invisible field is refused and reverted",
    async run(attacked) {
      const ann = await attacked.join();
      const { fixed, locked, field } = ann.screen;
      expect(await refuses(ann, fixed, { value: "theirs" })).toMatchObject([{ op: "replace", value: "mine" }]);
      await refuses(ann, locked, { value: true });
      field.visible = false;
      await refuses(ann, field, { value: "theirs" });
      // If one value of a write is refused, the others are refused too.
      field.visible = true;
      await refuses(ann, field, { value: "theirs", label: "theirs" });
    },
  },
  {
    id: "C08",
    what: "a value of the wrong type is refused, a number that JSON cannot represent is refused with 1002, and -0 becomes 0",
    async run(attacked) {
      const ann = await attacked.join();
      const { field, box, probe } = ann.screen;
      for (const value of [{}, [], null, 1, true, ["mine"], { value: "mine" }]) await refuses(ann, field, { value });
      for (const value of ["true", 1, 0, {}, [], "null"]) await refuses(ann, box, { value });
      for (const amount of ["1", null, [1], {}, true]) await refuses(ann, probe, { amount });
      const marks = [
        { baseOffset: -1, extentOffset: 0 },
        { baseOffset: 0 },
        { baseOffset: 1.5, extentOffset: 2 },
        [0, 1],
      ];
      for (const selection of [...marks, { baseOffset: 0, extentOffset: 0, more: 1 }])
        await refuses(ann, field, { selection });
      await ann.answer(ann.commands({ id: probe.id, write: { amount: 3 } }));
      void ann.client.sendText(
        `{"type":"commands","seq":1,"commands":[{"cmd":${++ann.cmd},"id":${probe.id},"write":{"amount":-0}}]}`,
      );
      await ann.answer();
      expect(Object.is(probe.amount, 0)).toBe(true);
      for (const number of ["1e400", "-1e400", "NaN", "Infinity", "0x1", "01"]) {
        const bob = await attacked.join();
        const write = `{"cmd":1,"id":${bob.screen.probe.id},"write":{"amount":${number}}}`;
        void bob.client.sendText(`{"type":"commands","seq":1,"commands":[${write}]}`);
        // Text that is not JSON is refused with 1007.
        expect([number, await bob.code(), bob.screen.probe.amount]).toEqual([
          number,
          /e/.test(number) ? 1002 : 1007,
          5,
        ]);
      }
    },
  },
  {
    id: "C09",
    what: "a value that is not a choice, a number outside its range, and null for a two-state checkbox are refused by the control",
    async run(attacked) {
      const ann = await attacked.join();
      const { box, probe } = ann.screen;
      await refuses(ann, box, { value: null });
      for (const level of ["middle", "LOW", "", "toString", ["low"], ["low", "high"]])
        await refuses(ann, probe, { level });
      for (const amount of [-1, 10.01, 11, 1e308, -1e-9]) await refuses(ann, probe, { amount });
      await ann.answer(ann.write(probe, { level: "high", amount: 10 }));
      expect([probe.level, probe.amount]).toEqual(["high", 10]);
    },
  },
  {
    id: "C10",
    what: "a text longer than maxLength is refused and reverted",
    async run(attacked) {
      const ann = await attacked.join();
      const { field } = ann.screen;
      await refuses(ann, field, { value: "x".repeat(11) });
      await refuses(ann, field, { value: "🙂".repeat(6) });
      await ann.answer(ann.write(field, { value: "x".repeat(10) }));
      expect(field.value).toBe("x".repeat(10));
    },
  },
];
