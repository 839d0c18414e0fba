import { TextField } from "runlet";
import { expect, test } from "vitest";
import { RunletError } from "../../src/core/declaration/errors.ts";
import { checkHello, checkMessage, sanitizeMessage } from "../../src/core/link/client-messages.ts";
import { ClientCommands } from "../../src/core/session/client-commands.ts";
import { NODE } from "../../src/core/tree/node.ts";
import type { Engine } from "../../src/core/update/engine.ts";
import { type Command, MAX_COMMANDS } from "../../src/protocol/messages.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";
import { processorTime } from "../support/patience.ts";

/** Largest message of a client. */
const SIZE = 256 * 1024;
/** Processor time in milliseconds. On a quiet machine a message takes less than 10, a quadratic check seconds. */
const LIMIT = 60;

const fill = (part: string) => part.repeat(Math.floor(SIZE / part.length));
const list = (item: string) => `[${fill(`${item},`)}${item}]`;
const commands = (write: string) => `{"type":"commands","seq":0,"commands":[{"cmd":1,"id":1,"write":${write}}]}`;
const keys = (count: number, length: number) =>
  `{${Array.from({ length: count }, (_, at) => `"${String(at).padEnd(length, "_a")}":1`).join(",")}}`;

/** Messages of the largest size, each of which some check has to read. */
const messages: readonly (readonly [string, string])[] = [
  ["numbers", list("1")],
  ["long numbers", list("1e308")],
  ["minus zeros", list("-0")],
  ["empty lists", list("[]")],
  ["empty objects", list("{}")],
  ["lists in lists", list("[[[[[[[[]]]]]]]]")],
  ["levels", `${fill("[")}`.slice(0, SIZE / 2) + "]".repeat(SIZE / 2)],
  ["a text", `"${fill("a")}"`],
  ["escapes", `"${fill("\\u0000")}"`],
  ["texts of the largest size", `["${"a".repeat(65_536)}","${"_a".repeat(32_768)}","${"é".repeat(60_000)}"]`],
  ["many keys", `{"type":"ack","seq":0,"more":${keys(20_000, 8)}}`],
  ["as many keys as are allowed", commands(keys(1000, 200))],
  ["a key of the largest size", commands(`{"${fill("_a")}":1}`)],
  ["the same key", `{${Array.from({ length: 20_000 }, () => '"a":1').join(",")}}`],
  ["keys like numbers", `{${Array.from({ length: 1000 }, (_, at) => `"${4_294_967_290 - at * 1000}":1`).join(",")}}`],
  ["commands", `{"type":"commands","seq":0,"commands":${list('{"cmd":1,"id":1,"event":"a"}')}}`],
  ["a name that is no text", `{"type":${list("1")},"seq":0}`],
];

test.each(messages)("%s: a message of 256 KiB is read or refused at little cost, with a short error", (_, text) => {
  const read = (): void => {
    for (const check of [checkMessage, checkHello]) {
      try {
        check(sanitizeMessage(JSON.parse(text)));
      } catch (error) {
        expect(error).toBeInstanceOf(RunletError);
        expect((error as Error).message.length).toBeLessThan(500);
      }
    }
  };
  const times = Array.from({ length: 5 }, () => processorTime(read));
  expect(Math.min(...times)).toBeLessThan(LIMIT);
});

const refused: readonly (readonly [string, object])[] = [
  ["a property that nobody knows", { write: { outlined_outlinde_xyz: 1 } }],
  ["a long name of a property", { write: { [fill("_a").slice(0, 5000)]: 1 } }],
  ["many names of properties", { write: JSON.parse(keys(300, 8)) as object }],
  ["a long text for another type", { write: { value: ["a".repeat(5000)] } }],
  ["a property of the app", { write: { label: "a".repeat(5000) } }],
  ["an event that nobody knows", { event: "a".repeat(5000) }],
  ["an event without a handler", { event: "click", data: "a".repeat(5000) }],
  ["data of another type", { event: "change", data: { ["a".repeat(5000)]: 1 } }],
];

const controls = [true, false].flatMap((visible) =>
  refused.map(([what, command]) => [what, visible, command] as const),
);

test.each(controls)(
  "%s, with visible=%s: refused commands cost little, and each error is short",
  (_, visible, what) => {
    const field = new TextField({ onChange: () => {}, visible });
    const node = field[NODE];
    const sent = { $type: "TextField" };
    // The parts of a session that a refused command reaches.
    const engine = {
      tree: { nodes: { get: () => node } },
      clientState: { markChanged: () => {}, unseen: { refused: () => {}, wrote: () => undefined } },
      clock: new VirtualClock(0),
      hasShortLane: true,
      updateCount: 0,
    };
    const errors: RunletError[] = [];
    const report = (error: RunletError) => void errors.push(error);
    const send = (): void => {
      errors.length = 0;
      node.sent = sent;
      // All commands run, whatever their values cost.
      const limits = { handlers: 100, refusedPerMinute: 1e6, refusedBytes: 1e12 };
      const commands = new ClientCommands(engine as unknown as Engine, limits, { refused: report, notify: report });
      for (let cmd = 1; cmd <= MAX_COMMANDS; cmd++) commands.run({ cmd, id: 2, ...what } as Command, 0);
    };
    const times = Array.from({ length: 5 }, () => processorTime(send));
    expect(Math.min(...times)).toBeLessThan(LIMIT);
    expect(errors).toHaveLength(MAX_COMMANDS);
    for (const { message } of errors) expect(message.length).toBeLessThan(1000);
  },
);
