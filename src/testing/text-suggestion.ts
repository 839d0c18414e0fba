import { editDistance } from "../core/declaration/nearest-word.ts";

/** Returns a hint that names the text that was probably meant, or `undefined` when no text is similar. */
export function suggestText(query: string, texts: readonly string[]): string | undefined {
  const plain = simplify(query);
  const same = texts.find((text) => simplify(text) === plain);
  if (same !== undefined) {
    const isCase = squeeze(same) !== squeeze(query);
    return `Did you mean ${JSON.stringify(same)}? Only ${isCase ? "upper and lower case differ" : "white space differs"}.`;
  }
  const maxEdits = Math.floor(query.length / 3);
  const closest = texts
    .map((text) => ({ text, edits: editDistance(plain, simplify(text)) }))
    .filter(({ edits }) => edits <= maxEdits)
    .sort((a, b) => a.edits - b.edits)[0];
  if (closest !== undefined) return `Did you mean ${JSON.stringify(closest.text)}?`;
  const whole = plain === "" ? undefined : texts.find((text) => simplify(text).includes(plain));
  if (whole === undefined) return undefined;
  return `${JSON.stringify(whole)} contains it. A regular expression matches a part of a text.`;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function simplify(text: string): string {
  return squeeze(text).toLowerCase();
}
