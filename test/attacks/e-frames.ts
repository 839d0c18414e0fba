import { expect } from "vitest";
import type { RawFrame } from "../support/raw-client.ts";
import type { AttackClient } from "./attack-client.ts";
import type { AttackedServer } from "./attacked-server.ts";
import type { BuiltRow } from "./row.ts";

const LIMIT = 256 * 1024;

/** Sends a frame, and behind it an event that must not be run. Gives the code that the server closes with. */
export async function sends(client: AttackClient, ...frames: RawFrame[]): Promise<number | undefined> {
  for (const frame of frames) void client.client.sendFrame(frame);
  client.event(client.screen.button, "click");
  const { code, socketClosed } = await client.client.closed();
  expect([socketClosed, client.screen.received]).toEqual([true, []]);
  return code;
}

/** That a frame closes with a code. */
export const closes =
  (code: number, ...frames: RawFrame[]) =>
  async (attacked: AttackedServer): Promise<void> =>
    expect(await sends(await attacked.join(), ...frames)).toBe(code);

const text = (length: number) => `{"type":"ping","seq":1,"a":"${"x".repeat(length - 30)}"}`;

export const frames: readonly BuiltRow[] = [
  {
    id: "E01",
    what: "a text of one byte over the limit, in one frame or several → 1009; one of the limit → read, and refused for its long text",
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
    what: "a header that tells of 2^40 bytes, or 2^63 → 1009 at once, and nothing set aside",
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
  { id: "E03", what: "a frame without a mask → 1002", run: closes(1002, { opcode: 1, payload: "{}", mask: false }) },
  {
    id: "E04",
    what: "a text that is no UTF-8 → 1007",
    run: closes(1007, { opcode: 1, payload: Buffer.from([0x22, 0xff, 0x22]) }),
  },
  {
    id: "E05",
    what: "an opcode that there is not → 1002",
    async run(attacked) {
      for (const opcode of [3, 4, 5, 6, 7, 11, 12, 13, 14, 15]) {
        expect([opcode, await sends(await attacked.join(), { opcode, payload: "x" })]).toEqual([opcode, 1002]);
      }
    },
  },
  {
    id: "E06",
    what: "a reserved bit → 1002",
    async run(attacked) {
      for (const rsv of [1, 2, 3])
        expect(await sends(await attacked.join(), { opcode: 1, payload: "{}", rsv })).toBe(1002);
    },
  },
  {
    id: "E07",
    what: "a continuation of nothing, or a second message within the first → 1002",
    async run(attacked) {
      expect(await sends(await attacked.join(), { opcode: 0, payload: "{}" })).toBe(1002);
      const first: RawFrame = { opcode: 1, payload: '{"type"', fin: false };
      for (const opcode of [1, 2])
        expect(await sends(await attacked.join(), first, { opcode, payload: "{}" })).toBe(1002);
    },
  },
  { id: "E08", what: "a ping of 126 bytes → 1002", run: closes(1002, { opcode: 9, payload: "x".repeat(126) }) },
  {
    id: "E09",
    what: "a ping, pong or close in pieces → 1002",
    async run(attacked) {
      for (const opcode of [8, 9, 10]) expect(await sends(await attacked.join(), { opcode, fin: false })).toBe(1002);
    },
  },
  {
    id: "E10",
    what: "a close with a code that there is not, or half of one → 1002; the session is kept, since nobody said that they need it no more",
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
    what: "2,000 pieces of one byte → 1008; 256 are one message",
    async run(attacked) {
      const pieces = (count: number, payload: string): RawFrame[] =>
        Array.from({ length: count }, (_, at) => ({ opcode: at === 0 ? 1 : 0, fin: false, payload }));
      expect(await sends(await attacked.join(), ...pieces(2000, " "))).toBe(1008);
      expect(await sends(await attacked.join(), ...pieces(256, " "), { opcode: 0, payload: "{}" })).toBe(1008);
      const ann = await attacked.join();
      for (const frame of pieces(255, " ")) void ann.client.sendFrame(frame);
      void ann.client.sendFrame({ opcode: 0, payload: '{"type":"ping","seq":1}' });
      expect(await ann.client.nextMessage("pong")).toMatchObject({ seq: 1 });
      await ann.expectServed();
    },
  },
  {
    id: "E15",
    what: "2,000 empty pieces → 1008",
    run: closes(1008, ...Array.from({ length: 2000 }, (_, at): RawFrame => ({ opcode: at === 0 ? 1 : 0, fin: false }))),
  },
];
