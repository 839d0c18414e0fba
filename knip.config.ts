import { readdirSync, readFileSync } from "node:fs";
import type { KnipConfig } from "knip";

/** The build finds renderers by their family's folder, so no file imports them. */
const folder = "src/client/controls";
const renderers = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".ts") && readFileSync(file, "utf8").includes("export const renderer:"));

const config: KnipConfig = {
  entry: [
    "src/{index,testing/index,transport/index,server/index,client/index,cli/main,cli/preload,client/boot}.ts",
    ...renderers,
    "examples/*.ts",
    "examples/worker/*.ts",
    "examples/gallery/samples/*.ts",
    "examples/relative-time/renderer.ts",
    "test/e2e/scenes/*.ts",
    "bench/client/*.ts",
    "scripts/*.ts",
  ],
  project: ["src/**/*.ts", "test/**/*.ts", "scripts/**/*.ts", "examples/**/*.ts"],
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    "axe-core",
    "commonmark-spec",
    "@fontsource/roboto",
    "@material-design-icons/svg",
    "framework7-icons",
    "family",
  ],
  ignoreBinaries: ["runlet"],
};

export default config;
