import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** What a copy of this repository needs, so that all checks run there. */
const COPIED = [
  ...["src", "test", "scripts", "examples", "docs", "bench", "package.json", "package-lock.json", "tsconfig.json"],
  ...["vitest.config.ts", "biome.json", "knip.config.ts", "tsup.config.ts", "README.md", "CHANGELOG.md", ".gitignore"],
];
/** New controls: one in a family that exists, and one in a family of its own. One takes its screenshots. */
const CONTROLS = [
  ["FuelGauge", "slider"],
  ["Dial", "dial-plate", "--no-screenshots"],
] as const;
const TYPES = CONTROLS.map(([type]) => type).join("|");

let copy: string;
let written = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "runlet-scaffold-"));
  for (const name of COPIED) cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"), "dir");
  for (const [type, family, ...options] of CONTROLS)
    written += succeed("tsx", "scripts/new-control.ts", type, "--family", family, ...options);
}, 300_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a program of `node_modules` in the copy, and returns its output. Fails with the output if the program fails. */
function succeed(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = run(program, ...args);
  expect(status, `${program} ${args.join(" ")}\n${stdout}${stderr}`).toBe(0);
  return stdout;
}

function run(program: string, ...args: readonly string[]) {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST|NODE_ENV)/.test(name));
  return spawnSync(`node_modules/.bin/${program}`, args, {
    cwd: copy,
    env: { ...Object.fromEntries(own), NO_COLOR: "1" },
    encoding: "utf8",
    shell: process.platform === "win32",
  });
}

test("a new control is six files, and the compiler, the linter and the rules of style accept them", () => {
  expect(written.match(/^wrote /gm)).toHaveLength(12);
  succeed("tsc");
  succeed("biome", "check");
  for (const script of ["language", "classes"]) succeed("tsx", `scripts/${script}.ts`);
  for (const script of ["barrels", "docs"]) succeed("tsx", `scripts/${script}.ts`, "--check");
});

test("its own test, the contract tests and the list of public names pass", () => {
  const own = ["test/controls/slider/fuel-gauge", "test/controls/dial-plate/dial"];
  const files = [...own, "test/contract/every-control", "test/contract/every-property", "test/exports"];
  const output = succeed("vitest", "run", "--project", "unit", ...files, "-t", `${TYPES}|exported names`);
  expect(output).toMatch(/Test Files +5 passed/);
});

test("a browser draws it, does the same with it as the testing kit, and matches its screenshots", () => {
  expect(written).toContain("took the screenshots in test/e2e/screenshots/slider");
  for (const scheme of ["light", "dark"])
    expect(existsSync(join(copy, `test/e2e/screenshots/slider/fuel-gauge.${scheme}.png`))).toBe(true);
  succeed("tsx", "scripts/client.ts");
  const files = ["every-control", "kit-and-client", "operated-controls", "every-property", "screenshots"].map(
    (name) => `test/e2e/${name}`,
  );
  const output = succeed(
    "vitest",
    "run",
    "--project",
    "e2e",
    ...files,
    "-t",
    `(${TYPES})(?! matches)|FuelGauge matches`,
  );
  // Two tests of defaults, one scene, one test of its use and one of its properties, for each of the two controls, and
  // the screenshots of one.
  expect(output).toMatch(/Tests +11 passed/);
});

test("a name that exists, and a missing family, are refused", () => {
  expect(run("tsx", "scripts/new-control.ts", "Switch", "--family", "choice").stderr).toContain(
    "There is a Switch already.",
  );
  expect(run("tsx", "scripts/new-control.ts", "Knob").stderr).toMatch(/Name its family.*choice \|.*a new one/);
});
