import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { familyModule, loadFamilies } from "./families.ts";

const SCRIPT = "text/javascript; charset=utf-8";
const families = await loadFamilies();

/** HTML of the page. Its import map resolves the modules of families, which the build resolves otherwise. */
const PAGE = `<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<div id="app"></div>
<script type="importmap">${JSON.stringify({
  imports: Object.fromEntries([...families.keys()].map((family) => [`family:${family}`, `/families/${family}.js`])),
})}</script>
<script type="module">
import { connect } from "/src/client/index.ts";
const url = new URL("/ws", location.href);
url.protocol = "ws:";
connect({ url }, document.getElementById("app"));
</script>
`;

/** A response to the browser. */
export interface ClientResponse {
  readonly type: string;
  readonly body: string;
}

/**
 * Returns the response to a request of the browser: the page, or a module of the client. Each source file is a script of
 * its own, neither bundled nor minified, because V8 reports functions by script.
 */
export async function clientResponse(path: string): Promise<ClientResponse | undefined> {
  if (path === "/") return { type: "text/html; charset=utf-8", body: PAGE };
  const [, family = ""] = /^\/families\/([a-z-]+)\.js$/.exec(path) ?? [];
  const controls = families.get(family);
  if (controls !== undefined) return { type: SCRIPT, body: familyModule(controls, (file) => `/${file}`) };
  if (!/^\/src(?:\/[a-z0-9-]+)+\.ts$/.test(path)) return undefined;
  const source = await readFile(join(".", path), "utf8");
  const { code } = await transform(source, { loader: "ts", format: "esm", target: "es2022" });
  return { type: SCRIPT, body: code };
}
