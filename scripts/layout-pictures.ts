import { readFileSync } from "node:fs";
import type { LayoutCase } from "../test/layout/case.ts";
import { parseCases, readCorpus } from "../test/layout/parse.ts";
import { writeGenerated } from "./generated.ts";
import { draw } from "./layout-pictures/drawing.ts";

/**
 * Draws the pictures of the guides about layout: `npm run generate`. A page names the case that a picture shows by the
 * name of the file: `layout/row-tight.svg` is the case `row/tight`. What is drawn are the boxes of the case, so a picture
 * cannot differ from what the tests check. With `--check`, fails if a picture is out of date.
 */
const PAGES = ["docs/guide/layout.md", "docs/guide/layout-recipes.md"];
const FOLDER = "docs/guide/layout";
const RECIPES = "test/layout/recipes.txt";

const cases = new Map<string, LayoutCase>();
const recipes = parseCases(readFileSync(RECIPES, "utf8"), "recipe", "../recipes.txt");
for (const one of [...[...readCorpus().values()].flat(), ...recipes]) cases.set(one.name.replace("/", "-"), one);

const pictures = new Map<string, string>();
for (const page of PAGES) {
  for (const [, alt = "", name = ""] of readFileSync(page, "utf8").matchAll(
    /!\[([^\]]*)\]\(layout\/([\w-]+)\.svg\)/g,
  )) {
    const shown = cases.get(name);
    if (shown === undefined) throw new Error(`${page} shows layout/${name}.svg, but no case has that name.`);
    const title = alt.replace(/\s+/g, " ");
    pictures.set(`${FOLDER}/${name}.svg`, draw({ shown, title, hasOutline: !recipes.includes(shown) }));
  }
}
writeGenerated(pictures, [FOLDER]);
