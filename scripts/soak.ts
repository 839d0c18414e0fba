/** `npm run test:soak`: the tests with their full figures, and a dated result in `docs/reliability.md`. Takes a while. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";

const PAGE = "docs/reliability.md";
const MARK = "<!-- Written by npm run test:soak: what follows is replaced. -->";
const PARTS = [
  ["random programs", "unit", "test/core/model"],
  ["sessions in virtual time", "unit", "test/session"],
  ["a network that fails", "unit", "test/faulty"],
  ["attacks", "unit", "test/attacks"],
  ["in Chromium", "e2e", "test/e2e/sessions.test.ts", "test/e2e/typing.test.ts", "test/e2e/returning.test.ts"],
] as const;

const [only = ""] = process.argv.slice(2);
const rows: string[] = [];
const figures: string[] = [];
let isGood = true;
for (const [what, project, ...paths] of PARTS.filter(([what]) => what.includes(only))) {
  console.log(`\n== ${what}`);
  const start = performance.now();
  const output = await run(["vitest", "run", "--project", project, "--no-file-parallelism", ...paths]);
  const seconds = Math.round((performance.now() - start) / 1000);
  const [, failed = "0"] = /Tests\D+(?:(\d+) failed)?/.exec(output) ?? [];
  const [, passed = "0"] = /Tests.*?(\d+) passed/.exec(output) ?? [];
  isGood &&= failed === "0" && passed !== "0";
  rows.push(`| ${what} | ${passed} | ${failed} | ${seconds} |`);
  for (const [, name = "", values = ""] of output.matchAll(/^figure: (.*?): (.*)$/gm))
    figures.push(`| ${name} | ${values} |`);
}
if (only === "") {
  const [above = ""] = readFileSync(PAGE, "utf8").split(MARK);
  writeFileSync(PAGE, `${above}${MARK}\n\n${result()}`);
}
process.exitCode = isGood ? 0 : 1;

function result(): string {
  const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  return `On ${new Date().toISOString().slice(0, 10)}, with ${machine}:

| part | passed | failed | seconds |
|---|---|---|---|
${rows.join("\n")}

| case | figures |
|---|---|
${figures.join("\n")}
`;
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
