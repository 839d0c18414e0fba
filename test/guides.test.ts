import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Whole programs of the guides, each in its own file. They run as a reader would run them. */
const programs = readdirSync("docs/guide")
  .filter((page) => page.endsWith(".md"))
  .flatMap((page) => {
    const blocks = [...readFileSync(`docs/guide/${page}`, "utf8").matchAll(/```ts\n([\s\S]*?)```/g)];
    return blocks.map(([, code = ""], index) => ({ code, name: `${page.slice(0, -3)}-${index}` }));
  })
  .filter(({ code }) => code.includes("import "));

/** Writes a program to a file while it runs. */
async function withFile<T>(code: string, name: string, run: (file: string) => T): Promise<Awaited<T>> {
  const file = `${import.meta.dirname}/.guide-${name}.ts`;
  writeFileSync(file, code);
  try {
    return await run(file);
  } finally {
    rmSync(file, { force: true });
  }
}

const isFor = (runner: string) => (program: { readonly code: string }) => program.code.includes(`from "${runner}"`);
const forVitest = programs.filter(isFor("vitest"));
const forNode = programs.filter(isFor("node:test"));
const plain = programs.filter((program) => !forVitest.includes(program) && !forNode.includes(program));

// The tests of these programs become tests of this file.
describe.each(forVitest)("$name", async ({ code, name }) => {
  await withFile(code, name, (file) => import(/* @vite-ignore */ file));
});

test.each(forNode)("$name passes in node:test", async ({ code, name }) => {
  const output = await withFile(code, name, (file) =>
    execFileSync(process.execPath, ["--import", "tsx", "--test", "--test-reporter=tap", file], {
      encoding: "utf8",
      env: { PATH: process.env.PATH },
    }),
  );
  expect(output).toMatch(/^# pass [1-9]/m);
  expect(output).toMatch(/^# fail 0$/m);
});

test.each(plain)("$name runs", async ({ code, name }) => {
  await withFile(code, name, (file) => import(/* @vite-ignore */ file));
});

test("the guides have programs for both test runners", () => {
  expect(forVitest.length).toBeGreaterThan(0);
  expect(forNode.length).toBeGreaterThan(0);
});
