/** Returns a table with a heading, unless that is `""`, or nothing if there are no rows. */
export function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const lines = [heads, heads.map(() => "---"), ...rows].map((cells) => {
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  });
  return `\n${title === "" ? "" : `${title}\n\n`}${lines.join("")}`;
}

/** Returns a text as code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Returns the anchor of a heading that is one word, in GitHub's form. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");
}

/**
 * Returns a type as code in which the names that `links` knows are links. A link ends the code before it, because
 * Markdown has no links inside code.
 */
export function typeCode(type: string, links: (name: string) => string | undefined): string {
  const parts: string[] = [];
  let rest = "";
  const flush = () => {
    // Spaces at the edges of code are not shown, so they are put outside.
    const [, before = "", text = "", after = ""] = /^(\s*)(.*?)(\s*)$/.exec(rest) ?? [];
    parts.push(text === "" ? before : `${before}${code(text)}${after}`);
    rest = "";
  };
  for (const [token] of type.matchAll(/"[^"]*"|[A-Za-z_$][\w$]*|[^"A-Za-z_$]+/g)) {
    const target = /^[A-Z]/.test(token) ? links(token) : undefined;
    if (target === undefined) {
      rest += token;
    } else {
      flush();
      parts.push(`[${code(token)}](${target})`);
    }
  }
  flush();
  return parts.join("");
}

/** Splits the sentence about the default from a doc comment. */
export function splitDefault(doc: string): { readonly text: string; readonly initial: string | undefined } {
  const found = /(?:^| )Default:? ((?:[^.]|\.(?! |$))*)\./.exec(doc);
  if (found === null) return { text: doc, initial: undefined };
  const text = `${doc.slice(0, found.index)}${doc.slice(found.index + found[0].length)}`.trim();
  return { text, initial: found[1] };
}
