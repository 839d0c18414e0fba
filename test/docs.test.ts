import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const pages = ["README.md", "CHANGELOG.md", ...markdownIn("docs")];

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? markdownIn(path) : path.endsWith(".md") ? path : [];
  });
}

function read(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

test.each(pages)("%s has no link into nothing", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, link = ""]) => link);
  const broken = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(root, dirname(page), link)));
  expect(broken).toEqual([]);
});

test.each(pages)("%s names no file that is gone", (page) => {
  const named = [...read(page).matchAll(/`((?:src|test|scripts|examples|docs)\/[\w./-]+\.\w+)`/g)].map(
    ([, path = ""]) => path,
  );
  const files = named.filter((path) => !/\/x\.ts$/.test(path));
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

describe("TypeScript in the pages", () => {
  const whole = pages.flatMap((page) => {
    const blocks = [...read(page).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
    return blocks.filter((code) => code.includes("import ")).map((code, index) => ({ page, index, code }));
  });

  test("compiles, where it imports what it uses", () => {
    expect(whole.length).toBeGreaterThan(0);
    const files = whole.map(({ index, code, page }) => {
      const file = join(root, "test", `.docs-${page.replace(/\W/g, "-")}-${index}.ts`);
      writeFileSync(file, page === "docs/errors.md" ? `declare const page: import("runlet").Page;\n${code}` : code);
      return file;
    });
    try {
      const config = join(root, "test", ".docs-tsconfig.json");
      files.push(config);
      const include = files.filter((file) => file.endsWith(".ts"));
      writeFileSync(
        config,
        JSON.stringify({
          extends: "../tsconfig.json",
          compilerOptions: { isolatedDeclarations: false, declaration: false },
          include,
          files: include,
        }),
      );
      execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", config], { cwd: root, encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      expect((error as { stdout: string }).stdout).toBe("");
    } finally {
      for (const file of files) rmSync(file, { force: true });
    }
  });
});
