import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** `npm run size`: compares the compressed size of the files that the browser loads with the budgets. Build first. */
const FOLDER = "dist/browser";
const BUDGET = {
  // 18,919 before decisions 0036 and 0037, and 400 for what a person does at the same time as the app.
  first: 19_319,
  chunk: 6 * 1024,
  tool: 7 * 1024,
  library: 32 * 1024,
  style: 1024,
  font: 23 * 1024,
};
/** Chunks that are mostly third-party libraries, and are loaded by few pages. */
const LIBRARIES = /^(?:markdown|highlight|code-themes)-/;
/** Chunks for the developers of an app. */
const TOOLS = /^layout-debugger-/;

interface Manifest {
  readonly entry: string;
  readonly preload: readonly string[];
  readonly files: readonly string[];
  readonly style: string;
  readonly fonts: readonly string[];
}

const { entry, preload, files, style, fonts } = JSON.parse(
  readFileSync(join(FOLDER, "manifest.json"), "utf8"),
) as Manifest;
const first = [entry, ...preload];
report("The first load: the client, and the renderers of its families", first, BUDGET.first);
for (const file of files.filter((name) => !first.includes(name))) {
  const budget = LIBRARIES.test(file) ? BUDGET.library : TOOLS.test(file) ? BUDGET.tool : BUDGET.chunk;
  report("Loaded when needed", [file], budget);
}
report("The style sheet of the fonts, loaded next to the scripts", [style], BUDGET.style);
for (const font of fonts) report("A font, loaded when a page has its characters", [font], BUDGET.font);

function report(what: string, loaded: readonly string[], budget: number): void {
  const sizes = loaded.map((file) => {
    const content = readFileSync(join(FOLDER, file));
    // Fonts are compressed already, so the server sends them as they are.
    return { file, size: file.endsWith(".woff2") ? content.length : gzipSync(content, { level: 9 }).length };
  });
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  console.log(`${what}: ${total} of ${budget} bytes`);
  for (const { file, size } of sizes) console.log(`${String(size).padStart(8)}  ${file}`);
  if (total <= budget) return;
  console.error(`Over budget by ${total - budget} bytes.`);
  process.exitCode = 1;
}
