import { expect } from "vitest";
import type { BuiltRow } from "./row.ts";

const page = { title: "mine", bgcolor: "red", route: "//evil.example" };
const client = {
  width: 1e9,
  height: -1,
  userAgent: "x".repeat(60_000),
  locale: "../../x",
  platform: { a: 1 },
  isAdmin: true,
};

export const hellos: readonly BuiltRow[] = [
  {
    id: "C18",
    what: "a command before hello, a second hello and an unknown type of message are refused with 1002, and nothing runs",
    async run(attacked) {
      const click = { type: "commands", seq: 0, commands: [{ cmd: 1, id: 3, event: "click" }] };
      const first = [
        click,
        { type: "ack", seq: 0 },
        { type: "ping", seq: 0 },
        { type: "resend", seq: 0 },
        { type: "welcome" },
      ];
      for (const message of [
        ...first,
        {},
        [],
        null,
        1,
        "hello",
        true,
        { type: "HELLO", protocol: 2 },
        { type: ["hello"] },
      ]) {
        const stranger = await attacked.connect();
        await stranger.sendText(JSON.stringify(message));
        expect([message, (await stranger.closed()).code, stranger.messages]).toEqual([message, 1002, []]);
      }
      expect([attacked.sessions, attacked.screens.size]).toEqual([[], 1]);
      const types = [
        { type: "hello", protocol: 2 },
        { type: "update", seq: 1 },
        { type: "toString" },
        { type: "" },
        {},
        [],
      ];
      for (const message of types) {
        const ann = await attacked.join();
        ann.send(message);
        expect([message, await ann.code(), ann.screen.received]).toEqual([message, 1002, []]);
      }
      for (const protocol of [0, 1, 3, "2", null, undefined]) {
        const stranger = await attacked.connect();
        await stranger.sendText(JSON.stringify({ type: "hello", protocol }));
        expect([protocol, (await stranger.closed()).code]).toEqual([protocol, 4426]);
      }
    },
  },
  {
    id: "C20",
    what: "a width of 1e9, a user agent of 60 kB and a locale with dots in hello are not read, and longer texts are refused with 1002 or 1009",
    async run(attacked) {
      const ann = await attacked.join({ hello: client });
      await ann.expectServed();
      expect(JSON.stringify(ann.client.messages)).not.toMatch(/xxxx|\.\.\/|1e9|1000000000|isAdmin/);
      for (const [length, code] of [
        [70_000, 1002],
        [1_000_000, 1009],
      ] as const) {
        const stranger = await attacked.connect();
        void stranger.sendText(JSON.stringify({ type: "hello", protocol: 2, userAgent: "x".repeat(length) }));
        expect([length, (await stranger.closed()).code]).toEqual([length, code]);
      }
      for (const wrong of [
        { instance: "x".repeat(129) },
        { instance: 1 },
        { bundle: "" },
        { bundle: {} },
        { resume: 1 },
        { resume: [] },
      ]) {
        const stranger = await attacked.connect();
        await stranger.sendText(JSON.stringify({ type: "hello", protocol: 2, ...wrong }));
        expect([wrong, (await stranger.closed()).code]).toEqual([wrong, 1002]);
      }
      expect(attacked.sessions).toHaveLength(1);
    },
  },
  {
    id: "C22",
    what: "properties of the page in hello are not set",
    async run(attacked) {
      const ann = await attacked.join({ hello: { ...page, page, props: page, data: page, user: "admin" } });
      const { page: shown } = ann.screen;
      expect([shown.title, shown.bgcolor, shown.session.user]).toEqual([null, null, undefined]);
      await ann.expectServed();
    },
  },
];
