import { expect } from "vitest";
import { sanitizeMessage } from "../../src/core/link/client-messages.ts";
import { runScript, siblingUrl } from "./child-process.ts";
import { drive } from "./fuzz-messages.ts";
import type { BuiltRow } from "./row.ts";

/** Keys that JavaScript reads when a value is awaited, stringified or compared. In data they have no meaning. */
const ODD = '{"then":"x","toJSON":{"a":1},"valueOf":7,"toString":null,"inspect":1,"length":-1}';

/**
 * Drives sessions in a process where prototypes are frozen and `__proto__` throws. They are frozen after all imports,
 * because a dependency exports a function named hasOwnProperty, which fails with frozen prototypes.
 */
const FROZEN = `
const { drive } = await import(${siblingUrl("./fuzz-messages.ts")});
const all = [Object, Array, Function, String, Number, Boolean, Map, Set, Promise];
for (const { prototype } of all) Object.freeze(prototype);
process.stdout.write(JSON.stringify(await drive()));
`;

export const tags: readonly BuiltRow[] = [
  {
    id: "D05",
    what: "attacks have the same outcome with --disable-proto=throw and frozen prototypes",
    async run() {
      const outcome = await drive();
      expect(outcome.length).toBeGreaterThan(40);
      const { code, stdout, stderr } = await runScript(FROZEN, "--import", "tsx", "--disable-proto=throw");
      expect([code, stderr]).toEqual([0, ""]);
      expect(JSON.parse(stdout)).toEqual(outcome);
    },
  },
  {
    id: "D15",
    what: "then, toJSON and valueOf in a hello, a command, a write and event data are plain data, and are never called or awaited",
    async run(attacked) {
      const odd = JSON.parse(ODD) as { readonly [key: string]: unknown };
      const ann = await attacked.join({ hello: odd });
      const { probe } = ann.screen;
      await ann.answer(ann.commands({ id: probe.id, event: "any", data: odd, ...odd }));
      await ann.answer(ann.commands({ id: probe.id, write: { any: odd }, ...odd }));
      expect([ann.screen.data, probe.any]).toEqual([[odd], odd]);
      ann.client.destroy();
      const back = await attacked.join({ hello: { resume: { ...ann.resume, seq: 0 }, ...odd } });
      expect(JSON.stringify(back.client.messages)).toContain(JSON.stringify(odd));
    },
  },
  {
    id: "D16",
    what: "tags of the protocol from a client, such as {$type: Control}, are plain data or refused, and create no control",
    async run(attacked) {
      const ann = await attacked.join();
      const { field, probe, page } = ann.screen;
      const tag = { $type: "Button", $slots: { controls: [1] }, $error: { id: "E1", message: "x" } };
      for (const write of [{ value: tag }, { selection: tag }, { label: tag }, tag])
        await ann.answer(ann.write(field, write));
      const before = page.controls.length;
      await ann.answer(ann.write(page, { controls: [tag] }));
      await ann.answer(ann.commands({ id: probe.id, event: "any", data: tag }));
      await ann.answer(ann.write(probe, { any: tag }));
      expect([field.value, field.label, page.controls.length, ann.screen.data, probe.any]).toEqual([
        "mine",
        "Name",
        before,
        [tag],
        tag,
      ]);
      for (const id of [tag, "Button"]) {
        const bob = await attacked.join();
        bob.commands({ id, event: "click" });
        expect(await bob.code()).toBe(1002);
      }
      expect(() => sanitizeMessage(JSON.parse('{"$type":"Map","value":[]}'))).not.toThrow();
    },
  },
];
