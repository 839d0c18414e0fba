import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "./source-line.ts";

/** End of a line of a stack, with its line and column: `at f (file:///app.ts:3:9)`, `at async /app.ts:3:9`. */
const POSITION = /:(\d+):(\d+)\)?$/;
const AT = "    at ";
const PATH = /^(?:file:\/\/|\/|[A-Za-z]:[\\/])/;
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
    const position = POSITION.exec(text);
    const [name, path] = callOf(text.slice(0, position?.index));
    const file = path.startsWith("file:") ? fileURLToPath(path) : path;
    if (position === null || file === "" || file.includes(PACKAGES) || OWN.some((folder) => file.startsWith(folder)))
      return [];
    const named = /^(?:Object\.)?<anonymous>$/.test(name) ? "" : name;
    return [{ name: named, file, line: Number(position?.[1]), column: Number(position?.[2]) }];
  });
}

/** Splits `    at f (file:///app.ts` into the name of the function and the path. The path is empty if there is none. */
function callOf(text: string): [name: string, path: string] {
  if (!text.startsWith(AT)) return ["", ""];
  const call = text.slice(AT.length);
  const open = call.indexOf(" (");
  const inside = call.slice(open + 2);
  if (open !== -1 && PATH.test(inside)) return [call.slice(0, open), inside];
  const path = call.startsWith("async ") ? call.slice("async ".length) : call;
  return ["", PATH.test(path) ? path : ""];
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
