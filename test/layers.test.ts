import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";

/** What each folder of `src` may import beside itself: at run time, and for types only. */
const LAYERS: { readonly [layer: string]: { readonly run: readonly string[]; readonly types?: readonly string[] } } = {
  protocol: { run: [] },
  core: { run: ["protocol", "values", "rxjs", "immer", "fast-json-patch"] },
  values: { run: ["core", "@material/material-color-utilities"] },
  controls: { run: ["core", "values"], types: ["rxjs"] },
  transport: { run: ["core", "protocol", "rxjs"] },
  client: { run: ["protocol", "marked", "dompurify", "highlight.js"], types: ["core", "controls", "values"] },
  server: { run: ["core", "protocol", "transport", "run.ts", "rxjs", "hono", "@hono/node-server", "ws"] },
  testing: { run: ["core", "protocol", "transport", "run.ts", "rxjs", "fast-json-patch"] },
  cli: { run: ["server", "core", "citty"] },
  "run.ts": { run: ["core"], types: ["server"] },
  "index.ts": { run: ["core", "controls", "values", "run.ts"], types: ["server"] },
};
/** Only these may import what only Node has. */
const NODE_ONLY = /^src\/(server|cli)\//;
/** The one place where the server is loaded: not before an app runs. */
const LAZY: readonly string[] = ["src/run.ts -> src/server/serve.ts"];

interface Import {
  readonly from: string;
  /** A file of ours, or a package. */
  readonly to: string;
  readonly isType: boolean;
  readonly isLazy: boolean;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join("src", name).replaceAll("\\", "/"))
  .sort();
const imports = files.flatMap(importsOf);

function importsOf(from: string): Import[] {
  const source = readFileSync(from, "utf8").replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, "");
  const pattern = /^(?:import|export)\s+(type\s)?(?:[\w*{][^"'`;]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;
  return [...source.matchAll(pattern)].map(([, type, path = "", lazy]) => ({
    from,
    to: resolve(from, lazy ?? path),
    isType: type !== undefined,
    isLazy: lazy !== undefined,
  }));
}

function resolve(from: string, path: string): string {
  if (path.startsWith(".")) return posix.join(posix.dirname(from), path);
  return path.split("/", path.startsWith("@") ? 2 : 1).join("/");
}

/** Types of values stand below Page, which has properties of them. */
function layerOf(file: string): string {
  if (file.startsWith("src/controls/values/")) return "values";
  return file.startsWith("src/") ? (file.split("/")[1] as string) : file;
}

/** The imports that break a rule, as one reads them. */
function broken(rule: (entry: Import) => boolean): string[] {
  return imports.filter((entry) => !rule(entry)).map(({ from, to }) => `${from} -> ${to}`);
}

test("the pattern finds imports of each kind", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports).toContainEqual({ from: "src/run.ts", to: "src/server/serve.ts", isType: false, isLazy: true });
  expect(imports).toContainEqual({ from: "src/core/state.ts", to: "rxjs", isType: false, isLazy: false });
  expect(imports.filter(({ to }) => to.startsWith("src/") && !files.includes(to))).toEqual([]);
});

test("each folder imports only what is below it", () => {
  const wrong = broken(({ from, to, isType, isLazy }) => {
    const layer = layerOf(from);
    const allowed = LAYERS[layer];
    if (layerOf(to) === layer || to.startsWith("node:")) return true;
    if (isLazy && LAZY.includes(`${from} -> ${to}`)) return true;
    return allowed?.run.includes(layerOf(to)) === true || (isType && allowed?.types?.includes(layerOf(to)) === true);
  });
  expect(wrong).toEqual([]);
});

test("only the server, the command line and the WebSocket transport import what only Node has", () => {
  expect(broken(({ from, to }) => !(to.startsWith("node:") || to === "ws") || NODE_ONLY.test(from))).toEqual([]);
});

test("no file imports the index of its own folder", () => {
  // The script of the page is an entry, too, and is all that modules of an app's own import.
  const isEntry = (from: string) => from === "src/client/boot.ts";
  const isOwn = ({ from, to }: Import) => to === posix.join(posix.dirname(from), "index.ts");
  expect(broken((each) => !isOwn(each) || isEntry(each.from) || each.from === each.to)).toEqual([]);
});

test("no cycle of imports at run time", () => {
  const atStart = imports.filter(({ isType, isLazy }) => !isType && !isLazy);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (path.includes(file) || done.has(file)) return;
    for (const { from, to } of atStart) if (from === file) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test("no default exports", () => {
  expect(files.filter((file) => /^export default\b|\bas default\b/m.test(readFileSync(file, "utf8")))).toEqual([]);
});
