import { describe, expect, test } from "vitest";
import { differences } from "./case.ts";
import { parseCases, readCorpus } from "./parse.ts";
import { referenceBoxes } from "./reference/page.ts";

describe("the reference engine has each box of the corpus where Flutter has it", () => {
  for (const [group, cases] of readCorpus()) {
    test(group, () => {
      const wrong = cases.map((one) => ({ name: one.name, differences: differences(one.boxes, referenceBoxes(one)) }));
      expect(wrong.filter((one) => one.differences.length > 0)).toEqual([]);
    });
  }
});

test("the corpus has more than 600 cases, whose names are unique", () => {
  const names = [...readCorpus().values()].flat().map(({ name }) => name);
  expect(names.length).toBeGreaterThan(600);
  expect(new Set(names).size).toBe(names.length);
});

test("a mistake in a case is reported with its file and line", () => {
  const parse = (...lines: string[]) => parseCases(lines.join("\n"), "row", "row.txt");
  const row = ["# A comment.", "one  400 x 300", "  Row"];
  expect(() => parse("one 400")).toThrow('row.txt:1: "one 400" is wrong: a case begins with a name and a size');
  expect(() => parse(...row, "      Container a")).toThrow("row.txt:4:");
  expect(() => parse(...row, "    container a")).toThrow("a control begins with its type");
  expect(() => parse(...row, "    Container a  width={")).toThrow('"{" is no value');
  expect(() => parse(...row, "    Container a", "  a: 1 2 3")).toThrow("row.txt:5:");
  expect(() => parse(...row, "    Container a", "  b: nothing")).toThrow(
    "the Containers a have keys, but the boxes are",
  );
});
