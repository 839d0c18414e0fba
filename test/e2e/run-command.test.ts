import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { eventually } from "../support/patience.ts";
import { openTab } from "./open.ts";

// The folder is inside the project, so that the app can import "runlet".
const folder = fileURLToPath(new URL("../../test-results/run-command/", import.meta.url));
const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
let child: ChildProcess | undefined;

afterEach(async () => {
  if (child?.exitCode === null) {
    const ended = new Promise((resolve) => child?.on("exit", resolve));
    child.kill();
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Writes an app of two files: the second file holds the text. */
function write(text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}app.ts`,
    'import { type Page, run, Text } from "runlet";\nimport { text } from "./text.ts";\nrun((page: Page) => page.add(new Text({ value: text })));\n',
  );
  writeFileSync(`${folder}text.ts`, `export const text: string = ${text};\n`);
}

/** Runs the command line tool and collects its output. */
function runlet(...args: string[]): { readonly output: string[] } {
  const output: string[] = [];
  child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, RUNLET_SERVER_PORT: "" } });
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => output.push(String(data)));
  return { output };
}

test("runlet run serves TypeScript, and a saved file updates the browser, also after a syntax error", async () => {
  write('"one"');
  const { output } = runlet("run", `${folder}app.ts`, "--port", "8171");
  await eventually(() => expect(output.join("")).toContain("Runlet serves http://127.0.0.1:8171/"));
  const { tab } = await openTab("http://127.0.0.1:8171/");
  await tab.getByText("one", { exact: true }).waitFor();
  write('"two"');
  await tab.getByText("two", { exact: true }).waitFor();
  write('"three');
  await eventually(() => expect(output.join("")).toMatch(/Unterminated string/));
  write('"four"');
  await tab.getByText("four", { exact: true }).waitFor();
});

test("runlet run reports a missing file and an invalid option", async () => {
  const missing = runlet("run", "nowhere.ts");
  expect(await new Promise((resolve) => child?.on("exit", resolve))).toBe(1);
  expect(missing.output.join("")).toMatch(/There is no file .*nowhere\.ts/);

  write('"one"');
  const { output } = runlet("run", `${folder}app.ts`, "--port", "many", "--no-reload");
  expect(await new Promise((resolve) => child?.on("exit", resolve))).toBe(1);
  expect(output.join("")).toContain('--port must be a whole number, not "many"');
});
