import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { camelCase, kebabCase } from "./controls.ts";
import { loadFamilies } from "./families.ts";

/**
 * `npm run new-control -- Rating --family choice`: writes a new control that works and passes all checks, to start from.
 * The files come from the templates in `scripts/new-control`.
 */
const { values, positionals } = parseArgs({
  options: { family: { type: "string" }, "no-screenshots": { type: "boolean" } },
  allowPositionals: true,
});
const [given = ""] = positionals;
const { family = "" } = values;
const type =
  given.charAt(0).toUpperCase() + given.slice(1).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
if (!/^[A-Z][A-Za-z0-9]+$/.test(type)) fail("Name the control: npm run new-control -- Rating --family choice");
const families = await loadFamilies();
if (!/^[a-z][a-z-]*$/.test(family)) {
  const known = [...new Set([...families.values()].flat().map((control) => control.family))].sort().join(" | ");
  fail(`Name its family, which is its folder and its chunk: --family ${known} | a new one`);
}
if ([...families.values()].flat().some((control) => control.type === type)) fail(`There is a ${type} already.`);

const name = kebabCase(type);
const files = new Map([
  ["declaration", `src/controls/${family}/${name}.ts`],
  ["renderer", `src/client/controls/${family}/${name}.ts`],
  ["behavior", `src/controls/${family}/${name}-behavior.ts`],
  ["test", `test/controls/${family}/${name}.test.ts`],
  ["sample", `examples/gallery/samples/${name}.ts`],
  ["scene", `test/e2e/scenes/${name}.ts`],
]);
for (const path of files.values()) if (existsSync(path)) fail(`${path} exists already.`);
for (const [template, path] of files) {
  const text = readFileSync(new URL(`./new-control/${template}.ts.txt`, import.meta.url), "utf8");
  const words = new Map([
    ["Name", type],
    ["name", name],
    ["variable", camelCase(name)],
    ["family", family],
  ]);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    text.replace(/__(\w+?)__/g, (_, word: string) => words.get(word) ?? word),
  );
  console.log(`wrote ${path}`);
}
run("biome", "check", "--write", ...files.values());
for (const script of ["barrels", "docs"]) run("tsx", `scripts/${script}.ts`);
// The names that the package exports are a snapshot.
run("vitest", "run", "--project", "unit", "test/exports.test.ts", "-u", "-t", "public-names.txt");
const SCREENSHOTS = ["run", "--project", "e2e", "test/e2e/screenshots", "-t", `${type} matches`];
if (values["no-screenshots"] !== true) {
  run("tsx", "scripts/browser.ts");
  run("tsx", "scripts/client.ts");
  process.env.UPDATE_LOOKS = "1";
  run("vitest", ...SCREENSHOTS);
  console.log(`took the screenshots in test/e2e/screenshots/${family}`);
}
console.log(`
${type} works: npm start shows it at /controls/${type}. Its tests: npx vitest run test/controls/${family}/${name}.test.ts
Change it to what it should be, in all of these files. Then:
- Run npm run generate.
- Take its screenshots again, and look at them: npm run build, then
  UPDATE_LOOKS=1 npx vitest run --project e2e test/e2e/screenshots -t "${type} matches"
- Add a bullet to CHANGELOG.md.`);

/** Runs a program of `node_modules`. */
function run(program: string, ...args: readonly string[]): void {
  const isWindows = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${program}`, args, {
    encoding: "utf8",
    shell: isWindows,
  });
  if (status !== 0) fail(`${program} ${args.join(" ")} failed:\n${stdout}${stderr}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
