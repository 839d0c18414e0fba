import { expect, test } from "vitest";
import { isAllowed, TEXT } from "../../../src/client/controls/markdown/allowed.ts";
import { decode } from "../../../src/client/controls/markdown/character-references.ts";
import { type HtmlSink, scanHtml } from "../../../src/client/controls/markdown/html-scanner.ts";
import { parse } from "../../../src/client/controls/markdown/parser.ts";
import { longTexts } from "../../e2e/support/hostile-texts.ts";
import { fastest } from "../../support/patience.ts";

const nowhere: HtmlSink = { text() {}, open() {}, close() {} };

/** Expects that a text of four times the length takes no more than eight times as long. Short times say nothing. */
function expectLinear(read: (text: string) => unknown, text: string): void {
  const part = text.slice(0, text.length / 4);
  const [short, long] = [fastest(() => read(part), 3), fastest(() => read(text), 3)];
  expect(long, `${short} ms for a quarter`).toBeLessThan(Math.max(8 * short, 200));
}

test.each(longTexts)("the time to parse %j is proportional to its length", (_, text) => {
  expectLinear((part) => parse(part, "gitHubWeb"), text);
  expectLinear((part) => parse(part, "commonMark"), text);
});

test.each(longTexts)("the time to split %j as HTML is proportional to its length", (_, text) => {
  expectLinear((part) => scanHtml(part, nowhere), `<div>${text.repeat(4)}`);
});

test.each([
  ["class", "hljs-"],
  ["class", "language-"],
  ["class", "a_"],
  ["align", "a"],
  ["width", "1"],
  ["start", "9"],
  ["type", "checkbox"],
])("the check of %s takes no long time for a long value of %j", (attribute, unit) => {
  const value = `${unit.repeat(500_000 / unit.length)}!`;
  const element = [...TEXT].find(([, attributes]) => attributes.includes(attribute))?.[0] ?? "";
  expect(fastest(() => isAllowed(TEXT, element, attribute, value))).toBeLessThan(20);
});

test.each(["&", "&a", "&#", "&#x", "&#1;", "&#x1;", "&amp;", "&#99999999;"])(
  "the time to decode character references such as %j is proportional to their number",
  (unit) => expectLinear(decode, unit.repeat(200_000)),
);
