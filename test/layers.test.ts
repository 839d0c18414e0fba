import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";

/** What each folder of `src` may import besides itself: at run time and for types, or for types only. */
const LAYERS: { readonly [layer: string]: { readonly run: readonly string[]; readonly types?: readonly string[] } } = {
  protocol: { run: [] },
  layout: { run: [] },
  input: { run: ["protocol"] },
  core: { run: ["protocol", "rxjs", "immer", "fast-json-patch"] },
  values: { run: ["core", "@material/material-color-utilities"] },
  controls: { run: ["core", "values", "layout", "rxjs"] },
  spec: { run: ["core", "values", "controls", "layout"] },
  behaviors: { run: ["core", "values", "controls", "protocol", "input"] },
  transport: { run: ["core", "protocol", "rxjs"] },
  client: { run: ["protocol", "input", "layout", "markdown-it", "highlight.js"], types: ["controls", "values"] },
  server: {
    run: ["core", "values", "controls", "protocol", "transport", "run.ts", "rxjs", "hono", "@hono/node-server", "ws"],
  },
  testing: {
    run: ["core", "controls", "behaviors", "protocol", "input", "transport", "run.ts", "rxjs", "fast-json-patch"],
  },
  cli: { run: ["core", "server", "controls", "citty"] },
  "run.ts": { run: ["controls"], types: ["server"] },
  "index.ts": { run: ["core", "controls", "values", "run.ts"], types: ["server"] },
};
/** Folders of core. */
const CORE: readonly string[] = ["declaration", "link", "reactive", "session", "tree", "update"];
/** Largest number of files in a folder of core, and in a circle of imports there. */
const MOST_FILES = 14;
const MOST_IN_CIRCLE = 6;
/** The other folders of the client that each of its folders may import, for types and by dynamic imports as well. */
const CLIENT: { readonly [folder: string]: readonly string[] } = {
  rendering: [],
  dom: ["rendering"],
  input: ["rendering", "dom"],
  parts: ["rendering", "dom", "input"],
  theme: ["rendering", "dom", "input"],
  "layout-debugger": ["rendering", "dom"],
  features: ["rendering", "dom", "input", "parts", "theme", "layout-debugger"],
  controls: ["rendering", "dom", "input", "parts", "features"],
  "controls/index.ts": ["rendering", "controls"],
  screen: ["rendering", "dom", "input", "theme", "features", "controls/index.ts"],
  connection: ["rendering", "dom", "theme", "layout-debugger", "screen"],
  "index.ts": ["rendering", "dom", "screen", "connection"],
  "boot.ts": ["dom", "connection", "index.ts"],
};
/** A view has a renderer, and a renderer is called with its view, so their types refer to each other. */
const PAIR: readonly string[] = ["src/client/rendering/renderer.ts", "src/client/rendering/view.ts"];
/** Only these folders may import modules of Node. */
const NODE_ONLY = /^src\/(server|cli)\//;
/** The only lazy import of the server, so that it is not loaded before an app runs. */
const LAZY: readonly string[] = ["src/run.ts -> src/server/serve.ts"];

interface Import {
  readonly from: string;
  /** A source file, or the name of a package. */
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
  const source = readFileSync(from, "utf8").replace(/\/\*.*?\*\/|^\s*\/\/[^\n]*$/gms, "");
  const pattern = /^(?:import|export)\s+(type\s)?(?:[\w*{][^"'`;]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;
  return [...source.matchAll(pattern)].flatMap(([, type, path = "", lazy]) =>
    resolve(from, lazy ?? path).map((to) => ({ from, to, isType: type !== undefined, isLazy: lazy !== undefined })),
  );
}

/** Returns the files or the package of a path. A family means all of its renderers, which the build bundles. */
function resolve(from: string, path: string): readonly string[] {
  if (path.startsWith(".")) return [posix.join(posix.dirname(from), path)];
  const [, family] = /^family:(.*)/.exec(path) ?? [];
  if (family === undefined) return [path.split("/", path.startsWith("@") ? 2 : 1).join("/")];
  return files.filter((file) => file.startsWith(`src/client/controls/${family}/`) && isRenderer(file));
}

function isRenderer(file: string): boolean {
  return /^export const renderer\b/m.test(readFileSync(file, "utf8"));
}

/** Whether a file holds what controls do in tests without a browser: a layer of its own, which apps do not load. */
function isBehavior(file: string): boolean {
  return /^src\/controls\/(?:.*-)?behaviors?\.ts$/.test(file);
}

function layerOf(file: string): string {
  if (isBehavior(file)) return "behaviors";
  return file.startsWith("src/") ? (file.split("/")[1] as string) : file;
}

/** Returns the client's folder that a file is in, if any. The index of all renderers counts as a folder of its own. */
function clientFolderOf(file: string): string | undefined {
  const [, folder] = /^src\/client\/(controls\/index\.ts|[^/]+)/.exec(file) ?? [];
  return folder;
}

/** Returns `src/client/controls/bar/` for a file in that folder. */
function familyOf(file: string): string | undefined {
  return /^src\/client\/controls\/[^/]+\//.exec(file)?.[0];
}

/** Returns the cycles among imports, each as a path. */
function cyclesIn(edges: readonly Import[]): string[] {
  const next = new Map(files.map((file) => [file, edges.filter(({ from }) => from === file)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (path.includes(file) || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return cycles;
}

/** Returns the sets of files of which each imports each other one, directly or not. A file alone is no such set. */
function circlesIn(edges: readonly Import[]): string[][] {
  const next = new Map(files.map((file) => [file, edges.filter(({ from }) => from === file).map(({ to }) => to)]));
  const reached = new Map([...next.keys()].map((file) => [file, reachedFrom(file, next)]));
  const circles = new Map<string, string[]>();
  for (const [file, all] of reached) {
    const circle = [...all].filter((other) => reached.get(other)?.has(file) === true).sort();
    if (circle.length > 0) circles.set(circle.join(), circle);
  }
  return [...circles.values()];
}

function reachedFrom(file: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const waiting = [...(next.get(file) ?? [])];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    waiting.push(...(next.get(at) ?? []));
  }
  return found;
}

/** Returns the `$type` of each control, from the names of the files that declare them. */
function controlTypes(): string[] {
  const names = files.filter((file) => /^src\/controls\/\w[\w-]*\/[\w-]+\.ts$/.test(file) && !isBehavior(file));
  return names.map((file) =>
    posix.basename(file, ".ts").replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );
}

/** Returns the imports that break a rule, in readable form. */
function broken(rule: (entry: Import) => boolean): string[] {
  return imports.filter((entry) => !rule(entry)).map(({ from, to }) => `${from} -> ${to}`);
}

test("the pattern finds imports of each kind", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports).toContainEqual({ from: "src/run.ts", to: "src/server/serve.ts", isType: false, isLazy: true });
  expect(imports).toContainEqual({ from: "src/core/reactive/state.ts", to: "rxjs", isType: false, isLazy: false });
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

test("core has a few folders of a few files each", () => {
  const inCore = files.filter((file) => file.startsWith("src/core/"));
  const folders = inCore.map((file) => file.split("/").slice(2, -1).join("/"));
  expect([...new Set(folders)]).toEqual(CORE);
  expect(CORE.filter((folder) => folders.filter((other) => other === folder).length > MOST_FILES)).toEqual([]);
});

test("few files of core import each other in a circle, types included", () => {
  const inCore = imports.filter(({ from, to }) => from.startsWith("src/core/") && to.startsWith("src/core/"));
  expect(circlesIn(inCore).filter(({ length }) => length > MOST_IN_CIRCLE)).toEqual([]);
});

test("core names no control and no property of all controls", async () => {
  const { Control } = await import("../src/index.ts");
  const named = new Set([...Object.keys(Control.spec.entries), ...controlTypes()]);
  const wrong = files
    .filter((file) => file.startsWith("src/core/"))
    .flatMap((file) => {
      const code = readFileSync(file, "utf8").replace(/\/\*.*?\*\/|^\s*\/\/[^\n]*$/gms, "");
      const names = [...code.matchAll(/"([^"\n]*)"|\.(\w+)/g)].map(([, text, member]) => text ?? member ?? "");
      return names.filter((name) => named.has(name)).map((name) => `${file}: ${name}`);
    });
  expect(wrong).toEqual([]);
});

test("only the server, the command line and the WebSocket transport import modules of Node", () => {
  expect(broken(({ from, to }) => !(to.startsWith("node:") || to === "ws") || NODE_ONLY.test(from))).toEqual([]);
});

test("no file imports the index of its own folder", () => {
  // The script of the page is an entry point too, and the only one that an app's own modules import.
  const isEntry = (from: string) => from === "src/client/boot.ts";
  const isOwn = ({ from, to }: Import) => to === posix.join(posix.dirname(from), "index.ts");
  expect(broken((each) => !isOwn(each) || isEntry(each.from) || each.from === each.to)).toEqual([]);
});

test("each folder of the client imports only what is below it, and no family imports another one", () => {
  const wrong = broken(({ from, to }) => {
    const [own, other] = [clientFolderOf(from), clientFolderOf(to)];
    if (own === undefined || other === undefined) return true;
    const [family, otherFamily] = [familyOf(from), familyOf(to)];
    if (family !== undefined && otherFamily !== undefined) return family === otherFamily;
    return own === other || CLIENT[own]?.includes(other) === true;
  });
  expect(wrong).toEqual([]);
});

test("no file in the client is deeper than a family, and each file of a family is a renderer or part of one", () => {
  expect(files.filter((file) => file.startsWith("src/client/") && file.split("/").length > 5)).toEqual([]);
  const used = new Set(imports.map(({ to }) => to));
  expect(files.filter((file) => familyOf(file) !== undefined && !isRenderer(file) && !used.has(file))).toEqual([]);
});

test("there is no cycle of imports at run time", () => {
  expect(cyclesIn(imports.filter(({ isType, isLazy }) => !isType && !isLazy))).toEqual([]);
});

test("there is no cycle in the client, even with types and dynamic imports, except a view and its renderer", () => {
  const isPair = ({ from, to }: Import) => PAIR.includes(from) && PAIR.includes(to);
  const inClient = ({ from, to }: Import) => from.startsWith("src/client/") && to.startsWith("src/client/");
  expect(cyclesIn(imports.filter((entry) => inClient(entry) && !isPair(entry)))).toEqual([]);
});

test("there are no default exports", () => {
  expect(files.filter((file) => /^export default\b|\bas default\b/m.test(readFileSync(file, "utf8")))).toEqual([]);
});

/** Files that may read the wall time, which jumps when the machine's clock is set. Durations use the monotonic time. */
const WALL_TIME: readonly string[] = [
  "src/controls/page/clock-scheduler.ts",
  "src/controls/page/page.ts",
  "src/core/reactive/clock.ts",
  "src/testing/test-environment.ts",
];

test("durations are not measured with the wall time", () => {
  const readers = files.filter((file) => {
    const code = readFileSync(file, "utf8").replace(/\/\*.*?\*\/|^\s*\/\/[^\n]*$/gms, "");
    return /\bDate\s*\.\s*now\b|\bDate\(\)|\b[cC]lock(?:\(\))?\.now\b|\bhrtime\b/.test(code);
  });
  expect(readers).toEqual([...WALL_TIME].sort());
});
