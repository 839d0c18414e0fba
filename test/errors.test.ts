import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("each error code has one entry in docs/errors.md, in the same order", () => {
  const union =
    /export type ErrorCode =([^;]+);/.exec(readFileSync("src/core/declaration/errors.ts", "utf8"))?.[1] ?? "";
  const codes = [...union.matchAll(/"([a-z-]+)"/g)].map(([, code]) => code);
  const entries = [...readFileSync("docs/errors.md", "utf8").matchAll(/^## `([^`]+)`$/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(20);
  expect(entries).toEqual(codes);
});
