import { check } from "recheck";
import { describe, expect, test } from "vitest";
import { PATIENCE, processorTime } from "./support/patience.ts";
import { attacksOn, type Expression, expressionsIn, expressionsOf } from "./support/regular-expressions.ts";

/** Lengths of the attacks. They grow slowly at first, so that an exponential expression is noticed before it takes hours. */
const LENGTHS = [20, 24, 28, 40, 60, 90, 130, 180, 250, 2000, 20_000];
/**
 * Processor time that no attack may take, in milliseconds. A linear expression reads the longest attack in less than
 * one, and a quadratic one in hundreds.
 */
const LIMIT = 50;
/** The code that makes expressions while it runs: the app gives them, and a person's browser runs them. */
const GIVEN_BY_APP = /^src\/(?:input\/input-rules|values\/input-filter)\.ts: new RegExp\(regexString, /;

const { literals, made } = expressionsIn("src");
const cases = literals.map((each) => [`/${each.source}/${each.flags}`, each.file, each] as const);

/** Returns why an expression is not linear, or undefined if it is. */
async function problemOf({ source, flags }: Expression): Promise<string | undefined> {
  const result = await check(source, flags, { timeout: PATIENCE });
  if (result.status === "safe") return undefined;
  return result.status === "unknown" ? "unknown" : `${result.complexity.summary}: ${result.attack.pattern}`;
}

/** Returns the shortest attack that takes too long, or undefined if there is none. */
function slowAttack(expression: Expression): string | undefined {
  const { source, flags, isSeparator } = expression;
  const pattern = new RegExp(source, flags);
  const run = (text: string): unknown => {
    if (isSeparator) return text.split(pattern);
    return flags.includes("g") ? text.replaceAll(pattern, "") : pattern.test(text);
  };
  for (const length of LENGTHS) {
    for (const text of attacksOn(expression, length)) {
      const isSlow = () => processorTime(() => run(text)) > LIMIT;
      // Other work of this process, such as collecting garbage, may come between.
      if (isSlow() && isSlow() && isSlow()) return text.slice(0, 100);
    }
  }
  return undefined;
}

test("there are expressions, and none is made from a text while the code runs", () => {
  expect(literals.length).toBeGreaterThan(50);
  expect(made.filter((code) => !GIVEN_BY_APP.test(code))).toEqual([]);
});

describe.each(cases)("%s in %s", (_, __, expression) => {
  test("is linear by its structure", async () => {
    expect(await problemOf(expression)).toBeUndefined();
  });

  test("is linear when it runs", () => {
    expect(slowAttack(expression)).toBeUndefined();
  });
});

describe("the check itself", () => {
  const of = (source: string, flags = "", isSeparator = false): Expression => ({
    file: "",
    source,
    flags,
    isSeparator,
  });

  test.each([
    ["const a = /b/g;", ["/b/g"], []],
    ["class A { static #a: RegExp = /b/; }", ["/b/"], []],
    ["const f = (a: string) => [a.replace(/b/, '')];", ["/b/"], []],
    ["a?.split(/b/u)", ["/b/u"], []],
    ["const a = b / c / d; // no /expression/", [], []],
    ["new RegExp(a)", [], ["new RegExp(a)"]],
    ["RegExp('a', 'g')", [], ["RegExp('a', 'g')"]],
    ["new globalThis.RegExp(a)", [], ["new globalThis.RegExp(a)"]],
    ["a.match('b')", [], ["a.match('b')"]],
    ["a.search(`b`)", [], ["a.search(`b`)"]],
    ["a.matchAll('b' + c)", [], ["a.matchAll('b' + c)"]],
  ])("finds the expressions of %s", (code, found, others) => {
    const { literals, made } = expressionsOf(code, "a.ts");
    expect(literals.map(({ source, flags }) => `/${source}/${flags}`)).toEqual(found);
    expect(made).toEqual(others.map((each) => `a.ts: ${each}`));
  });

  test.each([
    "^(?:<!--.*?-->\\s*)*<svg",
    "^(a+)+$",
    "^(?:a|a)*$",
    "(a*)*b",
    "^\\d+\\.?\\d*$",
    "\\s+$",
    "^[a-z\\s]+=*\\s*$",
    "<a[^>]*>",
    "^.*a.*$b",
    "(\\w+)=(\\w+);?$",
  ])("/%s/ has no linear structure", async (source) => {
    expect(await problemOf(of(source, "s"))).toMatch(/exponential|polynomial/);
  });

  test.each([
    of("^(?:<!--.*?-->\\s*)*<svg", "s"),
    of("^(a+)+$"),
    of("^\\d+\\.?\\d*$"),
    of("\\s+$"),
    of("<a[^>]*>"),
    // To find one match takes linear time, but to find all does not.
    of("a(?:.*b)?", "g"),
    of("a(?=[^]*b)", "", true),
  ])("$source is slow when it runs", (expression) => {
    expect(slowAttack(expression)).toBeDefined();
  });
});
