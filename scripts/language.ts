import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { propertyProblems, wordProblems } from "./language-problems.ts";
import { commentsIn, identifiersIn, type Text, textsIn } from "./source-text.ts";

/**
 * Checks comments, messages, test names and pages by the rules of `docs/contributing/style.md`: `npm run language`. It
 * prints each line that breaks one, with what to write instead.
 */
const SOURCES = ["src", "test", "scripts", "examples", "bench"];
/** Pages that are checked. */
const PAGES = ["README.md", "CHANGELOG.md", ...list("docs", ".md")];
/** Files whose interfaces are the properties that users set: each needs documentation. */
const PUBLIC = /^src\/(?:controls|values)\//;
/** Files that list the banned words, or quote sentences with them. */
const EXEMPT = new Set(["scripts/language-rules.ts", "test/language.test.ts", "docs/contributing/style.md"]);

const problems: string[] = [];

for (const path of SOURCES.flatMap((folder) => list(folder, ".ts"))) {
  if (EXEMPT.has(path)) continue;
  const source = readFileSync(path, "utf8");
  problems.push(...wordProblems(path, commentsIn(source)));
  problems.push(...wordProblems(path, textsIn(source, path.startsWith("test/") ? "test names" : "messages")));
  problems.push(...wordProblems(path, identifiersIn(source), "code"));
  if (PUBLIC.test(path)) problems.push(...propertyProblems(path, source));
}
for (const path of PAGES) {
  if (EXEMPT.has(path)) continue;
  problems.push(...wordProblems(path, proseIn(readFileSync(path, "utf8"))));
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`${problems.length} places break the rules of docs/contributing/style.md.`);
  process.exitCode = 1;
}

/** Lines of a Markdown page without code. */
function proseIn(page: string): Text[] {
  const prose = page
    .replace(/^```.*?^```/gms, (code) => code.replace(/[^\n]/g, ""))
    .replace(/`[^`\n]*`|\]\([^)]*\)|<!--.*?-->/g, "");
  return prose.split("\n").map((text, index) => ({ text, line: index + 1 }));
}

function list(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !name.includes("node_modules"))
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .sort();
}
