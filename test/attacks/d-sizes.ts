import { expect } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { Prop } from "../../src/core/declaration/spec.ts";
import { sanitizeMessage } from "../../src/core/link/client-messages.ts";
import { slack } from "../support/measurements.ts";
import { fastest } from "../support/patience.ts";
import { pause } from "./check.ts";
import type { BuiltRow } from "./row.ts";

const KIB = 1024;
const nested = (levels: number) => `${"[".repeat(levels)}1${"]".repeat(levels)}`;

/** Returns the shortest time of decoding and checking a text, and the error with which it is refused. */
function decode(text: string): { ms: number; problem: string } {
  let problem = "";
  const ms = fastest(() => {
    try {
      sanitizeMessage(JSON.parse(text));
    } catch (error) {
      problem = `${(error as Error).name}: ${(error as Error).message}`;
    }
  });
  return { ms, problem };
}

/** Texts of the maximum length that can make a regular expression backtrack. */
const PIECES = ["a", "0", "#", "1,", "0.", "a@", "a-", " ", "\t", "((", "\\", "/a", "%2", "http://"];
const ADVERSARIAL = PIECES.flatMap((piece) => {
  const long = piece.repeat(65_535 / piece.length);
  return [`${long}!`, `#${long}`];
});

export const sizes: readonly BuiltRow[] = [
  {
    id: "D06",
    what: "33, 10,000 or 1,000,000 levels are refused within 5 ms, and the stack does not overflow",
    async run(attacked) {
      for (const levels of [32, 10_000, 1_000_000]) {
        for (const text of [nested(levels), `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`]) {
          const value: unknown = JSON.parse(text);
          await pause(1);
          let problem = "";
          const ms = fastest(() => {
            try {
              sanitizeMessage(value);
            } catch (error) {
              problem = (error as Error).message;
            }
          });
          expect([levels, problem]).toEqual([levels, expect.stringContaining("more than 32 levels")]);
          expect(ms).toBeLessThan(5 * slack);
        }
      }
      for (const [levels, code] of [
        [33, 1002],
        [10_000, 1002],
        [100_000, 1002],
        [1_000_000, 1009],
      ] as const) {
        const ann = await attacked.join();
        void ann.client.sendText(nested(levels));
        expect([levels, await ann.code()]).toEqual([levels, code]);
      }
      expect(attacked.lines.join("\n")).not.toContain("RangeError");
    },
  },
  {
    id: "D07",
    what: "1 MB of [],[] is refused with 1009, and 256 KiB of it with 1002 within 10 ms",
    async run(attacked) {
      const pairs = (bytes: number) => `[${"[],".repeat((bytes - 4) / 3)}[]]`;
      for (const [bytes, code] of [
        [KIB * KIB, 1009],
        [256 * KIB, 1002],
      ] as const) {
        const ann = await attacked.join();
        void ann.client.sendText(pairs(bytes));
        expect([bytes, await ann.code()]).toEqual([bytes, code]);
      }
      const { ms, problem } = decode(pairs(256 * KIB));
      expect(problem).toContain("more than 20000 values");
      expect(ms).toBeLessThan(10 * slack);
    },
  },
  {
    id: "D08",
    what: "a length of 4294967295 and an index of 4294967294 are plain data, and no memory is allocated for them",
    async run(attacked) {
      const ann = await attacked.join();
      const { probe, field } = ann.screen;
      const before = process.memoryUsage().rss;
      const data = { length: 4_294_967_295, "4294967294": 1, "4294967295": 2, "9007199254740991": 3 };
      for (let at = 0; at < 5; at++) {
        await ann.answer(ann.event(probe, "any", data));
        await ann.answer(ann.write(probe, { any: data }));
        await ann.answer(ann.write(field, data));
      }
      expect([probe.any, field.value]).toEqual([data, "mine"]);
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * KIB * KIB);
    },
  },
  {
    id: "D17",
    what: "64 KiB of text that makes regular expressions slow is checked within 10 ms by each property of each control",
    async run() {
      const seen = new Set<unknown>();
      for (const { class: controlClass } of await loadControls()) {
        for (const [name, entry] of Object.entries(controlClass.spec.entries)) {
          if (!(entry instanceof Prop) || seen.has(entry.type)) continue;
          seen.add(entry.type);
          await pause(0);
          for (const text of ADVERSARIAL) {
            const values = [text, [text], { regexString: text }, { type: text }, { color: text }];
            const ms = fastest(() => values.map((value) => entry.type.check(value)), 1);
            if (ms > 10 && fastest(() => values.map((value) => entry.type.check(value))) > 10)
              throw new Error(`${controlClass.spec.type}.${name} takes ${ms} ms for ${text.slice(0, 20)}`);
          }
        }
      }
      expect(seen.size).toBeGreaterThan(20);
    },
  },
  {
    id: "D18",
    what: "60,000 numeric or colliding keys are refused, and as many as a frame can hold are refused within 30 ms",
    async run(attacked) {
      const object = (key: (at: number) => string, most: number): string => {
        const keys = Array.from({ length: 60_000 }, (_, at) => `"${key(at)}":0`).join(",");
        return keys.length < most ? `{${keys}}` : `{${keys.slice(0, keys.lastIndexOf(",", most))}}`;
      };
      const alike = (at: number) => `${"k".repeat(1 + (at % 3))}${at * 16_777_216}`;
      for (const key of [String, (at: number) => String(4_294_967_294 - at), alike]) {
        expect(decode(object(key, 1e9)).problem).toContain("an object with more than 1000 keys");
        const text = object(key, 256 * KIB);
        expect(decode(text).ms).toBeLessThan(30 * slack);
        const ann = await attacked.join();
        void ann.client.sendText(text.slice(0, 255 * KIB).replace(/,[^,]*$/, "}"));
        expect(await ann.code()).toBe(1002);
      }
    },
  },
];
