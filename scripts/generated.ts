import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes generated files, by path. With `--check` on the command line, fails if a file differs, and writes nothing.
 * `folders` contain generated files only, so all other files in them are removed as left over.
 */
export function writeGenerated(files: ReadonlyMap<string, string>, folders: readonly string[] = []): void {
  const isCheck = process.argv.includes("--check");
  const leftOver = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
    .filter((path) => statSync(path).isFile())
    .filter((path) => !files.has(path));
  const differing = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text);
  if (isCheck) {
    const stale = [...differing.map(([path]) => path), ...leftOver];
    if (stale.length === 0) return;
    console.error(`Out of date: ${stale.join(", ")}. Run "npm run generate" and commit the result.`);
    process.exitCode = 1;
    return;
  }
  for (const [path, text] of differing) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
  for (const path of leftOver) {
    rmSync(path);
    console.log(`removed ${path}`);
  }
}
