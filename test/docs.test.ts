import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { codeBlocksOf, makeFolder, manualPages, writeBlock } from "./support/code-blocks.ts";

/** Declares the modules of families, which the build of the client makes. */
const FAMILIES = fileURLToPath(new URL("../src/client/controls/family.d.ts", import.meta.url));
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

/** Returns the targets of the links of a page, as they are written. */
function linksOf(page: string): string[] {
  return [...read(page).matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, link = ""]) => link);
}

/** Returns the path of a link's target in the repository. */
function targetOf(page: string, link: string): string {
  const [path = ""] = link.split("#");
  return path === "" ? page : join(dirname(page), path).replace(/\/$/, "");
}

test.each(pages)("the links of %s resolve", (page) => {
  const broken = linksOf(page).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [, anchor] = link.split("#");
    const target = targetOf(page, link);
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).has(anchor);
  });
  expect(broken).toEqual([]);
});

test.each(pages)("the files that %s names exist", (page) => {
  const named = [...read(page).matchAll(/`((?:src|test|scripts|examples|docs)\/[\w./-]+\.\w+)`/g)].map(
    ([, path = ""]) => path,
  );
  // A placeholder of the steps that add a control.
  const files = named.filter((path) => !/\/(?:x|name)\.ts$/.test(path));
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("each page of the manual is in its table of contents, and each page for contributors in theirs", () => {
  const linkedFrom = (page: string) => new Set(linksOf(page).map((link) => targetOf(page, link)));
  const generated = (page: string) => page.startsWith("docs/reference/controls/");
  for (const contents of ["docs/README.md", "docs/contributing/README.md"]) {
    const isFor = (page: string) => page.startsWith("docs/contributing/") === contents.startsWith("docs/contributing/");
    const linked = linkedFrom(contents);
    const missing = pages.filter((page) => page.startsWith("docs/") && page !== contents && isFor(page));
    expect(missing.filter((page) => !linked.has(page) && !generated(page))).toEqual([]);
  }
});

test("the pages of the package link to files of the package", () => {
  const output = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  const [{ files }] = JSON.parse(output) as [{ readonly files: readonly { readonly path: string }[] }];
  const packed = new Set(files.map(({ path }) => path));
  const isPacked = (target: string) => packed.has(target) || [...packed].some((path) => path.startsWith(`${target}/`));
  expect(pages.filter((page) => !packed.has(page))).toEqual([]);
  const broken = pages.flatMap((page) => {
    const outside = linksOf(page).filter((link) => !/^[a-z]+:/.test(link) && !isPacked(targetOf(page, link)));
    return outside.map((link) => `${page}: ${link}`);
  });
  expect(broken).toEqual([]);
});

test("each dependency has its line of reason", () => {
  const page = read("docs/contributing/dependencies.md");
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as {
    readonly dependencies: object;
    readonly devDependencies: object;
  };
  const named = [...page.matchAll(/^\| ([^|]*) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(named.sort()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].sort());
});

test("each block of TypeScript compiles, except those that show a mistake", () => {
  const blocks = manualPages().flatMap(codeBlocksOf);
  expect(blocks.length).toBeGreaterThan(20);
  const { folder, remove } = makeFolder("compiled");
  try {
    const files = blocks.filter(({ kind }) => kind !== "wrong").map((block) => writeBlock(block, folder));
    const config = join(folder, "tsconfig.json");
    const compilerOptions = { isolatedDeclarations: false, declaration: false };
    writeFileSync(
      config,
      JSON.stringify({ extends: "../../tsconfig.json", compilerOptions, include: [], files: [...files, FAMILIES] }),
    );
    execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", config], { cwd: root, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    expect((error as { stdout?: string }).stdout ?? error).toBe("");
  } finally {
    remove();
  }
});
