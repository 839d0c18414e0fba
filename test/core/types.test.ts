import { describe, expect, test } from "vitest";
import { describeProblem } from "../../src/core/declaration/problem.ts";
import {
  booleanType,
  choiceType,
  eitherType,
  integerType,
  listType,
  nullable,
  numberType,
  objectType,
  recordType,
  stringType,
  type Type,
  variantType,
} from "../../src/core/declaration/types.ts";

interface Point {
  readonly x: number;
  readonly label?: string | undefined;
}
const point: Type<Point> = objectType<Point>("Point", { x: numberType({ max: 9 }), label: stringType }, ["x"]);
const either: Type<unknown> = eitherType<unknown>(numberType({ min: 0 }), point, listType(point));
const shape = variantType<{ readonly type: "dot"; readonly at: Point } | { readonly type: "none" }>("Shape", {
  dot: objectType<{ readonly type: "dot"; readonly at: Point }>("Dot", { type: choiceType(["dot"]), at: point }),
  none: objectType<{ readonly type: "none" }>("None", { type: choiceType(["none"]) }),
});

describe("a type says where in a value the problem is, and what it is", () => {
  test.each<[Pick<Type<unknown>, "check">, value: unknown, path: (string | number)[], message: string | RegExp]>([
    [numberType(), "12", [], 'must be a number, not "12"'],
    [numberType(), Number.NaN, [], "must be a finite number, not NaN"],
    [integerType({ min: 2 }), 1, [], "must be at least 2, not 1"],
    [listType(booleanType), [true, 1], [1], "must be true or false, not 1"],
    [recordType("Ages", numberType(), { Ann: 1 }), { Ann: 1, Bob: null }, ["Bob"], "must be a number, not null"],
    [point, { label: "a" }, ["x"], /^is missing/],
    [point, { x: 1, y: 2 }, ["y"], /^is not a field of Point \(x, label\)/],
    [listType(point), [{ x: 1 }, { x: 10 }], [1, "x"], "must be at most 9, not 10"],
    [nullable(listType(point)), [7], [0], /^must be .*, not 7$/],
    [shape, { at: 1 }, ["type"], /^is missing/],
    [shape, { type: "dot", at: { x: "1" } }, ["at", "x"], 'must be a number, not "1"'],
  ])("%# %o", (type, value, path, message) => {
    const problem = type.check(value);
    expect(problem?.path).toEqual(path);
    if (typeof message === "string") expect(problem?.message).toBe(message);
    else expect(problem?.message).toMatch(message);
  });

  test("a problem in one of several forms is that of the form that matched the furthest", () => {
    expect(either.check(-1)).toEqual({ path: [], message: "must be at least 0, not -1" });
    expect(either.check({ x: "1" })?.path).toEqual(["x"]);
    expect(either.check([{ x: 1, why: 2 }])?.path).toEqual([0, "why"]);
    expect(either.check(true)?.path).toEqual([]);
    expect(either.check(true)?.message).toMatch(/^must be .*, not true$/);
    expect(either.check([{ x: 1 }])).toBeUndefined();
  });
});

test("an error names the wrong part as code would", () => {
  expect(describeProblem("Text.style", { path: ["color"], message: "must be red" })).toBe(
    "Text.style.color must be red",
  );
  expect(describeProblem("Row.spans", { path: [2, "size"], message: "is odd" })).toBe("Row.spans[2].size is odd");
  expect(describeProblem("Page.fonts", { path: ["My Font"], message: "is odd" })).toBe('Page.fonts["My Font"] is odd');
  expect(describeProblem("The data", { path: [], message: "is missing" })).toBe("The data is missing");
});
