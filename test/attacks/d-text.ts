import { expect } from "vitest";
import pkg from "../../package.json" with { type: "json" };
import { FakeSocket } from "./fake-socket.ts";
import { quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";
import { valid } from "./valid.ts";

/** Unusual characters: single surrogates, invisible characters, and marks that change the direction of the text. */
const ODD = [
  "\ud800",
  "\udc00x",
  "a\u0000b",
  "\u2028\u2029",
  "\ufeffx",
  "\u202eevil\u202c",
  "\ufffe\uffff",
  "e\u0301",
  "\u007f\u0085",
  "👩‍👩‍👧",
];

export const texts: readonly BuiltRow[] = [
  {
    id: "D09",
    what: "1e400 is refused with 1002, -0 becomes 0, and 9007199254740993 becomes the number that JSON.parse returns",
    async run(attacked) {
      const ann = await attacked.join();
      const { probe } = ann.screen;
      const data = (text: string) =>
        void ann.client.sendText(
          `{"type":"commands","seq":1,"commands":[{"cmd":${++ann.cmd},"id":${probe.id},"event":"any","data":${text}}]}`,
        );
      data("[-0,-0.0,0e-9,9007199254740993,1e-400]");
      await ann.answer();
      const [numbers] = ann.screen.data as [number[]];
      expect(numbers).toStrictEqual([0, 0, 0, 9_007_199_254_740_992, 0]);
      expect(numbers.some((number) => Object.is(number, -0))).toBe(false);
      data("1e400");
      expect(await ann.code()).toBe(1002);
      const bob = await attacked.join();
      bob.send({ type: "commands", seq: 1, commands: [] });
      expect(await bob.code()).toBe(1002);
    },
  },
  {
    id: "D10",
    what: "single surrogates, NUL, line separators and direction marks are stored and sent back unchanged",
    async run(attacked) {
      const ann = await attacked.join();
      const { note } = ann.screen;
      for (const value of [...ODD, ODD.join("")]) {
        await ann.answer(ann.write(note, { value }));
        expect(note.value).toBe(value);
      }
      ann.client.destroy();
      const back = await attacked.join({ hello: { resume: { ...ann.resume, seq: 0 } } });
      const [, { docs }] = back.client.messages as [unknown, { docs: readonly (number | { value?: string })[] }];
      // The documents of a page of this size have consecutive ids, from the page's on.
      expect(docs[note.id]).toMatchObject({ value: ODD.join("") });
    },
  },
  {
    id: "D11",
    what: "bytes that are not UTF-8 are refused with 1007",
    async run(attacked) {
      for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0x80]]) {
        const ann = await attacked.join();
        const payload = Buffer.concat([
          Buffer.from('{"type":"ping","seq":1,"a":"'),
          Buffer.from(bytes),
          Buffer.from('"}'),
        ]);
        void ann.client.sendFrame({ opcode: 1, payload });
        expect([bytes, await ann.code()]).toEqual([bytes, 1007]);
      }
    },
  },
  {
    id: "D12",
    what: "any binary frame is refused with 1003, and the next message is not run",
    async run(attacked) {
      for (const payload of ['{"type":"ping","seq":1}', "", "\u0000"]) {
        const ann = await attacked.join();
        const click = { cmd: 1, id: ann.screen.button.id, event: "click" };
        void ann.client.sendFrame({ opcode: 2, payload });
        ann.send({ type: "commands", seq: 1, commands: [click] });
        expect([await ann.code(), ann.screen.received]).toEqual([1003, []]);
      }
    },
  },
  {
    id: "D13",
    what: "decompression bombs of other encodings are refused with 1003, because only JSON in text frames is decoded",
    async run(attacked) {
      expect(Object.keys(pkg.dependencies).join(" ")).not.toMatch(/msgpack|cbor|bson|protobuf|avro|yaml|xml/i);
      for (const payload of [[0xdd, 255, 255, 255, 255], Array.from({ length: 1000 }, () => 0x91), [0xc7, 1, 127, 0]]) {
        const ann = await attacked.join();
        void ann.client.sendFrame({ opcode: 2, payload: Buffer.from(payload) });
        expect(await ann.code()).toBe(1003);
      }
    },
  },
  {
    id: "D14",
    what: "each prefix of each of a hundred valid messages is refused with 1007, and nothing runs or throws",
    run() {
      let ran = 0;
      const host = quietHost((page) => void (page.onSizeChange = () => void ran++));
      const messages = valid(100, 1);
      let tried = 0;
      for (const text of messages) {
        const bytes = Buffer.from(text);
        for (let end = 0; end < bytes.length; end++) {
          const socket = new FakeSocket();
          socket.serve(host);
          socket.receive('{"type":"hello","protocol":2}');
          const before = ran;
          socket.receive(bytes.subarray(0, end));
          if (socket.code !== 1007 || ran !== before)
            throw new Error(`${text.slice(0, end)}: ${socket.code}, ran ${ran}`);
          socket.end(1000);
          tried++;
        }
      }
      expect(tried).toBeGreaterThan(5000);
    },
  },
];
