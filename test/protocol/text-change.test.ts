import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceOf, positionAfterChange, selectionAfterChange } from "../../src/protocol/text-change.ts";

/** Splits a text at its cursor, `|`, or at both ends of its selection. */
function marked(text: string): { readonly text: string; readonly start: number; readonly end: number } {
  const start = text.indexOf("|");
  return { text: text.replaceAll("|", ""), start, end: Math.max(start, text.lastIndexOf("|") - 1) };
}

describe("the cursor", () => {
  test.each([
    ["an added separator behind it", "12|", "12-|"],
    ["separators before it", "1234|", "1,234|"],
    ["separators before it, with digits behind it", "12,34|,567", "1,234|,567"],
    ["an added end, with text behind the cursor", "ab|c", "ab|c!"],
    ["an added beginning", "ab|c", "> ab|c"],
    ["upper case at the end", "abc|", "ABC|"],
    ["upper case in the middle", "ab|c d", "AB|C D"],
    ["a title's case", "the wor|ld is", "The Wor|ld Is"],
    ["upper case that makes a letter two", "straß|e!x", "STRASS|E!X"],
    ["trimmed and in upper case", "  ab|c", "AB|C"],
    ["a digit that is moved over a space", "12345| 678", "1234 5|678"],
    ["a digit that is moved back over a space", "123 456|78 9", "1234 56|78 9"],
    ["a letter that is taken out before it", "12x|34", "12|34"],
    ["a letter that is taken out behind it", "12|x34", "12|34"],
    ["a cleared text", "hel|lo", "|"],
    ["a text for an empty one", "|", "hello|"],
    ["another text", "|abc", "|hello"],
    ["a shorter text with another middle", "ab|cd.end", "ab|.end"],
    ["a smiley for its characters", "hi :)| there", "hi 🙂| there"],
    ["another emoji behind it", "a|😀", "a|😁"],
    ["another emoji before it", "😀|z", "😁|z"],
    ["accents that become letters of their own", "e\u0301|e\u0301", "\u00e9|\u00e9"],
    ["letters that become accents of their own", "\u00e9|\u00e9", "e\u0301|e\u0301"],
    ["no change", "a|b", "a|b"],
  ])("stays where the person was, with %s", (_, before, after) => {
    const [from, to] = [marked(before), marked(after)];
    expect(positionAfterChange(from.text, to.text, from.start)).toBe(to.start);
  });

  test.each([
    ["upper case", "|abc|", "|ABC|"],
    ["an added beginning", "a|b|c", "> a|b|c"],
    ["separators inside", "|12345|67", "|123,45|67"],
    ["a text that is gone", "a|bc|d", "a|d"],
    ["both ends before other text", "|one| two", "|ONE| TWO"],
  ])("a selection keeps both ends, with %s", (_, before, after) => {
    const [from, to] = [marked(before), marked(after.replace(/^([^|]*)\|([^|]*)$/, "$1||$2"))];
    expect(selectionAfterChange(from.text, to.text, from.start, from.end)).toEqual([to.start, to.end]);
  });

  test("a position outside the text is one of its ends", () => {
    expect(positionAfterChange("ab", "abc", -3)).toBe(0);
    expect(positionAfterChange("ab", "xy", 17)).toBe(2);
  });
});

/** Texts of few different characters, so that parts of two texts are often equal. */
const text = fc.string({
  unit: fc.constantFrom("a", "B", "1", ",", " ", "ß", "\u0301", "😀", "😁", "\n"),
  maxLength: 9,
});
const split = fc.tuple(text, text);

describe("for all texts", () => {
  test("what follows stays behind, what precedes stays before", () => {
    fc.assert(
      fc.property(split, text, ([head, tail], other) => {
        expect((other + tail).slice(positionAfterChange(head + tail, other + tail, head.length))).toBe(tail);
        const after = head + other;
        if (!after.endsWith(tail)) expect(positionAfterChange(head + tail, after, head.length)).toBe(head.length);
      }),
    );
  });

  test("a position is in the text and between characters, and a selection does not turn round", () => {
    fc.assert(
      fc.property(text, text, fc.nat(20), fc.nat(20), (before, after, one, other) => {
        const [start, end] = selectionAfterChange(before, after, Math.min(one, other), Math.max(one, other));
        expect(0 <= start && start <= end && end <= after.length).toBe(true);
        // Half a character cannot be encoded.
        for (const at of [start, end]) expect(encodeURIComponent(after.slice(0, at))).toBeDefined();
      }),
    );
  });

  test("a difference makes the one text the other, is as small as can be, and cuts no character", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, end, piece } = differenceOf(before, after);
        expect(before.slice(0, start) + piece + before.slice(end)).toBe(after);
        for (const part of [before.slice(0, start), before.slice(start, end), piece])
          expect(encodeURIComponent(part)).toBeDefined();
        if (before === after) expect([end - start, piece]).toEqual([0, ""]);
      }),
    );
  });
});
