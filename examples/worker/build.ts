// Builds one HTML file that runs an app without a server. Run `npm run example:worker`, then open the file in a
// browser.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

async function bundle(file: string, format: "esm" | "iife", define: { [name: string]: string } = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format,
    platform: "browser",
    target: "es2022",
    define,
    // Use the built package as an application does, not the sources that this project's tsconfig maps to.
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? "";
}

/** Complete HTML: the page, the client, and the worker with the app. */
export async function buildPage(): Promise<string> {
  const worker = await bundle("worker.ts", "iife");
  const page = await bundle("page.ts", "esm", { WORKER: JSON.stringify(worker) });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>To do</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<style>html, body, #app { margin: 0; height: 100% }</style>
<div id="app"></div>
<script type="module">${page.replaceAll("</script", "<\\/script")}</script>
</html>
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = process.argv[2] ?? "dist/todo.html";
  mkdirSync("dist", { recursive: true });
  const html = await buildPage();
  writeFileSync(target, html);
  console.log(`${pathToFileURL(target)}: ${Math.round(html.length / 1024)} KB, runs without a server.`);
}
