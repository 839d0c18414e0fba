import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as rxjs from "rxjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * A block of TypeScript in a page.
 *
 * - `program`: has imports of its own. It is compiled and run.
 * - `fragment`: has none. It is compiled and run as the body of an async function, in which `page` is mounted, and the
 *   exports of the public entries and of RxJS that it uses are imported.
 * - `browser`: marked as `ts browser`. It is compiled only.
 * - `wrong`: marked as `ts wrong`. It shows a mistake, and raises the error whose code is the heading above it.
 */
export interface CodeBlock {
  readonly kind: "program" | "fragment" | "browser" | "wrong";
  /** Page and line, such as `docs/guide/lists.md:12`. */
  readonly name: string;
  readonly code: string;
  /** Heading above the block, without backticks. */
  readonly heading: string;
  /** Files of the same page that the block can import, by name: earlier blocks that begin with `// name.ts`. */
  readonly files: ReadonlyMap<string, string>;
  /** Name of the block's own file. */
  readonly file: string;
}

/** Returns the pages of the manual, without those that are generated. */
export function manualPages(): string[] {
  const files = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
  const pages = files.map((file) => `docs/${file.replaceAll("\\", "/")}`).filter((file) => file.endsWith(".md"));
  return ["README.md", ...pages.filter((page) => !page.startsWith("docs/reference/controls/")).sort()];
}

/** Returns the blocks of TypeScript in a page. Of pages for contributors, only whole programs. */
export function codeBlocksOf(page: string): CodeBlock[] {
  const text = readFileSync(join(root, page), "utf8");
  const files = new Map<string, string>();
  const blocks: CodeBlock[] = [];
  for (const { 0: whole, 1: mark = "", 2: code = "", index } of text.matchAll(/^```ts([^\n]*)\n(.*?)^```$/gms)) {
    const kind = kindOf(mark.trim(), code, page);
    const line = text.slice(0, index).split("\n").length;
    const heading = [...text.slice(0, index).matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? "";
    const [, named] = /^\/\/ ([\w.-]+\.ts)\n/.exec(code) ?? [];
    const name = `${page}:${line}`;
    if (kind === undefined) throw new Error(`${name}: unknown mark in ${whole.slice(0, whole.indexOf("\n"))}`);
    const file = named ?? "block.ts";
    if (kind === "program" || !page.startsWith("docs/contributing/")) {
      blocks.push({ kind, name, code, heading: heading.replaceAll("`", ""), files: new Map(files), file });
    }
    if (named !== undefined) files.set(named, code);
  }
  return blocks;
}

function kindOf(mark: string, code: string, page: string): CodeBlock["kind"] | undefined {
  if (mark === "browser") return "browser";
  if (mark === "wrong" && page === "docs/errors.md") return "wrong";
  if (mark !== "") return undefined;
  return isProgram(code) ? "program" : "fragment";
}

function isProgram(code: string): boolean {
  return /^import /m.test(code);
}

/** Writes a block, and the files that it can import, into a folder of its own. Returns the path of its file. */
export function writeBlock(block: CodeBlock, folder: string): string {
  const own = join(folder, block.name.replace(/\W+/g, "-"));
  mkdirSync(own, { recursive: true });
  for (const [name, code] of block.files) writeFileSync(join(own, name), code);
  const file = join(own, block.file);
  writeFileSync(file, isProgram(block.code) ? block.code : wrapped(block));
  return file;
}

/** Returns a function with the code of a block as its body, and the imports that it needs. */
function wrapped({ kind, code }: CodeBlock): string {
  const words = new Set(code.match(/[A-Za-z_$][\w$]*/g));
  const taken = new Set<string>();
  const imports = scopeOf(kind).map(({ from, names }) => {
    const used = names.filter(({ name }) => words.has(name) && !taken.has(name));
    for (const { name } of used) taken.add(name);
    return `import { ${used.map(({ name, isType }) => (isType ? `type ${name}` : name)).join(", ")} } from "${from}";\n`;
  });
  // A declaration in the block may have the name `page`, so the block has a scope of its own.
  return `${imports.join("")}import type { Page as MountedPage } from "runlet";
export async function example(page: MountedPage): Promise<void> {
{
${code.replace(/^export /gm, "")}}
}
`;
}

interface Scope {
  readonly from: string;
  readonly names: readonly { readonly name: string; readonly isType: boolean }[];
}

/** Returns the names that a block without imports can use, from the entries that it is meant for. */
function scopeOf(kind: CodeBlock["kind"]): Scope[] {
  const entries = ["runlet", "runlet/testing", "runlet/spec", "runlet/server", "runlet/transport"];
  const used = kind === "browser" ? ["runlet/client"] : entries;
  const text = readFileSync(join(root, "test/public-names.txt"), "utf8");
  const lists = text.split(/^(?=runlet)/m).map((part) => part.trim().split(/\n\s*/));
  const scopes = used.map((from) => {
    const names = lists.find(([entry]) => entry === from)?.slice(1) ?? [];
    return {
      from,
      names: names.map((name) => ({ name: name.replace("type ", ""), isType: name.startsWith("type ") })),
    };
  });
  return [...scopes, { from: "rxjs", names: Object.keys(rxjs).map((name) => ({ name, isType: false })) }];
}

/** Returns a new folder for blocks, and a function that removes it. */
export function makeFolder(name: string): { readonly folder: string; readonly remove: () => void } {
  const folder = join(root, "test", `.code-${name}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  remove();
  mkdirSync(folder, { recursive: true });
  return { folder, remove };
}
