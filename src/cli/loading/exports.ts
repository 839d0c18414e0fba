import { readFileSync } from "node:fs";

/** The names that a module exports. A class is also a type, and is listed once, as a value. */
export interface Names {
  readonly values: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

/** Folder of the package. This module is in a chunk in `dist`. */
const PACKAGE = new URL("../", import.meta.url);

/** Words before the name of a value that a module exports, and before the name of a type. */
const VALUES: ReadonlySet<string> = new Set(["const", "let", "function", "class"]);
const TYPES: ReadonlySet<string> = new Set(["interface", "type"]);

type Entries = { readonly [path: string]: string | { readonly types?: string } };

function entryFiles(): { readonly [name: string]: URL } {
  const { exports } = JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8")) as { exports: Entries };
  const files = Object.entries(exports).flatMap(([path, to]): [string, URL][] => {
    if (typeof to === "string" || to.types === undefined) return [];
    return [[path.replace(".", "runlet"), new URL(to.types, PACKAGE)]];
  });
  return Object.fromEntries(files);
}

/** Returns the names of the entries: `runlet`, `runlet/spec` and so on. */
export function entryNames(): string[] {
  return Object.keys(entryFiles());
}

/** Returns what an entry exports, from its declarations, which have the types as well. */
export function exportsOf(entry: string): Names {
  const values = new Set<string>();
  const types = new Set<string>();
  const file = entryFiles()[entry];
  if (file !== undefined) collect(file, values, types);
  for (const name of values) types.delete(name);
  return { values, types };
}

function collect(file: URL, values: Set<string>, types: Set<string>): void {
  let source: string;
  try {
    source = readFileSync(file, "utf8");
  } catch {
    return;
  }
  for (const [, kind = "", name = ""] of source.matchAll(/^export (?:declare )?(?:abstract )?(\w+) (\w+)/gm)) {
    if (TYPES.has(kind)) types.add(name);
    else if (VALUES.has(kind)) values.add(name);
  }
  for (const [, type, list = ""] of source.matchAll(/^export (type )?\{([^{}]*)\}/gm)) {
    for (const item of list.split(",")) {
      const [, ownType, name] = /^\s*(type )?(?:\w+ as )?(\w+)\s*$/.exec(item) ?? [];
      if (name !== undefined) ((type ?? ownType) === undefined ? values : types).add(name);
    }
  }
  for (const [, path = ""] of source.matchAll(/^export \* from ["']([^"']+)["']/gm)) {
    collect(new URL(path.replace(/\.[jt]s$/, ".d.ts"), file), values, types);
  }
}
