/**
 * `npm run test:soak`: runs the tests at full scale, and writes dated results to `docs/contributing/reliability.md`.
 * `npm run test:soak -- attacks` runs one part.
 */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";

const PAGE = "docs/contributing/reliability.md";
const MARK = "<!-- Written by npm run test:soak: what follows is replaced. -->";
/** Half an hour of people, strangers, broken lines and restarts. */
const MIXED = "test/network/mixed.test.ts";
const PARTS = [
  ["random programs", "unit", "test/core/model"],
  ["sessions in virtual time", "unit", "test/session"],
  ["everything mixed", "isolated", MIXED],
  ["a network that fails", "isolated", "test/network", "--exclude", MIXED],
  ["attacks", "isolated", "test/attacks"],
  [
    "in Chromium",
    "e2e",
    "test/e2e/sessions.test.ts",
    "test/e2e/typing.test.ts",
    "test/e2e/reconnecting.test.ts",
    "test/e2e/input-fuzz.test.ts",
  ],
  ["changes and reloads", "e2e", "test/e2e/same-after-reload.test.ts"],
] as const;

const [only = ""] = process.argv.slice(2);
let isGood = true;
for (const [what, project, ...paths] of PARTS.filter(([name]) => name.includes(only))) {
  console.log(`\n== ${what}`);
  const start = performance.now();
  const output = await run(["vitest", "run", "--project", project, "--no-file-parallelism", ...paths]);
  const seconds = Math.round((performance.now() - start) / 1000);
  const [, failed = "0"] = /^ +Tests .*?(\d+) failed/m.exec(output) ?? [];
  const [, passed = "0"] = /^ +Tests .*?(\d+) passed/m.exec(output) ?? [];
  isGood &&= failed === "0" && passed !== "0";
  const figures = [...output.matchAll(/^figure: (.*?): (.*)$/gm)].map(([, name, values]) => `| ${name} | ${values} |`);
  const table = figures.length === 0 ? "" : `\n\n| case | figures |\n|---|---|\n${figures.join("\n")}`;
  keep(what, `${day()}, ${machine()}: ${passed} tests passed, ${failed} failed, in ${seconds} seconds.${table}`);
}
process.exitCode = isGood ? 0 : 1;

/** Replaces the last result of a part in the page. Results of other parts stay, because parts may run separately. */
function keep(what: string, result: string): void {
  const [above = "", below = ""] = readFileSync(PAGE, "utf8").split(MARK);
  const sections = new Map(
    below
      .split(/^### /m)
      .slice(1)
      .map((text) => [text.split("\n")[0] as string, text.trim()]),
  );
  sections.set(what, `${what}\n\n${result}`);
  const all = PARTS.flatMap(([name]) => sections.get(name) ?? []).map((text) => `### ${text}\n`);
  writeFileSync(PAGE, `${above}${MARK}\n\n${all.join("\n")}`);
}

function day(): string {
  return new Date().toISOString().slice(0, 10);
}

function machine(): string {
  return `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

function run(args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const env = { ...process.env, RUNLET_SOAK: "1", RUNLET_RUNS: process.env.RUNLET_RUNS ?? "100000", NO_COLOR: "1" };
    const child = spawn("npx", args, { env, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on("close", () => resolve(output));
  });
}
