import { readFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Makes the command line's entry runnable by itself. */
const shebang: Plugin = {
  name: "shebang",
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]cli[\\/]main\.ts$/ }, async ({ path }) => {
      return { contents: `#!/usr/bin/env node\n${await readFile(path, "utf8")}`, loader: "ts" };
    });
  },
};

/** Removes the server from builds for browsers, where bundlers that do not split would include all of it. */
const noServer: Plugin = {
  name: "no-server",
  setup({ onLoad }) {
    const why = "run() needs Node. In a worker or a browser: new Host(main).connect(transport).";
    const contents = `export function serveWith() { throw new Error(${JSON.stringify(why)}); }`;
    onLoad({ filter: /src[\\/]server[\\/]serve\.ts$/ }, () => ({ contents }));
  },
};

/** Accepts any icon name in builds for browsers: they cannot draw an icon by its name, and the list of names is long. */
const anyIcon: Plugin = {
  name: "any-icon",
  setup({ onLoad }) {
    const contents = "export const hasIcon = () => true; export const closestIconName = (name) => name;";
    onLoad({ filter: /src[\\/]values[\\/]icons[\\/]search\.ts$/ }, () => ({ contents }));
  },
};

/** Packages that are bundled: their files import each other without extensions, which Node cannot resolve. */
const bundled = ["@material/material-color-utilities"];

const common: Options = { format: "esm", splitting: true, dts: false, clean: false, silent: true };

const config: Options[] = [
  {
    ...common,
    // One build for all entries that may run in one process, so that they share one copy of Control and RunletError.
    entry: {
      index: "src/index.ts",
      spec: "src/spec/index.ts",
      testing: "src/testing/index.ts",
      transport: "src/transport/index.ts",
      server: "src/server/index.ts",
      cli: "src/cli/main.ts",
      preload: "src/cli/preload.ts",
    },
    outDir: "dist",
    platform: "node",
    noExternal: bundled,
    target: "node20",
    sourcemap: true,
    esbuildPlugins: [shebang],
  },
  {
    ...common,
    entry: { index: "src/index.ts", spec: "src/spec/index.ts", transport: "src/transport/index.ts" },
    outDir: "dist/web",
    platform: "browser",
    noExternal: bundled,
    target: "es2022",
    sourcemap: true,
    esbuildPlugins: [noServer, anyIcon],
  },
];

export default defineConfig(config) as Options[];
