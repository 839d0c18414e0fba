import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const resolve = createRequire(import.meta.url).resolve;
const STYLES: { readonly [suffix: string]: string } = { outlined: "outlined", rounded: "round", sharp: "sharp" };

/** An icon's drawing: path data, in a square of so many units. Undefined when there is none of that name. */
export async function drawingOf(name: string): Promise<{ size: number; path: string } | undefined> {
  if (!/^[a-z0-9_]+$/.test(name)) return undefined;
  const svg = await readFile(fileOf(name), "utf8").catch(() => undefined);
  if (svg === undefined) return undefined;
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? 24);
  return { size, path: [...svg.matchAll(/<path[^>]*? d="([^"]+)"/g)].map(([, d]) => d).join("") };
}

function fileOf(name: string): string {
  const cupertino = /^cupertino_(.+)$/.exec(name)?.[1];
  if (cupertino !== undefined) return join(folderOf("framework7-icons"), "svg", `${cupertino}.svg`);
  const [, base = name, style = ""] = /^(.+?)(?:_(outlined|rounded|sharp))?$/.exec(name) ?? [];
  return join(folderOf("@material-design-icons/svg"), STYLES[style] ?? "filled", `${base}.svg`);
}

function folderOf(name: string): string {
  return dirname(resolve(`${name}/package.json`));
}
