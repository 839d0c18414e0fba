import { Control, Image, Page, RunletError, Text } from "runlet";
import { describe, expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { quote } from "../../src/core/declaration/errors.ts";
import { describeProblem, type Problem } from "../../src/core/declaration/problem.ts";
import { EventSpec, Prop, Slot } from "../../src/core/declaration/spec.ts";
import { toType } from "../../src/core/declaration/standard-schema.ts";
import { encodeAs, type Type } from "../../src/core/declaration/types.ts";
import { attackTexts, MEBIBYTE } from "../support/attack-texts.ts";
import { processorTime } from "../support/patience.ts";
import { valuesOf } from "../support/values.ts";

/**
 * Processor time that a check of 1 MiB may take, in milliseconds. It takes less than 10 on a quiet machine. A check that
 * is not linear takes seconds.
 */
const LIMIT = 60;
/** Longest error about a value. */
const LONGEST_MESSAGE = 2000;

type Anything = Control & { [name: string]: unknown };

/** A place that takes a text: a type, and what puts the text into a value of it. */
interface Spot {
  readonly name: string;
  readonly type: Type<unknown>;
  readonly put: (text: string) => unknown;
  /** Whether the text is the whole value, not a part of an object. */
  readonly isWhole: boolean;
}

const controls = await loadControls();
const spots = spotsOf();

/** Returns the places of all types that controls declare, each once. New controls and properties are among them. */
function spotsOf(): Spot[] {
  const found = new Map<Type<unknown>, Spot[]>();
  const add = (name: string, type: Type<unknown>, samples: readonly unknown[]): void => {
    if (found.has(type)) return;
    const puts = [type.example?.(), ...samples].flatMap((sample) => [...putsInto(sample)]);
    puts.push(
      (text) => [text],
      (text) => ({ [text]: text }),
    );
    found.set(type, [
      { name, type, put: (text) => text, isWhole: true },
      ...puts.map((put) => ({ name, type, put, isWhole: false })),
    ]);
  };
  for (const { type, class: kind } of controls) {
    for (const [name, entry] of Object.entries(kind.spec.entries)) {
      if (entry instanceof Prop) add(`${type}.${name}`, entry.type, valuesOf(entry));
      else if (entry instanceof EventSpec) add(`${type}.${name}`, entry.payload, []);
      else if (entry instanceof Slot && entry.text !== undefined) add(`${type}.${name}`, entry.text, []);
    }
  }
  return [...found.values()].flat();
}

/** Returns functions that put a text into each place of a value that has a text, a field or an item. */
function* putsInto(value: unknown): Generator<(text: string) => unknown> {
  if (value === null || typeof value !== "object") return;
  for (const [key, entry] of Object.entries(value)) {
    const replace = (next: unknown): unknown =>
      Array.isArray(value) ? value.map((item, at) => (String(at) === key ? next : item)) : { ...value, [key]: next };
    yield replace;
    if (!Array.isArray(value)) yield (text) => ({ ...value, [text]: entry });
    for (const put of putsInto(entry)) yield (text) => replace(put(text));
  }
}

/** Runs a check, which may refuse a value by a short error. */
function run(check: () => unknown): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof RunletError)) throw error;
    expect(error.message.length, error.message.slice(0, 200)).toBeLessThan(LONGEST_MESSAGE);
  }
}

/** Fails if a check takes too long each of several times, or if its message is long. */
function expectCheap(what: string, text: string, check: () => unknown): void {
  for (let attempt = 0; attempt < 5; attempt++) if (processorTime(() => run(check)) < LIMIT) return;
  expect.fail(`${what} takes over ${LIMIT} ms for ${JSON.stringify(text.slice(0, 60))}, ${text.length} characters`);
}

/** Checks a text in many places. Each is measured alone only if all of them together take long. */
function checkAll(some: readonly Spot[], text: string): void {
  const all = (): void => {
    for (const { type, put } of some) run(() => checkValue(type, put(text)));
  };
  if (processorTime(all) < LIMIT) return;
  for (const { name, type, put } of some) {
    const value = put(text);
    expectCheap(`a check of ${name} (${type.name})`, text, () => checkValue(type, value));
  }
}

function checkValue(type: Type<unknown>, value: unknown): void {
  const problem = type.check(value);
  if (problem === undefined) encodeAs(type, value);
  else expect(describeProblem("", problem).length, problem.message.slice(0, 200)).toBeLessThan(LONGEST_MESSAGE);
}

test("there are types to check", () => {
  expect(spots.length).toBeGreaterThan(300);
});

// An exponential check is noticed by its short texts, before the long ones would take hours.
test.each([30, 120, 2000, 65_536, MEBIBYTE])("no check takes long for a text of %i characters", (length) => {
  for (const [index, text] of attackTexts(length).entries()) {
    // The search for a similar word reads short texts only. A few are enough.
    if (length === 30 && index % 5 !== 0) continue;
    // Each place in an object gets some of the texts. Types that many objects have, such as colors, get all of them.
    const some = spots.filter(({ isWhole }, at) => (at + index) % (isWhole ? 2 : 20) === 0);
    checkAll(some, text);
  }
});

describe.each(controls.filter(({ class: kind }) => ![Page, Control].includes(kind as never)))(
  "$type",
  ({ class: kind }) => {
    test("takes or refuses texts of 1 MiB in its properties, and from its client, at little cost", () => {
      const Kind = kind as unknown as new (props?: object) => Anything;
      const control = new Kind();
      const texts = ["a", "_a", "<!---->", "\ud800", "é"].map((part) => part.repeat(MEBIBYTE / part.length));
      for (const text of texts) {
        expectCheap("a constructor with an unknown property", text, () => new Kind({ [text]: text }));
        for (const [name, entry] of Object.entries(kind.spec.entries)) {
          const what = `${kind.spec.type}.${name}`;
          expectCheap(what, text, () => new Kind({ [name]: text }));
          if (!(entry instanceof Prop) || entry.type.check(text) !== undefined) continue;
          expectCheap(`the guard of ${what}`, text, () => {
            expect(entry.guard?.(text, control as never)?.length ?? 0, what).toBeLessThan(LONGEST_MESSAGE);
          });
        }
      }
    });
  },
);

describe("errors about large values", () => {
  const long = "x".repeat(MEBIBYTE);
  const deep = (levels: number): unknown => {
    let value: unknown = {};
    for (let at = 0; at < levels; at++) value = at % 2 === 0 ? { value } : [value];
    return value;
  };
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  const large: readonly (readonly [string, unknown])[] = [
    ["a text", long],
    ["an array", Array.from({ length: 1_000_000 }, () => long)],
    ["an array of holes", new Array(4_000_000_000)],
    ["bytes", new Uint8Array(10_000_000)],
    ["many levels", deep(10_000)],
    ["a cycle", cycle],
    ["a proxy of a proxy", Array.from({ length: 100 }).reduce<object>((inner) => new Proxy(inner, {}), { wrong: 1 })],
    ["a bigint", 2n ** 8_000_000n],
    ["a symbol", Symbol(long)],
    ["a function", Object.defineProperty(() => {}, "name", { value: long })],
    ["an instance", new (Object.defineProperty(class {}, "name", { value: long }) as new () => object)()],
    ["long keys", { [long]: 1, [`${long}y`]: 2 }],
    ["many keys", Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`key ${at}`, at]))],
    ["a set", new Set(Array.from({ length: 100_000 }, (_, at) => at))],
    ["an error", new Error(long)],
  ];

  test.each(large)("%s is quoted in a few words, at little cost", (what, value) => {
    expectCheap(what, "", () => expect(quote(value).length).toBeLessThan(300));
  });

  test.each(large)("%s is refused by properties of all kinds, at little cost", (what, value) => {
    const properties = {
      value,
      color: value,
      style: value,
      textAlign: value,
      key: value,
      visible: value,
      spans: value,
    };
    for (const [name, each] of Object.entries(properties)) {
      if (name === "key" || (name === "value" && typeof each === "string")) continue;
      expectCheap(`Text.${name}: ${what}`, "", () => {
        expect(() => new Text({ [name]: each } as never)).toThrow(RunletError);
      });
    }
    if (!(value instanceof Uint8Array)) expectCheap(`Image.src: ${what}`, "", () => new Image({ src: value as never }));
  });

  test("a schema's message about a large value is cut, and so is its path", () => {
    const path = Array.from({ length: 10_000 }, (_, at) => at);
    const issues = [{ message: long, path }];
    const type = toType({ "~standard": { version: 1, vendor: "large", validate: () => ({ issues }) } });
    expectCheap("a schema", "", () => {
      const problem = type.check("") as Problem;
      expect(describeProblem("Card.data", problem).length).toBeLessThan(LONGEST_MESSAGE);
    });
  });
});
