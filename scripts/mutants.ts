/**
 * `npm run test:faults`: plants mistakes in a copy of the project, one at a time. The tests of the core, or those that the
 * fault names, must fail for each.
 */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bindings } from "../test/mutants/bindings.ts";
import { clientLinks } from "../test/mutants/client-link.ts";
import { declarations } from "../test/mutants/declarations.ts";
import { diff } from "../test/mutants/diff.ts";
import { ends } from "../test/mutants/ends.ts";
import { errors } from "../test/mutants/errors.ts";
import { flush } from "../test/mutants/flush.ts";
import { hooks } from "../test/mutants/hooks.ts";
import { identity } from "../test/mutants/identity.ts";
import { interaction } from "../test/mutants/interaction.ts";
import { lists } from "../test/mutants/lists.ts";
import { memory } from "../test/mutants/memory.ts";
import type { Mutant } from "../test/mutants/mutant.ts";
import { parsing } from "../test/mutants/parsing.ts";
import { rates } from "../test/mutants/rates.ts";
import { sessions } from "../test/mutants/sessions.ts";
import { time } from "../test/mutants/time.ts";

const GROUPS = {
  declarations,
  hooks,
  "diff and pruning": diff,
  flush,
  lists,
  bindings,
  sessions,
  memory,
  rates,
  identity,
  time,
  errors,
  parsing,
  interaction,
  ends,
  "client link": clientLinks,
};
/** Number of copies that are tested at the same time. */
const COPIES = 2;
/** Milliseconds after which a test run is stopped. A fault that makes the tests run endlessly counts as caught. */
const TIMEOUT = 180_000;
/** The tests of the core, which must notice a fault that names no others. */
const CORE_TESTS: readonly string[] = ["--project", "unit", "test/core", "test/protocol", "test/session"];

interface Result {
  readonly isCaught: boolean;
  /** The first test that failed. */
  readonly by: string;
}

const [only = ""] = process.argv.slice(2);
const mutants = Object.entries(GROUPS).flatMap(([group, list]) => list.map((fault) => ({ ...fault, group })));
const chosen = mutants.filter(({ name, group }) => `${group}: ${name}`.includes(only));
const notFound = chosen.filter(({ file, find }) => readFileSync(file, "utf8").split(find).length !== 2);
for (const { group, name, file } of notFound)
  console.error(`${group}: ${name}: the text to replace does not occur exactly once in ${file}`);
if (chosen.length === 0 || notFound.length > 0) process.exit(1);

const copies = Array.from({ length: COPIES }, makeCopy);
const removeCopies = () => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
};
process.on("exit", removeCopies);
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

const selections = new Map(chosen.map(({ tests = CORE_TESTS }) => [tests.join(" "), tests]));
for (const tests of selections.values()) {
  const baseline = await runTests(copies[0] as string, tests);
  if (!baseline.isCaught) continue;
  console.error(`${tests.join(" ")}: the tests fail without any fault: ${baseline.by}`);
  process.exit(1);
}

const waiting = [...chosen];
let caught = 0;
await Promise.all(copies.map(work));
console.log(`${chosen.length} planted, ${caught} caught`);
process.exit(caught === chosen.length ? 0 : 1);

async function work(copy: string): Promise<void> {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const start = performance.now();
    const { isCaught, by } = await withMutant(copy, mutant, () => runTests(copy, mutant.tests ?? CORE_TESTS));
    if (isCaught) caught++;
    const seconds = ((performance.now() - start) / 1000).toFixed(0).padStart(4);
    console.log(
      `${isCaught ? "caught  " : "SURVIVED"} ${seconds} s  ${mutant.group}: ${mutant.name}\n${" ".repeat(17)}${by}`,
    );
  }
}

/** Copies the files that the tests need. Faults are planted in copies only, never in the project itself. */
function makeCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), "runlet-faults-"));
  for (const path of [
    "src",
    "test",
    "examples",
    "docs",
    "scripts",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "tsup.config.ts",
    "vitest.config.ts",
  ]) {
    cpSync(path, join(copy, path), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"), "dir");
  buildPackage(copy);
  buildClient(copy);
  return copy;
}

/** Builds the package that tests run in child processes. */
function buildPackage(copy: string): void {
  execFileSync(process.execPath, ["node_modules/tsup/dist/cli-default.js"], { cwd: copy });
}

/** Builds the client that servers give to browsers. */
function buildClient(copy: string): void {
  execFileSync(process.execPath, ["--import", "tsx", "scripts/client.ts"], { cwd: copy });
}

async function withMutant(
  copy: string,
  { file, find, replace, tests }: Mutant,
  run: () => Promise<Result>,
): Promise<Result> {
  const path = join(copy, file);
  const right = readFileSync(path, "utf8");
  const write = (text: string): void => {
    writeFileSync(path, text);
    if (file.startsWith("src/client/")) buildClient(copy);
    // The tests of the core read only the sources.
    else if (tests !== undefined) buildPackage(copy);
  };
  write(right.replace(find, () => replace));
  try {
    return await run();
  } finally {
    write(right);
  }
}

function runTests(copy: string, tests: readonly string[]): Promise<Result> {
  const vitest = join(copy, "node_modules/vitest/vitest.mjs");
  const env = { ...process.env, RUNLET_RUNS: "1500", RUNLET_SEED: "1" };
  const child = spawn(process.execPath, [vitest, "run", ...tests, "--bail", "1", "--reporter", "json"], {
    cwd: copy,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk));
  child.stderr.resume();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, TIMEOUT);
  return new Promise((done) => {
    child.on("close", (code) => {
      clearTimeout(timer);
      done({ isCaught: code !== 0, by: isLate ? "ran endlessly" : firstFailure(output) });
    });
  });
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function firstFailure(output: string): string {
  try {
    const { testResults } = JSON.parse(output.slice(output.indexOf("{"))) as Report;
    const failed = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .find(({ status }) => status === "failed");
    return failed?.fullName ?? testResults.find(({ message }) => message !== "")?.message ?? "all passed";
  } catch {
    return output.slice(-200);
  }
}
