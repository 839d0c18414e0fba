import { nearestWord } from "../../core/declaration/nearest-word.ts";
import { cupertinoIcons, plainIcons, styledIcons } from "./lists.ts";

const STYLES = ["", "_outlined", "_rounded", "_sharp"];

let known: ReadonlySet<string> | undefined;

function knownNames(): ReadonlySet<string> {
  known ??= new Set([
    ...styledIcons.flatMap((base) => STYLES.map((style) => base + style)),
    ...plainIcons,
    ...cupertinoIcons.map((icon) => `cupertino_${icon}`),
  ]);
  return known;
}

/** Returns whether there is an icon of a name. */
export function hasIcon(name: string): boolean {
  return knownNames().has(name);
}

/** Returns the name itself if there is an icon of that name, otherwise the most similar name, if there is one. */
export function closestIconName(name: string): string | undefined {
  return hasIcon(name) ? name : nearestWord(name, knownNames());
}
