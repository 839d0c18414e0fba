import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, MAX_TYPED, nearestWord } from "../../src/core/declaration/nearest-word.ts";
import { iconNameType } from "../../src/values/icon-name.ts";
import { fastest } from "../support/patience.ts";

/** Number of edits, by its definition: the fewest over all choices for the last characters. */
function distance(from: string, to: string): number {
  if (from === "" || to === "") return from.length + to.length;
  const [a, b] = [from.slice(0, -1), to.slice(0, -1)];
  const isSame = from.at(-1) === to.at(-1);
  const isSwap = a !== "" && b !== "" && from.at(-1) === b.at(-1) && a.at(-1) === to.at(-1);
  return Math.min(
    distance(a, b) + (isSame ? 0 : 1),
    distance(a, to) + 1,
    distance(from, b) + 1,
    isSwap ? distance(a.slice(0, -1), b.slice(0, -1)) + 1 : Number.POSITIVE_INFINITY,
  );
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });

test("a limit cuts the number of edits, and changes no smaller number", () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 5 }), (from, to, limit) => {
      const expected = distance(from, to);
      expect(editDistance(from, to)).toBe(expected);
      expect(editDistance(from, to, limit)).toBe(Math.min(expected, limit));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["hmoe_outlined", "home_outlined"],
  ["access_alram", "access_alarm"],
  ["cupertino_huose", "cupertino_house"],
  ["zqxj".repeat(6), undefined],
  ["outlined_".repeat(3), undefined],
])("the icon %s is refused with a hint, at the cost of a look at each name", (typed, meant) => {
  expect(iconNameType.suggest?.(typed)).toBe(meant);
  // Less than 10 ms on a quiet machine. Comparing all letters of 10,000 names takes several times as long.
  expect(fastest(() => iconNameType.check(typed), 20)).toBeLessThan(30);
});

test("a text that is too long for a word is not compared", () => {
  const words = { [Symbol.iterator]: () => expect.fail("was compared") };
  expect(nearestWord("a".repeat(MAX_TYPED + 1), words)).toBeUndefined();
});
