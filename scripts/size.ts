import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** `npm run size`: what the browser loads, as it comes over the wire, against the budget. Build first. */
const FOLDER = "dist/browser";
const BUDGET = { first: 18 * 1024, family: 6 * 1024 };

interface Manifest {
  readonly entry: string;
  readonly files: readonly string[];
}

const { entry, files } = JSON.parse(readFileSync(join(FOLDER, "manifest.json"), "utf8")) as Manifest;
const first = closure(entry, new Set());
report("The first load: the client, and the renderers of Page, Text and Control", first, BUDGET.first);
for (const file of files) {
  const isLazy = dynamicImports().has(file) && !first.has(file);
  if (isLazy) report(`Loaded when needed: ${file}`, closure(file, new Set(first)), BUDGET.family, first);
}

/** A script and those that it imports at once, added to `seen`. */
function closure(file: string, seen: Set<string>): Set<string> {
  seen.add(file);
  for (const [, imported = ""] of read(file).matchAll(/(?:import|from)"\.\/([^"]+)"/g)) {
    if (!seen.has(imported)) closure(imported, seen);
  }
  return seen;
}

/** Scripts that others import when they need them. */
function dynamicImports(): Set<string> {
  return new Set(
    files.flatMap((file) => [...read(file).matchAll(/import\("\.\/([^"]+)"\)/g)].map(([, name = ""]) => name)),
  );
}

function report(what: string, loaded: ReadonlySet<string>, budget: number, already?: ReadonlySet<string>): void {
  const sizes = [...loaded]
    .filter((file) => !already?.has(file))
    .map((file) => ({ file, size: gzipSync(read(file), { level: 9 }).length }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  console.log(`${what}: ${total} of ${budget} bytes`);
  for (const { file, size } of sizes) console.log(`  ${String(size).padStart(6)}  ${file}`);
  if (total <= budget) return;
  console.error(`Over budget by ${total - budget} bytes.`);
  process.exitCode = 1;
}

function read(file: string): string {
  return readFileSync(join(FOLDER, file), "utf8");
}
