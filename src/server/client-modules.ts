import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { RunletError } from "../core/errors.ts";
import type { ClientFile } from "./client-files.ts";

/** Scripts of the app's own for the page, by the name they are served under, which carries a hash of their content. */
export function readClientModules(paths: readonly string[]): ReadonlyMap<string, ClientFile> {
  const problems: string[] = [];
  const modules = new Map<string, ClientFile>();
  for (const path of paths) {
    try {
      const body = Buffer.from(readFileSync(path));
      const hash = createHash("sha256").update(body).digest("base64url").slice(0, 8);
      const name = `${basename(path).replace(/\.m?js$/, "")}-${hash}.js`;
      const gzipped = Buffer.from(gzipSync(body, { level: 9 }));
      modules.set(name, { type: "text/javascript; charset=utf-8", body, gzipped });
    } catch (cause) {
      problems.push(`- clientModules: ${path} cannot be read: ${(cause as Error).message}.`);
    }
  }
  if (problems.length === 0) return modules;
  const count = problems.length === 1 ? "One option is" : `${problems.length} options are`;
  throw new RunletError("bad-option", `${count} wrong:\n${problems.join("\n")}`);
}
