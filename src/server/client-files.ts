import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { RunletError } from "../core/declaration/errors.ts";

/** A file that is served to the browser. */
export interface ClientFile {
  readonly type: string;
  readonly body: Buffer<ArrayBuffer>;
  /** The body for browsers that accept gzip. Absent if the format of the file is compressed already. */
  readonly gzipped?: Buffer<ArrayBuffer>;
}

/** The built browser client. */
export interface ClientFiles {
  /** Name of the script that the page loads. */
  readonly entry: string;
  /** Names of the scripts that the entry imports. */
  readonly preload: readonly string[];
  /** Name of the style sheet that declares the fonts. */
  readonly style: string;
  readonly files: ReadonlyMap<string, ClientFile>;
}

/** The media type of scripts. */
export const SCRIPT = "text/javascript; charset=utf-8";
const TYPES: { readonly [extension: string]: string } = {
  ".js": SCRIPT,
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".map": "application/json",
};

let loaded: ClientFiles | undefined;

/**
 * Returns the browser client that the build wrote to `dist/browser`. Reads the files once and then keeps them in
 * memory.
 */
export function clientFiles(): ClientFiles {
  loaded ??= read(join(dirname(createRequire(import.meta.url).resolve("runlet/package.json")), "dist", "browser"));
  return loaded;
}

/** Reads a file and compresses it, ready to be served. */
export function toClientFile(path: string, type: string): ClientFile {
  const body = Buffer.from(readFileSync(path));
  return type.startsWith("font/") ? { type, body } : { type, body, gzipped: Buffer.from(gzipSync(body, { level: 9 })) };
}

function read(directory: string): ClientFiles {
  const files = new Map<string, ClientFile>();
  try {
    const { entry, preload, style } = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8")) as ClientFiles;
    for (const name of readdirSync(directory)) {
      const type = TYPES[extname(name)];
      if (type === undefined) continue;
      files.set(name, toClientFile(join(directory, name), type));
    }
    return { entry, preload: preload ?? [], style, files };
  } catch (cause) {
    throw new RunletError(
      "not-found",
      `The browser client is not in ${directory}. Run "npm run build" in Runlet's folder.`,
      { cause },
    );
  }
}
