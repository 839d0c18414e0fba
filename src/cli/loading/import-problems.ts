import { readFileSync } from "node:fs";
import { nearestWord } from "../../core/declaration/nearest-word.ts";
import { entryNames, exportsOf, type Names } from "./exports.ts";
import { ELSEWHERE } from "./other-names.ts";
import type { Place } from "./source-line.ts";

/** A name that a file imports from an entry of Runlet which does not export it. */
export interface ImportProblem extends Place {
  readonly name: string;
  readonly message: string;
}

/** An import from Runlet, after the word `import`. */
const IMPORT = /^\s+(type\s+)?(?:\{([^{}]*)\}|\*\s+as\s+(\w+))\s+from\s+["'](runlet(?:\/\w+)?)["']/;

interface ImportedName {
  readonly name: string;
  readonly entry: string;
  readonly index: number;
  readonly isType: boolean;
}

/** Returns all wrong imports of Runlet in a file, each with the right name. `error` is the message of the loader. */
export function importProblems(file: string, error: string): ImportProblem[] {
  let source: string;
  try {
    source = readFileSync(file, "utf8");
  } catch {
    return [];
  }
  const entries = new Map(entryNames().map((entry) => [entry, exportsOf(entry)]));
  const imported = importedNames(source).sort((a, b) => a.index - b.index);
  return imported.flatMap(({ name, entry, index, isType }) => {
    const names = entries.get(entry);
    if (names === undefined || names.values.has(name)) return [];
    // Types are erased before a module is loaded, so the import of a type is wrong only if the loader says so.
    const isErased = names.types.has(name) && (isType || !error.includes(`'${name}'`));
    if (isErased) return [];
    const before = source.slice(0, index);
    const line = before.split("\n").length;
    const column = index - before.lastIndexOf("\n");
    return [{ name, file, line, column, message: explain(name, entry, entries) }];
  });
}

function explain(name: string, entry: string, entries: ReadonlyMap<string, Names>): string {
  const names = entries.get(entry);
  if (names?.types.has(name)) return `${name} is a type. Import it as one: import { type ${name} } from "${entry}"`;
  const said = `"${entry}" does not export ${name}.`;
  const elsewhere = [...entries].find(([, other]) => other.values.has(name) || other.types.has(name));
  if (elsewhere !== undefined) {
    const [right, { values }] = elsewhere;
    return `${said} Import it from "${right}": import { ${values.has(name) ? "" : "type "}${name} } from "${right}"`;
  }
  const known = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined;
  if (known !== undefined) return `${said} ${known}`;
  const material = name.replace(/^Cupertino/, "");
  if (names?.values.has(material)) return `${said} There is one control for all platforms: ${material}.`;
  const near = nearestWord(name, [...(names?.values ?? []), ...(names?.types ?? [])]);
  return near === undefined ? said : `${said} Did you mean ${near}?`;
}

/** Returns the names that a module imports from Runlet, also as `runlet.Name` after `import * as runlet`. */
function importedNames(source: string): ImportedName[] {
  const found: ImportedName[] = [];
  let end = 0;
  for (const text of source.split(/(?<=\bimport)\b/)) {
    const begin = end;
    end += text.length;
    const [, type, list, namespace, entry = ""] = IMPORT.exec(text) ?? [];
    const start = begin + text.indexOf("{") + 1;
    for (const { 0: item, index } of (list ?? "").matchAll(/[^,]+/g)) {
      const [all = "", ownType, name = ""] = /^\s*(type\s+(?=\w))?(\w+)/.exec(item) ?? [];
      if (name === "") continue;
      const isType = (type ?? ownType) !== undefined;
      found.push({ name, entry, isType, index: start + index + all.length - name.length });
    }
    if (namespace === undefined) continue;
    for (const { 1: owner, 2: name = "", index } of source.matchAll(/\b(\w+)(?=\.(\w+))/g)) {
      if (owner !== namespace || found.some((each) => each.name === name)) continue;
      found.push({ name, entry, isType: false, index: index + namespace.length + 1 });
    }
  }
  return found;
}
