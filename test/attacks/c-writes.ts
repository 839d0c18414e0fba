import type { Control } from "runlet";
import type { Operation } from "runlet/transport";
import { expect } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { Prop } from "../../src/core/declaration/spec.ts";
import type { AttackClient } from "./attack-client.ts";
import { connectInProcess, quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";

type Values = { readonly [name: string]: unknown };

/** Checks that a write is acknowledged and changes nothing. Returns the operations that restore the server's value. */
export async function refuses(client: AttackClient, control: Control, write: Values): Promise<readonly Operation[]> {
  const names = Object.keys(write);
  const read = () => names.map((name) => (control as unknown as Values)[name]);
  const before = read();
  await client.answer();
  const ops = await client.answer(client.write(control, write));
  expect([write, read()]).toEqual([write, before]);
  for (const { path } of ops) expect(path).toMatch(`/${control.id}/`);
  return ops;
}

const PRIVATE = [
  "_x",
  "parent",
  "page",
  "session",
  "id",
  "isMounted",
  "onClick",
  "key",
  "data",
  "build",
  "$type",
  "$slots",
];

export const writes: readonly BuiltRow[] = [
  {
    id: "C05",
    what: "a write to a property that only the app may set is refused for every control, and the client's value is reverted",
    options: { limits: { commandsPerSecond: 1e6, commandBurst: 1e6, refusedPerMinute: 1e6 } },
    async run(attacked) {
      const ann = await attacked.join();
      const { text, unseen, button, probe, page } = ann.screen;
      expect(await refuses(ann, text, { value: "theirs" })).toEqual([
        { op: "replace", path: `/${text.id}/value`, value: "0" },
      ]);
      expect(await refuses(ann, button, { visible: false })).toEqual([{ op: "remove", path: `/${button.id}/visible` }]);
      for (const value of [true, false]) await refuses(ann, unseen, { visible: value });
      expect(await refuses(ann, probe, { link: "javascript:alert(1)" })).toMatchObject([
        { value: "https://app.example/" },
      ]);
      await refuses(ann, page, { title: "theirs" });
      await refuses(ann, page, { controls: [] });

      const classes = (await loadControls()).filter(({ type }) => type !== "Page" && type !== "TextSpan");
      const all = classes.map(({ class: controlClass }) => new (controlClass as unknown as new () => Control)());
      let refused = 0;
      const host = quietHost((shown) => shown.add(...all), {
        onRefused: () => refused++,
        limits: { commandBurst: 1e6, messagesPerSecond: 1e6, refusedPerMinute: 1e6 },
      });
      const inner = connectInProcess(host);
      let tried = 0;
      for (const control of all) {
        // Lets the client receive its answers: too many refusals without an answer close the connection.
        await new Promise(setImmediate);
        const { spec } = control.constructor as typeof Control;
        for (const [name, entry] of Object.entries(spec.entries)) {
          if (entry instanceof Prop && entry.isWritable) continue;
          const before = (control as unknown as Values)[name];
          inner.commands({ id: control.id, write: { [name]: entry instanceof Prop ? entry.default : true } });
          expect([spec.type, name, (control as unknown as Values)[name]]).toEqual([spec.type, name, before]);
          tried++;
        }
      }
      expect([refused, tried > 200, inner.end()]).toEqual([tried, true, undefined]);
    },
  },
  {
    id: "C06",
    what: "a write to an unknown property is refused, and one to constructor, __proto__ or prototype is refused with 1002 for the whole message",
    async run(attacked) {
      const ann = await attacked.join();
      for (const name of PRIVATE) {
        for (const control of [ann.screen.button, ann.screen.field, ann.screen.page])
          await refuses(ann, control, { [name]: 1 });
      }
      await ann.expectServed();
      for (const name of ["constructor", "__proto__", "prototype"]) {
        const bob = await attacked.join();
        const { id } = bob.screen.field;
        const click = `{"cmd":1,"id":${bob.screen.button.id},"event":"click"}`;
        void bob.client.sendText(
          `{"type":"commands","seq":1,"commands":[${click},{"cmd":2,"id":${id},"write":{"${name}":{}}}]}`,
        );
        expect([name, await bob.code(), bob.screen.received]).toEqual([name, 1002, []]);
      }
    },
  },
];
