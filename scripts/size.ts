import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** `npm run size`: compares the compressed size of the scripts that the browser loads with the budgets. Build first. */
const FOLDER = "dist/browser";
const BUDGET = { first: 18 * 1024, chunk: 6 * 1024, library: 32 * 1024 };
/** Chunks that are mostly third-party libraries, and are loaded by few pages. */
const LIBRARIES = /^(?:markdown|highlight|code-themes)-/;

interface Manifest {
  readonly entry: string;
  readonly preload: readonly string[];
  readonly files: readonly string[];
}

const { entry, preload, files } = JSON.parse(readFileSync(join(FOLDER, "manifest.json"), "utf8")) as Manifest;
const first = [entry, ...preload];
report("The first load: the client, and the renderers of its families", first, BUDGET.first);
for (const file of files.filter((name) => !first.includes(name))) {
  report("Loaded when needed", [file], LIBRARIES.test(file) ? BUDGET.library : BUDGET.chunk);
}

function report(what: string, loaded: readonly string[], budget: number): void {
  const sizes = loaded.map((file) => ({ file, size: gzipSync(readFileSync(join(FOLDER, file)), { level: 9 }).length }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  console.log(`${what}: ${total} of ${budget} bytes`);
  for (const { file, size } of sizes) console.log(`${String(size).padStart(8)}  ${file}`);
  if (total <= budget) return;
  console.error(`Over budget by ${total - budget} bytes.`);
  process.exitCode = 1;
}
