import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BENCH = join(ROOT, "bench");

/** Installs the peers and builds the package if needed, and builds the benchmark. */
export async function prepare(): Promise<void> {
  if (!existsSync(join(BENCH, "node_modules"))) run("npm", ["ci"], BENCH);
  if (isOlder("dist/index.js", "src")) run("npm", ["run", "build"], ROOT);
  rmSync(join(BENCH, "dist"), { recursive: true, force: true });
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: BENCH,
    entryPoints: ["child.ts"],
    outdir: "dist",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
  });
}

function isOlder(file: string, folder: string): boolean {
  if (!existsSync(join(ROOT, file))) return true;
  const built = statSync(join(ROOT, file)).mtimeMs;
  const sources = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return sources.some((name) => statSync(join(ROOT, folder, name)).mtimeMs > built);
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed.`);
}
