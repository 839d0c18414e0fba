import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { transform } from "esbuild";
import { type Plugin, type RolldownBuild, rolldown } from "rolldown";
import { familyModule, loadFamilies, RENDERERS } from "./families.ts";
import { buildFonts } from "./fonts.ts";

/**
 * Builds the browser's client twice. `dist/browser` is what the server serves: the scripts of the first load, and one
 * for each family of renderers, and the fonts. `dist/client` is what applications bundle themselves. Rolldown is used because it
 * splits the first load into five scripts; esbuild would split it into fifteen.
 */
const FOLDER = "dist/browser";

/** Plugin that minifies the CSS in templates tagged `css`, which minifiers of scripts leave unchanged. */
const minifyCss: Plugin = {
  name: "minify-css",
  load: {
    filter: { id: /src[\\/]client[\\/].*\.ts$/ },
    async handler(path) {
      let code = readFileSync(path, "utf8");
      for (const [template, text = ""] of code.matchAll(/\bcss`([^`]*)`/g)) {
        if (text.includes("${")) throw new Error(`${path}: css\`…\` takes no \${…}. Use a CSS variable.`);
        const minified = await transform(text.replaceAll("\\\\", "\\"), { loader: "css", minify: true });
        const escaped = minified.code.trim().replaceAll("\\", "\\\\").replaceAll("`", "\\`");
        code = code.replace(template, () => `css\`${escaped}\``);
      }
      return { code, moduleType: "ts" };
    },
  },
};

/** Makes `import("family:field")` one module of all renderers in that folder, which becomes one chunk of that name. */
const known = await loadFamilies();
const families: Plugin = {
  name: "families",
  resolveId: {
    filter: { id: /^family:/ },
    handler: (id) => resolve(RENDERERS, `${id.slice("family:".length)}.js`),
  },
  load: {
    filter: { id: /src[\\/]client[\\/]controls[\\/][a-z-]+\.js$/ },
    handler: (path) => familyModule(known.get(basename(path, ".js")) ?? []),
  },
};

/** Reads the names of characters, such as `&amp;`, from the browser. The package has a table as large as the parser. */
const characterNames: Plugin = {
  name: "character-names",
  resolveId: {
    filter: { id: /^entities$/ },
    handler: () => resolve(RENDERERS, "markdown/character-references.ts"),
  },
};

function build(name: string, source: string): Promise<RolldownBuild> {
  return rolldown({
    input: { [name]: source },
    plugins: [families, characterNames, minifyCss],
    platform: "browser",
    // Code of the first load that other chunks import is exported by its script, instead of moved to another chunk.
    preserveEntrySignatures: "allow-extension",
    transform: { target: "es2022" },
  });
}

const library = await build("index", "src/client/index.ts");
await library.write({ dir: "dist/client", format: "esm", sourcemap: true, chunkFileNames: "[name]-[hash].js" });
const bundle = await build("boot", "src/client/boot.ts");
rmSync(FOLDER, { recursive: true, force: true });
const { output } = await bundle.write({
  dir: FOLDER,
  format: "esm",
  minify: true,
  entryFileNames: "[name]-[hash].js",
  chunkFileNames: "[name]-[hash].js",
});

const chunks = output.filter((part) => part.type === "chunk");
const entry = chunks.find(({ isEntry }) => isEntry);
if (entry === undefined) throw new Error("The client has no entry.");
const preload = new Set<string>();
const follow = (names: readonly string[]): void => {
  for (const name of names) {
    if (preload.has(name) || name === entry.fileName) continue;
    preload.add(name);
    follow(chunks.find(({ fileName }) => fileName === name)?.imports ?? []);
  }
};
follow(entry.imports);
// File names contain a hash of the content, so the server reads the names from a manifest.
const files = output.map(({ fileName }) => fileName).sort();
mkdirSync(FOLDER, { recursive: true });
const manifest = { entry: entry.fileName, preload: [...preload], files, ...(await buildFonts(FOLDER)) };
writeFileSync(join(FOLDER, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
