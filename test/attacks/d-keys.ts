import { expect } from "vitest";
import type { AttackClient } from "./attack-client.ts";
import type { BuiltRow } from "./row.ts";

/** Sends JSON text, unchanged, as the data of an event. */
function sendData(client: AttackClient, data: string): void {
  const { probe } = client.screen;
  void client.client.sendText(
    `{"type":"commands","seq":1,"commands":[{"cmd":${++client.cmd},"id":${probe.id},"event":"any","data":${data}}]}`,
  );
}

/** Keys that can change a prototype when they are copied to another object. */
const FORBIDDEN = ["__proto__", "constructor", "prototype"];
const PLACES = [
  (key: string) => `{"${key}":{"isAdmin":true}}`,
  (key: string) => `{"a":{"b":{"${key}":{"isAdmin":true}}}}`,
  (key: string) => `[1,[{"${key}":{"isAdmin":true}}]]`,
  (key: string) => `{"${key}":null}`,
  (key: string) => `{"\\u005f${key.slice(1)}":1,"${key}":1}`,
];

export const keys: readonly BuiltRow[] = [
  {
    id: "D01",
    what: "__proto__ as a key, at the top, nested or in arrays, is refused with 1002 for the whole message, and data has no prototype and can be copied safely",
    async run(attacked) {
      for (const place of PLACES) {
        const ann = await attacked.join();
        sendData(ann, place("__proto__"));
        expect([place("__proto__"), await ann.code(), ann.screen.data]).toEqual([place("__proto__"), 1002, []]);
      }
      const bob = await attacked.join();
      sendData(bob, '{"a":[{"b":1}],"__proto":1,"proto":{}}');
      await bob.answer();
      const [data] = bob.screen.data as [{ a: object[] }];
      for (const each of [data, data.a[0]]) expect(Object.getPrototypeOf(each)).toBe(null);
      const copy = Object.assign({}, structuredClone(data)) as { isAdmin?: true };
      expect([copy.isAdmin, ({} as { isAdmin?: true }).isAdmin]).toEqual([undefined, undefined]);
    },
  },
  {
    id: "D02",
    what: "constructor and prototype as keys are refused with 1002 for the whole message, even where they are harmless",
    async run(attacked) {
      for (const key of FORBIDDEN.slice(1)) {
        for (const place of PLACES) {
          const ann = await attacked.join();
          sendData(ann, place(key));
          expect([place(key), await ann.code(), ann.screen.data]).toEqual([place(key), 1002, []]);
        }
        const stranger = await attacked.connect();
        await stranger.sendText(`{"type":"hello","protocol":2,"${key}":{}}`);
        expect((await stranger.closed()).code).toBe(1002);
      }
    },
  },
  {
    id: "D03",
    what: "paths and lists of keys as a name or an id are unknown or refused with 1002, because names are never read as paths",
    async run(attacked) {
      const ann = await attacked.join();
      const { field } = ann.screen;
      for (const name of [
        "/__proto__/x",
        "~1__proto__~1x",
        "__proto__.x",
        "value/length",
        "/2/value",
        "..",
        "value~0",
      ]) {
        await ann.answer(ann.write(field, { [name]: 1 }));
        await ann.answer(ann.event(field, name));
      }
      expect([field.value, ann.screen.received]).toEqual(["mine", []]);
      for (const id of [
        ["constructor", "prototype", "x"],
        [["__proto__"], "x"],
        "/2",
        "2",
        "__proto__",
        { toString: 2 },
        2.5,
        null,
      ]) {
        const bob = await attacked.join();
        bob.commands({ id, write: { value: "theirs" } });
        expect([id, await bob.code(), bob.screen.field.value]).toEqual([id, 1002, "mine"]);
      }
    },
  },
  {
    id: "D04",
    what: "a write that would shadow toString, hasOwnProperty or length is refused, and no member of a control is shadowed",
    async run(attacked) {
      const ann = await attacked.join();
      const { field } = ann.screen;
      const names = [
        "toString",
        "valueOf",
        "hasOwnProperty",
        "length",
        "then",
        "toJSON",
        "__defineGetter__",
        "isPrototypeOf",
      ];
      for (const name of names) await ann.answer(ann.write(field, { [name]: "mine" }));
      for (const name of names) expect(Object.hasOwn(field, name)).toBe(false);
      expect(`${String(field)} ${JSON.stringify(ann.client.messages)}`).not.toContain('"toString":"mine"');
      await ann.expectServed();
    },
  },
];
