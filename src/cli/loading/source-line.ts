import { readFileSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";

/** A place in a file. Line and column begin at 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Returns a path as a person would type it here: relative, unless the file is elsewhere. */
export function shortPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path === "" || path.startsWith(`..${sep}`) || isAbsolute(path) ? file : path;
}

/** Returns a place and what is wrong there in one line, then the line of code, then a caret below the column. */
export function describePlace(place: Place, message: string): string {
  const head = `${shortPath(place.file)}:${place.line}:${place.column}: ${message}`;
  const code = lineOf(place)?.trimEnd();
  if (code === undefined || code.trim() === "") return head;
  const start = code.length - code.trimStart().length;
  const before = code.slice(start, place.column - 1).replace(/[^\t]/g, " ");
  return `${head}\n  ${code.slice(start)}\n  ${before}^`;
}

/** Returns the line of code at a place, or `undefined` if there is none. */
export function lineOf({ file, line }: Place): string | undefined {
  try {
    return readFileSync(file, "utf8").split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
}
