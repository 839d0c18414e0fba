import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** A cast that TypeScript does not check at all. */
const UNCHECKED = /\bas (?:never|any|unknown as)\b/;
/** Largest number of such casts in the client. A new one needs a reason that holds for its line only. */
const MOST = 3;

interface Line {
  readonly place: string;
  readonly text: string;
  readonly before: string;
}

const lines: readonly Line[] = readdirSync("src/client", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => {
    const all = readFileSync(join("src/client", file), "utf8").split("\n");
    return all.map((text, index) => ({ place: `${file}:${index + 1}`, text, before: all[index - 1] ?? "" }));
  });
const casts = lines.filter(({ text }) => UNCHECKED.test(text) && !/^\s*(?:\/\/|\/?\*)/.test(text));

test("the client has few unchecked casts", () => {
  expect(lines.length).toBeGreaterThan(10_000);
  expect(casts.length).toBeGreaterThan(0);
  expect(casts.slice(MOST).map(({ place }) => place)).toEqual([]);
});

test("each unchecked cast has a comment with its reason on the line above", () => {
  expect(casts.filter(({ before }) => !/^\s*\/\/ \w/.test(before)).map(({ place }) => place)).toEqual([]);
});
