import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { classProblems, type Sheet } from "./class-rules.ts";

/**
 * Checks the class names in the style sheets of the client: `npm run classes`. All sheets of a page apply to all of its
 * elements, so a sheet may style only classes of its own file. Otherwise, a control would look different once another
 * one is loaded. Sheets that code composes at run time are not read.
 */
const FOLDER = "src/client";

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const sheets = files.flatMap((file): Sheet[] => {
  const source = readFileSync(join(FOLDER, file), "utf8");
  const css = [...source.matchAll(/\bcss`([^`]*)`/g)].map(([, text = ""]) => text.replaceAll("\\\\", "\\")).join("\n");
  return css === "" ? [] : [{ file: file.replaceAll("\\", "/"), css }];
});
const problems = classProblems(sheets);

for (const problem of problems) console.error(`${FOLDER}/${problem}`);
if (problems.length > 0) {
  console.error(
    'The rule is in docs/contributing/architecture.md, section "The client". Prefixes are in scripts/class-rules.ts.',
  );
  process.exitCode = 1;
}
