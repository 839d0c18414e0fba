import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BANNED, PROPERTY_OPENERS } from "./language-rules.ts";
import { commentsIn, identifiersIn, interfacePropertiesIn, type Text, textsIn } from "./source-text.ts";

/**
 * Checks comments, messages, test names and pages by the rules of `docs/contributing/style.md`: `npm run language`. It
 * prints each line that breaks one, with what to write instead.
 */
const SOURCES = ["src", "test", "scripts", "examples", "bench"];
/** Pages that are checked. The guides are not: they still wait for their new text. */
const PAGES = ["README.md", "CHANGELOG.md", ...list("docs", ".md").filter((path) => !path.startsWith("docs/guide/"))];
/** Files whose interfaces are the properties that users set: each needs documentation. */
const PUBLIC = /^src\/(?:controls|values)\/|^src\/core\/(?:control-props|page)\.ts$/;
/** Files that list the banned words, or quote sentences with them. */
const EXEMPT = new Set(["scripts/language-rules.ts", "docs/contributing/style.md"]);

/** Names that others gave: the color of Flutter's palette, and of a theme of highlight.js. */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ["src/values/palette.ts", ["grey"]],
  ["scripts/code-themes.ts", ["grey"]],
]);

const problems: string[] = [];

for (const path of SOURCES.flatMap((folder) => list(folder, ".ts"))) {
  if (EXEMPT.has(path)) continue;
  const source = readFileSync(path, "utf8");
  checkWords(path, commentsIn(source));
  checkWords(path, textsIn(source, path.startsWith("test/") ? "test names" : "messages"));
  checkWords(path, identifiersIn(source), "code");
  if (PUBLIC.test(path)) checkProperties(path, source);
}
for (const path of PAGES) {
  if (EXEMPT.has(path)) continue;
  checkWords(path, proseIn(readFileSync(path, "utf8")));
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`${problems.length} places break the rules of docs/contributing/style.md.`);
  process.exitCode = 1;
}

function checkWords(path: string, texts: readonly Text[], kind: "prose" | "code" = "prose"): void {
  // Words that are next to each other in code are no phrase.
  const banned = BANNED.filter(([word]) => kind === "prose" || !word.includes(" "));
  for (const { text, line } of texts) {
    for (const [word, instead] of banned) {
      const found = new RegExp(`(?<![\\w-])(?:${word})(?![\\w-])`, "i").exec(text)?.[0];
      if (found !== undefined && !ALLOWED.get(path)?.includes(found.toLowerCase()))
        problems.push(`${path}:${line}: "${found}": ${instead}`);
    }
  }
}

/** The documentation of each property, as a hover shows it alone. */
function checkProperties(path: string, source: string): void {
  for (const { name, type, doc, line } of interfacePropertiesIn(source)) {
    if (doc === undefined) {
      problems.push(`${path}:${line}: ${name} has no documentation`);
      continue;
    }
    const opener = /^The same\b|^\w+/.exec(doc)?.[0] ?? "";
    if (PROPERTY_OPENERS.has(opener))
      problems.push(`${path}:${line}: "${opener} …": begin with what ${name} is, such as "Color of the …"`);
    if (/EventHandler|=>/.test(type) && /^on[A-Z]/.test(name) && !doc.startsWith("Called "))
      problems.push(`${path}:${line}: begin the documentation of the handler ${name} with "Called when"`);
  }
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
