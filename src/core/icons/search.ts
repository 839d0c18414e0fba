import { nearestWord } from "../nearest-word.ts";
import { cupertinoIcons, plainIcons, styledIcons } from "./lists.ts";

const STYLES = ["", "_outlined", "_rounded", "_sharp"];

let known: ReadonlySet<string> | undefined;

/** The name of the icon that is meant: the same where there is one of that name, else the nearest that there is. */
export function meantIcon(name: string): string | undefined {
  known ??= new Set([
    ...styledIcons.flatMap((base) => STYLES.map((style) => base + style)),
    ...plainIcons,
    ...cupertinoIcons.map((icon) => `cupertino_${icon}`),
  ]);
  return known.has(name) ? name : nearestWord(name, known);
}
