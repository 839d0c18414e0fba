import { describe, expect, test } from "vitest";
import { checkHello, checkMessage, sanitizeMessage } from "../../src/core/link/client-messages.ts";

const parse = (text: string): unknown => sanitizeMessage(JSON.parse(text));
/** Nests a value this many levels deep. */
const nested = (levels: number): unknown => (levels === 1 ? 0 : [nested(levels - 1)]);

describe("a message of a client", () => {
  test.each<[string, () => unknown, RegExp]>([
    ["33 levels", () => nested(33), /more than 32 levels/],
    ["20,000 values in a list", () => Array(20_000).fill(0), /more than 20000 values/],
    ["1,001 keys", () => Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`k${at}`, 0])), /1000 keys/],
    ["a text of 65,537 characters", () => ["x".repeat(65_537)], /over 65536 characters/],
    ["no finite number", () => [Number.POSITIVE_INFINITY], /the number Infinity/],
    ["a function", () => [() => {}], /not JSON/],
    ["a date", () => [new Date(0)], /not JSON/],
    ["a map", () => new Map(), /not JSON/],
    ["the key __proto__", () => JSON.parse('{"__proto__":1}'), /the key __proto__/],
    ["the key __proto__ deep inside", () => JSON.parse('[{"a":{"__proto__":{"isAdmin":true}}}]'), /__proto__/],
    ["the key constructor", () => ({ write: JSON.parse('{"constructor":1}') }), /the key constructor/],
    ["the key prototype", () => [{ prototype: 1 }], /the key prototype/],
  ])("with %s is refused", (_, make, problem) => {
    expect(() => sanitizeMessage(make())).toThrow(problem);
  });

  test("at each limit is copied to data without prototypes", () => {
    for (const message of [nested(32), Array(19_999).fill(0), ["x".repeat(65_536)]])
      expect(sanitizeMessage(message)).toEqual(message);
    const copy = parse('{"a":{"b":[-0,{"toString":1}]}}') as { a: { b: [number, object] } };
    for (const each of [copy, copy.a, copy.a.b[1]]) expect(Object.getPrototypeOf(each)).toBe(null);
    expect(Object.is(copy.a.b[0], 0)).toBe(true);
  });
});

describe("a command", () => {
  const command = (more: object) => () =>
    checkMessage({ type: "commands", seq: 0, commands: [{ cmd: 1, id: 2, ...more }] });

  test.each([
    { event: "click" },
    { event: "click", data: { write: 1 } },
    { write: {} },
    { result: 0 },
    { result: 1, error: 2 },
  ])("may be %o", (more) => {
    expect(command(more)).not.toThrow();
  });

  test.each([
    {},
    { data: 1 },
    { event: "click", write: {} },
    { event: "click", result: 1 },
    { write: {}, result: 1 },
    { event: "click", write: {}, result: 1 },
    { event: 1 },
    { event: null },
    { write: [] },
    { write: null },
    { write: "value" },
    { result: -1 },
    { result: 1.5 },
    { result: "1" },
    { cmd: 0, event: "click" },
    { cmd: 1.5, event: "click" },
    { cmd: "1", event: "click" },
    { id: 0, event: "click" },
    { id: "__proto__", event: "click" },
  ])("may not be %o", (more) => {
    expect(command(more)).toThrow(/A message from the client was refused/);
  });
});

test.each([7, null, ["swordfish"], { secret: "swordfish" }, `swordfish${"x".repeat(200)}`, ""])(
  "no error contains the secret that a client offers: %j",
  (secret) => {
    const resume = { session: "S", secret, seq: 0, cmd: 0 };
    const hello = (more: object) => () => checkHello({ type: "hello", protocol: 2, ...more });
    for (const wrong of [{ resume }, { resume: [resume] }, { resume: { ...resume, session: 1 } }]) {
      expect(hello(wrong)).toThrow(/resume/);
      expect(hello(wrong)).not.toThrow(/swordfish|7|null/);
    }
  },
);
