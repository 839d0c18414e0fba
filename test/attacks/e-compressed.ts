import { deflateRawSync } from "node:zlib";
import { expect } from "vitest";
import type { RawFrame } from "../support/raw-client.ts";
import { closes, sends } from "./e-frames.ts";
import type { BuiltRow } from "./row.ts";

const DEFLATE = { "Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits" };

export const compressed: readonly BuiltRow[] = [
  {
    id: "E11",
    what: "a compressed frame without negotiation is refused with 1002",
    run: closes(1002, { opcode: 1, rsv: 4, payload: deflateRawSync('{"type":"ping","seq":1}') }),
  },
  {
    id: "E12",
    what: "200 messages of 65 kB that would inflate to 64 MiB are refused with 1002, because compression is off even for clients that request it",
    async run(attacked) {
      const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
      const ann = await attacked.join({ headers: DEFLATE });
      expect(ann.client.headers["sec-websocket-extensions"]).toBeUndefined();
      const before = process.memoryUsage().rss;
      expect(
        await sends(ann, ...Array.from({ length: 200 }, (): RawFrame => ({ opcode: 1, rsv: 4, payload: bomb }))),
      ).toBe(1002);
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    },
  },
  {
    id: "E13",
    what: "invalid compressed data is refused with 1002, as all compressed data is",
    async run(attacked) {
      const garbage: RawFrame = { opcode: 1, rsv: 4, payload: Buffer.from([0xff, 0xfe, 0xfd, 0x00]) };
      expect(await sends(await attacked.join({ headers: DEFLATE }), garbage)).toBe(1002);
    },
  },
];
