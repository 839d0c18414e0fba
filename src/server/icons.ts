import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { IconDrawing } from "../protocol/icon.ts";
import type { IconName } from "../values/icon-name.ts";
import { cupertinoIcons, plainIcons, styledIcons } from "../values/icons/lists.ts";
import { cupertinoAliases, materialAliases } from "./icon-aliases.ts";

export type { IconDrawing };

const folderOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
const FOLDERS: { readonly [style: string]: string } = {
  "": "filled",
  outlined: "outlined",
  rounded: "round",
  sharp: "sharp",
};

/**
 * Returns the drawing of an icon, or `undefined` if there is none. A host serves it at `runlet/icons/<name>.json`. A
 * program that builds a page without a host calls this function for each icon that its app shows.
 */
export async function iconDrawing(name: string): Promise<IconDrawing | undefined> {
  if (!/^[a-z0-9_]+$/.test(name)) return undefined;
  const svg = await readFile(fileOfIcon(name), "utf8").catch(() => undefined);
  return svg === undefined ? undefined : toDrawing(svg);
}

/** Returns the names of all icons: Material icons in all their styles, then Cupertino icons. */
export function iconNames(): IconName[] {
  const styled = styledIcons.flatMap((base) =>
    Object.keys(FOLDERS).map((style) => (style === "" ? base : `${base}_${style}`)),
  );
  return [...styled, ...plainIcons, ...cupertinoIcons.map((icon) => `cupertino_${icon}`)] as IconName[];
}

/** @internal Returns the path of an icon's SVG file. The file need not exist. */
export function fileOfIcon(name: string): string {
  const cupertino = /^cupertino_(.+)$/.exec(name)?.[1];
  if (cupertino !== undefined) {
    return join(folderOf("framework7-icons"), "svg", `${cupertinoAliases[cupertino] ?? cupertino}.svg`);
  }
  const [base, asked] = split(name in materialAliases ? `${materialAliases[name]}` : name);
  const [file, own] = split(materialAliases[base] ?? base);
  return join(folderOf("@material-design-icons/svg"), FOLDERS[asked || own] ?? "", `${file}.svg`);
}

function split(name: string): [base: string, style: string] {
  const [, base = name, style = ""] = /^(.+?)(?:_(outlined|rounded|sharp))?$/.exec(name) ?? [];
  return [base, style];
}

/** Extracts the drawing from an SVG file of the icon packages. Their files contain filled shapes of one color only. */
function toDrawing(svg: string): IconDrawing {
  const at = (attributes: string, name: string): string => {
    const [, value = ""] = attributes.split(` ${name}="`);
    return value.slice(0, value.indexOf('"'));
  };
  const [width, height] = at(svg, "viewBox").split(" ").slice(2);
  const [x = 0, y = 0] = (/translate\(([^()]*)\)/.exec(svg)?.[1] ?? "").split(" ").map(Number);
  const paths = [...svg.matchAll(/<(path|circle|ellipse|polygon)([^<>]*)>/g)].map(([, shape, attributes = ""]) => {
    if (shape === "path") return at(attributes, "d");
    if (shape === "polygon") return `M${at(attributes, "points")}Z`;
    const [cx, cy, r, rx, ry] = ["cx", "cy", "r", "rx", "ry"].map((name) => Number(at(attributes, name)));
    const [a, b] = [r || rx, r || ry].map(Number);
    return `M${Number(cx) - Number(a)} ${cy}a${a} ${b} 0 1 0 ${2 * Number(a)} 0a${a} ${b} 0 1 0 ${-2 * Number(a)} 0Z`;
  });
  return { box: `${-x} ${-y} ${width} ${height}`, paths, ...(svg.includes("evenodd") && { evenOdd: true }) };
}
