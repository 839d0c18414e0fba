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

/** Where there is no Node, there is nothing to serve with: bundlers that do not split would bring all of the server. */
const noServer: Plugin = {
  name: "no-server",
  setup({ onLoad }) {
    const why = "run() needs Node. In a worker or a browser: new Host(main).connect(transport).";
    const contents = `export function serveWith() { throw new Error(${JSON.stringify(why)}); }`;
    onLoad({ filter: /src[\\/]server[\\/]serve\.ts$/ }, () => ({ contents }));
  },
};

/** Without a server nobody draws an icon by its name alone, and the list of all names is long: any is taken. */
const anyIcon: Plugin = {
  name: "any-icon",
  setup({ onLoad }) {
    const contents = "export const closestIconName = (name) => name;";
    onLoad({ filter: /src[\\/]values[\\/]icons[\\/]search\.ts$/ }, () => ({ contents }));
  },
};

/** It names its own files without their extension, which Node does not find: we bring the part that we use. */
const bundled = ["@material/material-color-utilities"];

const common: Options = { format: "esm", splitting: true, dts: false, clean: false, silent: true };

const config: Options[] = [
  {
    ...common,
    // One build for all that may run in one process, so that they share one copy of Control and RunletError.
    entry: {
      index: "src/index.ts",
      testing: "src/testing/index.ts",
      transport: "src/transport/index.ts",
      server: "src/server/index.ts",
      cli: "src/cli/main.ts",
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
    entry: { index: "src/index.ts", transport: "src/transport/index.ts" },
    outDir: "dist/web",
    platform: "browser",
    noExternal: bundled,
    target: "es2022",
    sourcemap: true,
    esbuildPlugins: [noServer, anyIcon],
  },
];

export default defineConfig(config) as Options[];
