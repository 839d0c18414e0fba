import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import type { Main, Page } from "../src/index.ts";
import { RunletError } from "../src/index.ts";
import { type Harness, mount } from "../src/testing/index.ts";
import { type CodeBlock, codeBlocksOf, makeFolder, manualPages, writeBlock } from "./support/code-blocks.ts";

/** Blocks of code of all pages run as a reader would run them. `test/docs.test.ts` compiles them. */
const blocks = manualPages().flatMap(codeBlocksOf);
const { folder, remove } = makeFolder("run");
afterAll(remove);

const programs = blocks.filter(({ kind }) => kind === "program");
const isFor = (runner: string) => (block: CodeBlock) => block.code.includes(`from "${runner}"`);
const forVitest = programs.filter(isFor("vitest"));
const forNode = programs.filter(isFor("node:test"));
const plain = programs.filter((program) => !forVitest.includes(program) && !forNode.includes(program));

/** How long the app of a program is watched, in milliseconds of virtual time. */
const WATCHED = 2000;

// The tests of these programs become tests of this file.
describe.each(forVitest)("$name", async (block) => {
  try {
    await import(/* @vite-ignore */ writeBlock(block, folder));
  } catch (error) {
    test("loads", () => {
      throw error;
    });
  }
});

test.each(forNode)("$name passes in node:test", (block) => {
  const file = writeBlock(block, folder);
  const output = execFileSync(process.execPath, ["--import", "tsx", "--test", "--test-reporter=tap", file], {
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
  expect(output).toMatch(/^# pass [1-9]/m);
  expect(output).toMatch(/^# fail 0$/m);
});

test.each(plain)("$name runs", async (block) => {
  const { main, module } = await load(() => import(/* @vite-ignore */ writeBlock(block, folder)));
  expect(main === undefined, "calls run()").toBe(!/\brun\(/.test(block.code));
  const app = main ?? module?.main;
  if (typeof app !== "function") return;
  const harness = mount(app as Main);
  await harness.advance(WATCHED);
  await harness.unmount();
  expect(harness.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
});

test.each(blocks.filter(({ kind }) => kind === "fragment"))("$name runs on a page", async (block) => {
  const harness = await runFragment(block);
  expect(harness.takeErrors()).toEqual([]);
  await harness.unmount();
});

test.each(blocks.filter(({ kind }) => kind === "wrong"))("$name raises $heading", async (block) => {
  const found: unknown[] = [];
  const harness = await runFragment(block, (error) => found.push(error));
  found.push(...harness.takeErrors());
  expect(found.map((error) => (error instanceof RunletError ? error.code : error))).toContain(block.heading);
  expect(found.map((error) => oneLine((error as Error).message))).toContain(quoteOf(block.heading));
});

/** Returns the message that the page of errors quotes for a code. */
function quoteOf(code: string): string {
  const [, section = ""] = readFileSync("docs/errors.md", "utf8").split(`## \`${code}\`\n`);
  const lines = section.split("\n").slice(1);
  return oneLine(
    lines
      .slice(0, lines.indexOf(""))
      .map((line) => line.slice(1))
      .join("\n"),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * Runs the code of a block on a mounted page, while time advances. What it throws is passed to `caught`, or else thrown.
 */
async function runFragment(block: CodeBlock, caught?: (error: unknown) => void): Promise<Harness> {
  const { example } = (await import(/* @vite-ignore */ writeBlock(block, folder))) as {
    readonly example: (page: Page) => Promise<void>;
  };
  const harness = mount(() => {});
  const failures: unknown[] = [];
  let isDone = false;
  const done = example(harness.page)
    .catch((error: unknown) => failures.push(error))
    .finally(() => {
      isDone = true;
    });
  const advance = (ms: number) => harness.advance(ms).catch((error: unknown) => failures.push(error));
  for (let round = 0; round < 50 && !isDone; round++) await advance(100);
  expect(isDone, "ends").toBe(true);
  await done;
  await advance(WATCHED);
  for (const failure of failures) {
    if (caught === undefined) throw failure;
    caught(failure);
  }
  return harness;
}

/** Loads a module. Returns the app that it passes to `run`, which does not serve it, or else what it exports. */
async function load(importModule: () => Promise<unknown>): Promise<{ main?: Main; module?: { main?: unknown } }> {
  const collecting = globalThis as { [collector: symbol]: ((main: Main) => void) | undefined };
  const collector = Symbol.for("runlet.collector");
  let main: Main | undefined;
  // A program may wait for `run`, which never answers here, so the app ends the waiting.
  const collected = new Promise<void>((resolve) => {
    collecting[collector] = (app) => {
      main = app;
      resolve();
    };
  });
  try {
    const module = (await Promise.race([importModule(), collected])) as { main?: unknown } | undefined;
    return { ...(main !== undefined && { main }), ...(module !== undefined && { module }) };
  } finally {
    collecting[collector] = undefined;
  }
}

test("the pages have programs for both test runners", () => {
  expect(forVitest.length).toBeGreaterThan(0);
  expect(forNode.length).toBeGreaterThan(0);
});
