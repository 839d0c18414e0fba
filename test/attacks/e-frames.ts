import { expect } from "vitest";
import type { RawFrame } from "../support/raw-client.ts";
import type { AttackClient } from "./attack-client.ts";
import type { AttackedServer } from "./attacked-server.ts";
import type { BuiltRow } from "./row.ts";

const LIMIT = 256 * 1024;

/** Sends frames, and then an event that must not run. Returns the code with which the server closes. */
export async function sends(client: AttackClient, ...frames: RawFrame[]): Promise<number | undefined> {
  for (const frame of frames) void client.client.sendFrame(frame);
  client.event(client.screen.button, "click");
  const { code, socketClosed } = await client.client.closed();
  expect([socketClosed, client.screen.received]).toEqual([true, []]);
  return code;
}

/** Returns a test that checks that frames are refused with a code. */
export const closes =
  (code: number, ...frames: RawFrame[]) =>
  async (attacked: AttackedServer): Promise<void> =>
    expect(await sends(await attacked.join(), ...frames)).toBe(code);

const text = (length: number) => `{"type":"ping","seq":1,"a":"${"x".repeat(length - 30)}"}`;

export const frames: readonly BuiltRow[] = [
  {
    id: "E01",
    what: "a message one byte over the limit, in one frame or several, is refused with 1009, and a message at the limit is read and refused for its long string",
    async run(attacked) {
      expect(await sends(await attacked.join(), { opcode: 1, payload: text(LIMIT + 1) })).toBe(1009);
      const half = "x".repeat(LIMIT / 2);
      const parts: RawFrame[] = [
        { opcode: 1, fin: false, payload: half },
        { opcode: 0, fin: false, payload: half },
      ];
      expect(await sends(await attacked.join(), ...parts, { opcode: 0, payload: "x" })).toBe(1009);
      expect(await sends(await attacked.join(), { opcode: 1, payload: text(LIMIT) })).toBe(1002);
    },
  },
  {
    id: "E02",
    what: "a header that announces 2^40 or 2^63 bytes is refused with 1009 immediately, and no memory is allocated",
    async run(attacked) {
      const before = process.memoryUsage().rss;
      for (const claimLength of [2n ** 40n, 2n ** 53n, 2n ** 63n, BigInt(LIMIT + 1)]) {
        const ann = await attacked.join();
        void ann.client.sendFrame({ opcode: 1, claimLength });
        expect([claimLength, await ann.code()]).toEqual([claimLength, 1009]);
      }
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    },
  },
  {
    id: "E03",
    what: "a frame without a mask is refused with 1002",
    run: closes(1002, { opcode: 1, payload: "{}", mask: false }),
  },
  {
    id: "E04",
    what: "a text that is not UTF-8 is refused with 1007",
    run: closes(1007, { opcode: 1, payload: Buffer.from([0x22, 0xff, 0x22]) }),
  },
  {
    id: "E05",
    what: "an undefined opcode is refused with 1002",
    async run(attacked) {
      for (const opcode of [3, 4, 5, 6, 7, 11, 12, 13, 14, 15]) {
        expect([opcode, await sends(await attacked.join(), { opcode, payload: "x" })]).toEqual([opcode, 1002]);
      }
    },
  },
  {
    id: "E06",
    what: "a reserved bit is refused with 1002",
    async run(attacked) {
      for (const rsv of [1, 2, 3])
        expect(await sends(await attacked.join(), { opcode: 1, payload: "{}", rsv })).toBe(1002);
    },
  },
  {
    id: "E07",
    what: "a continuation without a first frame, or a second message within the first, is refused with 1002",
    async run(attacked) {
      expect(await sends(await attacked.join(), { opcode: 0, payload: "{}" })).toBe(1002);
      const first: RawFrame = { opcode: 1, payload: '{"type"', fin: false };
      for (const opcode of [1, 2])
        expect(await sends(await attacked.join(), first, { opcode, payload: "{}" })).toBe(1002);
    },
  },
  {
    id: "E08",
    what: "a ping of 126 bytes is refused with 1002",
    run: closes(1002, { opcode: 9, payload: "x".repeat(126) }),
  },
  {
    id: "E09",
    what: "a fragmented ping, pong or close is refused with 1002",
    async run(attacked) {
      for (const opcode of [8, 9, 10]) expect(await sends(await attacked.join(), { opcode, fin: false })).toBe(1002);
    },
  },
  {
    id: "E10",
    what: "a close with an undefined or incomplete code is refused with 1002, and the session is kept because the client did not end it",
    async run(attacked) {
      for (const code of [0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535]) {
        const ann = await attacked.join();
        void ann.client.sendClose(code);
        expect([code, await ann.code()]).toEqual([code, 1002]);
      }
      expect(await sends(await attacked.join(), { opcode: 8, payload: "x" })).toBe(1002);
      expect(attacked.sessions).toHaveLength(11);
    },
  },
  {
    id: "E14",
    what: "a message in 2,000 fragments of one byte is refused with 1008, and one in 256 fragments is accepted",
    async run(attacked) {
      const fragments = (count: number, payload: string): RawFrame[] =>
        Array.from({ length: count }, (_, at) => ({ opcode: at === 0 ? 1 : 0, fin: false, payload }));
      expect(await sends(await attacked.join(), ...fragments(2000, " "))).toBe(1008);
      expect(await sends(await attacked.join(), ...fragments(256, " "), { opcode: 0, payload: "{}" })).toBe(1008);
      const ann = await attacked.join();
      for (const frame of fragments(255, " ")) void ann.client.sendFrame(frame);
      void ann.client.sendFrame({ opcode: 0, payload: '{"type":"ping","seq":1}' });
      expect(await ann.client.nextMessage("pong")).toMatchObject({ seq: 1 });
      await ann.expectServed();
    },
  },
  {
    id: "E15",
    what: "2,000 empty fragments are refused with 1008",
    run: closes(1008, ...Array.from({ length: 2000 }, (_, at): RawFrame => ({ opcode: at === 0 ? 1 : 0, fin: false }))),
  },
];
