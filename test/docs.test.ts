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

/** Returns the anchors of the headings of a page, in GitHub's form. */
function anchorsOf(page: string): Set<string> {
  const headings = read(page)
    .replace(/^```[\s\S]*?^```/gm, "")
    .matchAll(/^#+ (.*)$/gm);
  const seen = new Map<string, number>();
  const anchors = [...headings].map(([, heading = ""]) => {
    const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const anchor = text.replace(/[^\p{L}\p{N}_ -]/gu, "").replaceAll(" ", "-");
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
  return new Set(anchors);
}

test.each(pages)("the links of %s resolve", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, link = ""]) => link);
  const broken = links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : join(dirname(page), path);
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).has(anchor);
  });
  expect(broken).toEqual([]);
});

test.each(pages)("the files that %s names exist", (page) => {
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

  test("each block with imports compiles", () => {
    expect(whole.length).toBeGreaterThan(0);
    const files = whole.map(({ index, code, page }) => {
      const file = join(root, "test", `.docs-${page.replace(/\W/g, "-")}-${index}.ts`);
      writeFileSync(
        file,
        page === "docs/reference/errors.md" ? `declare const page: import("runlet").Page;\n${code}` : code,
      );
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
