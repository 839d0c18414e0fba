import { expect, test } from "vitest";
import { CODE, isAllowed, TEXT } from "../../../src/client/controls/markdown/allowed.ts";

test.each([
  ["language-ts", true],
  ["language-c++", true],
  ["language-c#", true],
  ["hljs-title function_", true],
  ["hljs-variable constant_", true],
  ["language-x r-notice", false],
  ["language-x  r-container-link", false],
  ["hljs-title r-notice", false],
  ["hljs-title r-notice_", false],
  ["r-notice", false],
  ["language-x\tr-notice", false],
  ["", false],
])("the class %j on an element of an author is allowed: %s", (value, expected) => {
  expect(isAllowed(CODE, "span", "class", value)).toBe(expected);
  expect(isAllowed(TEXT, "code", "class", value)).toBe(expected);
});
