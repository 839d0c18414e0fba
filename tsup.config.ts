import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { defineConfig, type Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Minifies the CSS in templates tagged `css`: no minifier of scripts looks into them. */
const minifyCss: Plugin = {
  name: "minify-css",
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /src[\\/]client[\\/].*\.ts$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [template, text = ""] of contents.matchAll(/\bcss`([^`]*)`/g)) {
        if (text.includes("${")) throw new Error(`${path}: css\`…\` takes no \${…}. Use a CSS variable.`);
        const { code } = await esbuild.transform(text.replaceAll("\\\\", "\\"), { loader: "css", minify: true });
        const minified = code.trim().replaceAll("\\", "\\\\").replaceAll("`", "\\`");
        contents = contents.replace(template, () => `css\`${minified}\``);
      }
      return { contents, loader: "ts" };
    });
  },
};

/** Makes the command line's entry runnable by itself. */
const shebang: Plugin = {
  name: "shebang",
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]cli[\\/]main\.ts$/ }, async ({ path }) => {
      return { contents: `#!/usr/bin/env node\n${await readFile(path, "utf8")}`, loader: "ts" };
    });
  },
};

/** Tells the server which of the browser's scripts is which: their names carry a hash of their content. */
const manifest: Plugin = {
  name: "manifest",
  setup({ onEnd }) {
    onEnd(({ metafile }) => {
      const outputs = Object.entries(metafile?.outputs ?? {});
      const [entry, about] = outputs.find(([, output]) => output.entryPoint === "src/client/boot.ts") ?? [];
      if (entry === undefined || about === undefined) return;
      const preload = new Set<string>();
      const follow = (imports: typeof about.imports) => {
        for (const { path, kind } of imports) {
          if (kind !== "import-statement" || preload.has(basename(path))) continue;
          preload.add(basename(path));
          follow(metafile?.outputs[path]?.imports ?? []);
        }
      };
      follow(about.imports);
      const files = outputs.map(([path]) => basename(path)).sort();
      const content = { entry: basename(entry), preload: [...preload], files };
      mkdirSync("dist/browser", { recursive: true });
      writeFileSync("dist/browser/manifest.json", `${JSON.stringify(content, null, 2)}\n`);
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
    const contents = "export const meantIcon = (name) => name;";
    onLoad({ filter: /src[\\/]core[\\/]icons[\\/]search\.ts$/ }, () => ({ contents }));
  },
};

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
    target: "node20",
    sourcemap: true,
    esbuildPlugins: [shebang],
  },
  {
    ...common,
    entry: { index: "src/index.ts", transport: "src/transport/index.ts" },
    outDir: "dist/web",
    platform: "browser",
    target: "es2022",
    sourcemap: true,
    esbuildPlugins: [noServer, anyIcon],
  },
  {
    ...common,
    entry: { index: "src/client/index.ts" },
    outDir: "dist/client",
    platform: "browser",
    target: "es2022",
    sourcemap: true,
    esbuildPlugins: [minifyCss],
  },
  {
    ...common,
    entry: { boot: "src/client/boot.ts" },
    outDir: "dist/browser",
    platform: "browser",
    target: "es2022",
    minify: true,
    // Nothing is left to import by name: the browser gets all of it.
    noExternal: [/./],
    esbuildPlugins: [minifyCss, manifest],
    esbuildOptions(options) {
      options.entryNames = "[name]-[hash]";
      options.chunkNames = "[name]-[hash]";
    },
  },
];

export default defineConfig(config) as Options[];
