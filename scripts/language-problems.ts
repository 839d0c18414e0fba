import { BANNED, PROPERTY_OPENERS } from "./language-rules.ts";
import { interfacePropertiesIn, type Text } from "./source-text.ts";

/**
 * Names that others gave: the color of Flutter's palette, and of a theme of highlight.js. And the word for what a parent
 * says to a child in Flutter's rules of layout.
 */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ["src/values/palette.ts", ["grey"]],
  ["scripts/code-themes.ts", ["grey"]],
  ["docs/guide/layout-debugger.md", ["told"]],
]);

/** Returns one line for each banned word in the texts of a file. */
export function wordProblems(path: string, texts: readonly Text[], kind: "prose" | "code" = "prose"): string[] {
  // Words that are next to each other in code are no phrase.
  const banned = BANNED.filter(([word]) => kind === "prose" || !word.includes(" "));
  return texts.flatMap(({ text, line }) =>
    banned.flatMap(([word, instead]) => {
      const found = new RegExp(`(?<![\\w-])(?:${word})(?![\\w-])`, "i").exec(text)?.[0];
      const isAllowed = found === undefined || ALLOWED.get(path)?.includes(found.toLowerCase());
      return isAllowed ? [] : [`${path}:${line}: "${found}": ${instead}`];
    }),
  );
}

/** Returns one line for each property whose documentation would not make sense alone, as a hover shows it. */
export function propertyProblems(path: string, source: string): string[] {
  return interfacePropertiesIn(source).flatMap(({ name, type, doc, line }) => {
    if (doc === undefined) return [`${path}:${line}: ${name} has no documentation`];
    const opener = /^The same\b|^\w+/.exec(doc)?.[0] ?? "";
    if (PROPERTY_OPENERS.has(opener))
      return [`${path}:${line}: "${opener} …": begin with what ${name} is, such as "Color of the …"`];
    const isHandler = /EventHandler|=>/.test(type) && /^on[A-Z]/.test(name);
    return isHandler && !doc.startsWith("Called ")
      ? [`${path}:${line}: begin the documentation of the handler ${name} with "Called when"`]
      : [];
  });
}
