import { readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { nearestWord } from "../core/declaration/nearest-word.ts";

const EXTENSIONS: readonly string[] = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];
/** Names that an app's file often has, which are named first. */
const USUAL: readonly string[] = ["app", "main", "index"];
/** Most files that a message names. */
const MOST = 5;

/** Returns why a file cannot be an app and what to do, or `undefined` if it can be one. `file` is as it was typed. */
export function problemOfFile(file: string, path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return missing(file, path);
  if (stats.isDirectory()) {
    const found = appsIn(path);
    const example = join(file, found[0] ?? "app.ts");
    const list = found.length === 0 ? " It contains none." : ` It contains ${found.join(", ")}.`;
    return `${file} is a folder, and an app is one file.${list} Name the file: npx runlet run ${example}`;
  }
  if (!EXTENSIONS.includes(extname(path))) {
    return `${file} is no TypeScript or JavaScript file. The app is a file such as app.ts that calls run(): npx runlet run app.ts`;
  }
  return undefined;
}

function missing(file: string, path: string): string {
  const folder = dirname(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return `There is no file ${path}: the folder ${folder} does not exist.`;
  }
  const known = appsIn(folder, Number.POSITIVE_INFINITY);
  const plain = (name: string) => basename(name, extname(name));
  const near =
    known.find((name) => plain(name) === plain(path)) ??
    nearestWord(basename(path), known) ??
    known.find((name) => plain(name) === nearestWord(plain(path), known.map(plain)));
  if (near !== undefined) {
    return `There is no file ${path}. Did you mean ${near}? npx runlet run ${join(dirname(file), near)}`;
  }
  const list = known.length === 0 ? "no TypeScript or JavaScript file" : known.slice(0, MOST).join(", ");
  return `There is no file ${path}. The folder contains ${list}${known.length > MOST ? " and more" : ""}.`;
}

/** Returns the names of the files in a folder that can be apps, those with usual names first. */
function appsIn(folder: string, most = MOST): string[] {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && EXTENSIONS.includes(extname(entry.name)))
    .map(({ name }) => name)
    .filter((name) => !/\.(?:d|test|spec|config)\.\w+$/.test(name));
  const rank = (name: string): number => {
    const at = USUAL.indexOf(basename(name, extname(name)));
    return at < 0 ? USUAL.length : at;
  };
  return files.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).slice(0, most);
}
