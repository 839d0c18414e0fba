import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** Bundles what runs in processes of its own: a loader in them would be measured, too. */
export async function bundle(): Promise<void> {
  await build({
    absWorkingDir: FOLDER,
    entryPoints: ["runlet", "floor", "generator"].map((name) => `processes/${name}.ts`),
    outdir: "dist",
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
  });
}
