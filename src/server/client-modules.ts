import { createHash } from "node:crypto";
import { basename } from "node:path";
import { type ClientFile, SCRIPT, toClientFile } from "./client-files.ts";
import { assertOptions } from "./options.ts";

/**
 * Reads the app's own browser scripts. The keys are the names to serve them by, which contain a hash of the content.
 */
export function readClientModules(paths: readonly string[]): ReadonlyMap<string, ClientFile> {
  const problems: string[] = [];
  const modules = new Map<string, ClientFile>();
  for (const path of paths) {
    try {
      const file = toClientFile(path, SCRIPT);
      const hash = createHash("sha256").update(file.body).digest("base64url").slice(0, 8);
      modules.set(`${basename(path).replace(/\.m?js$/, "")}-${hash}.js`, file);
    } catch (cause) {
      problems.push(`clientModules: ${path} cannot be read: ${(cause as Error).message}`);
    }
  }
  assertOptions(problems);
  return modules;
}
