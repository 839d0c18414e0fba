import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import pkg from "../package.json" with { type: "json" };
import tsup from "../tsup.config.ts";

/** The sources of the public entry points: `.` is `src/index.ts`, `./testing` is `src/testing/index.ts`. */
const entries = Object.keys(pkg.exports)
  .filter((path) => path !== "./package.json")
  .map((path) => ({ path, source: path === "." ? "src/index.ts" : `src/${path.slice(2)}/index.ts` }));

/** Returns the names that a file exports. Types are marked, since they do not exist at run time. */
function namesOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const names: string[] = [];
  const declared = /^export (?:abstract |async )?(const|let|function\*?|class|interface|type) (\w+)/gm;
  for (const [, kind, name = ""] of source.matchAll(declared)) {
    names.push(kind === "interface" || kind === "type" ? `type ${name}` : name);
  }
  for (const [, isType, list = ""] of source.matchAll(/^export (type )?\{([^}]*)\}/gm)) {
    for (const item of list.split(",").filter((part) => part.trim() !== "")) {
      const [, isTypeItem, name] = /^\s*(type )?(?:\w+ as )?(\w+)\s*$/.exec(item) ?? [];
      names.push((isType ?? isTypeItem) ? `type ${name}` : `${name}`);
    }
  }
  for (const [, path = ""] of source.matchAll(/^export \* from "([^"]+)"/gm)) {
    names.push(...namesOf(posix.join(posix.dirname(file), path)));
  }
  const values = new Set(names.filter((name) => !name.startsWith("type ")));
  // A class and an interface may share one name, and so may a list of strings and their type.
  return [...values, ...new Set(names.filter((name) => name.startsWith("type ") && !values.has(name.slice(5))))].sort();
}

test("package.json exports what tsup and tsc build", () => {
  const web = tsup.find(({ outDir }) => outDir === "dist/web");
  const inBrowsers = Object.keys(web?.entry ?? {});
  expect(inBrowsers).toEqual(["index", "spec", "transport"]);
  for (const { path, source } of entries) {
    const name = path === "." ? "index" : path.slice(2);
    expect(existsSync(source), source).toBe(true);
    expect(pkg.exports[path as "."]).toEqual({
      types: `./dist/types/${source.slice(4).replace(/\.ts$/, ".d.ts")}`,
      ...(inBrowsers.includes(name) && { browser: `./dist/web/${name}.js` }),
      default: name === "client" ? "./dist/client/index.js" : `./dist/${name}.js`,
    });
  }
  const built = tsup.filter(({ outDir }) => outDir === "dist").flatMap(({ entry }) => Object.entries(entry ?? {}));
  // scripts/client.ts builds the client for browsers.
  const expected = entries
    .filter(({ path }) => path !== "./client")
    .map(({ path, source }) => [path === "." ? "index" : path.slice(2), source]);
  expect(built.sort()).toEqual([...expected, ["cli", "src/cli/main.ts"], ["preload", "src/cli/preload.ts"]].sort());
  expect(pkg.bin).toEqual({ runlet: "./dist/cli.js" });
});

test("the exported names of each entry point match public-names.txt", async () => {
  const lists = entries.map(
    ({ path, source }) =>
      `${posix.join("runlet", path)}\n${namesOf(source)
        .map((name) => `  ${name}\n`)
        .join("")}`,
  );
  // An added or removed name changes the public API: `npx vitest run test/exports.test.ts -u`, and the changelog.
  await expect(lists.join("\n")).toMatchFileSnapshot("public-names.txt");
});

test.each(entries.filter(({ path }) => path !== "./client"))(
  "$path exports at run time the names in its source",
  async ({ source }) => {
    const module = (await import(/* @vite-ignore */ `../${source}`)) as object;
    expect(Object.keys(module).sort()).toEqual(namesOf(source).filter((name) => !name.startsWith("type ")));
  },
);
