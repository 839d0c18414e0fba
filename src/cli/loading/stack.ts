import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "./source-line.ts";

/** A line of a stack: `at f (file:///app.ts:3:9)`, `at /app.ts:3:9`, `at async file:///app.ts:3:9`. */
const FRAME =
  /^\s+at (?:(?<name>.*?) \()?(?:async )?(?<path>(?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(?<line>\d+):(?<column>\d+)\)?$/;
const PACKAGES = `${sep}node_modules${sep}`;
/** Folders of Runlet itself, whose frames are of no use to an app's author. This module is in a chunk in `dist`. */
const OWN: readonly string[] = ["../src/", "../dist/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** A call in the app's own code. */
export interface Frame extends Place {
  readonly name: string;
}

/** Returns the frames of an error's stack that are in the app's own files, the innermost first. */
export function framesOf(stack: string): Frame[] {
  return stack.split("\n").flatMap((text) => {
    const { name = "", path = "", line, column } = FRAME.exec(text)?.groups ?? {};
    const file = path.startsWith("file:") ? fileURLToPath(path) : path;
    if (file === "" || file.includes(PACKAGES) || OWN.some((folder) => file.startsWith(folder))) return [];
    const named = /^(?:Object\.)?<anonymous>$/.test(name) ? "" : name;
    return [{ name: named, file, line: Number(line), column: Number(column) }];
  });
}

/**
 * Returns the place of a syntax error, which precedes the error in its stack: the file and line, the code, and a caret.
 */
export function placeBefore(stack: string): Place | undefined {
  const [, path, line, caret] = /^((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+)\n.*\n( *)\^/.exec(stack) ?? [];
  if (path === undefined || caret === undefined) return undefined;
  return {
    file: path.startsWith("file:") ? fileURLToPath(path) : path,
    line: Number(line),
    column: caret.length + 1,
  };
}
