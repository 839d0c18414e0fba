import { expect, test } from "vitest";
import { imageSourceType } from "../../src/values/image-source.ts";
import { inputFilterType } from "../../src/values/input-filter.ts";
import { linkType } from "../../src/values/link.ts";

const marks = "\u0301\u0323".repeat(20_000);

test.each([
  ["<svg/>", false],
  ["<svg></svg>", true],
  ["<SVG xmlns=''>", true],
  [" \n<?xml version='1.0'?>\n<svg >", true],
  ["<!-- a --><!-- <svg> --> <!DOCTYPE svg><svg>", true],
  ["<!-- a > b -- c --><svg>", true],
  ["<!--><b>--><svg>", true],
  ["<!-- never ends <svg>", false],
  ["<!doctype never ends", false],
  [`${"<!---->".repeat(100_000)}<svg>`, true],
  [`${"<?xml?>".repeat(100_000)}<svg`, false],
])("the text %.40s is an SVG: %s", (text, isSvg) => {
  expect(String(imageSourceType.encode?.(text)).startsWith("data:image/svg+xml,")).toBe(isSvg);
});

test("an SVG that was cut in the middle of a character is sent with a replacement of that character", () => {
  const sent = String(imageSourceType.encode?.("<svg>\ud83d"));
  expect(decodeURIComponent(sent)).toBe("data:image/svg+xml,<svg>\ufffd");
});

test.each([
  [`http://a${marks}`, "host has at most 1000 characters"],
  [`//a${marks}/x`, "host has at most 1000 characters"],
  [`\\\\a${marks}`, "host has at most 1000 characters"],
  [` ht\ntps:\t//a${marks}`, "host has at most 1000 characters"],
  [`http:\\/\\a${marks}?q`, "host has at most 1000 characters"],
  [`https://user:${"é".repeat(1000)}@example.com/`, "host has at most 1000 characters"],
  [`http://xn--${"a9".repeat(20_000)}`, "host has at most 1000 characters"],
  [`/${"a".repeat(65_536)}`, "at most 65536 characters"],
  [`${" ".repeat(65_536)}javascript:alert(1)`, "at most 65536 characters"],
  [`${" ".repeat(65_536)}data:text/html,<script>`, "must be an http"],
  [`data:${"\t".repeat(65_536)}image/png,`, "must be an http"],
])("the address %.20j is refused as too long", (url, problem) => {
  expect(linkType.check(url)?.message).toContain(problem);
  expect(imageSourceType.check(url)).toBeDefined();
});

test.each([
  "/photo.jpg",
  "photos/é.jpg?a=b#c",
  "https://example.com:8080/a b",
  `https://example.com/${"é".repeat(5000)}`,
  `?${"q".repeat(60_000)}`,
  `a${"é".repeat(5000)}`,
])("the address %.30j is allowed", (url) => {
  expect(linkType.check(url)).toBeUndefined();
  expect(imageSourceType.check(url)).toBeUndefined();
});

test("a letter to many persons is an allowed link, and a large image an allowed source", () => {
  expect(linkType.check(`mailto:${"ann@example.com,".repeat(500)}bob@example.com?body=x`)).toBeUndefined();
  expect(imageSourceType.check(`data:image/png;base64,${"A".repeat(1_000_000)}`)).toBeUndefined();
  expect(imageSourceType.check(` \n data:image/png;base64,${"A".repeat(1_000_000)}`)).toBeUndefined();
  expect(imageSourceType.check(`data:text/html,${"A".repeat(1_000_000)}`)).toBeDefined();
});

test.each([
  ["[0-9]", undefined],
  ["a".repeat(1000), undefined],
  ["a".repeat(1001), "must be at most 1000 characters long"],
  ["\\p{L}".repeat(100_000), "must be at most 1000 characters long"],
  ["(", "must be a regular expression"],
])("the filter %.20s is checked by its length first", (regexString, problem) => {
  expect(inputFilterType.check({ regexString, unicode: true })?.message.slice(0, problem?.length)).toBe(problem);
});
