import { readFileSync } from "node:fs";

/** What the reference says of a kind of control. */
export interface Reference {
  readonly about: string;
  /** By the name of the property. */
  readonly properties: { readonly [name: string]: string | undefined };
}

/** Reads `docs/controls`, which is generated from the declarations. */
export function readReference(type: string): Reference {
  const file = `${type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase()}.md`;
  const lines = readFileSync(new URL(`../../docs/controls/${file}`, import.meta.url), "utf8").split("\n");
  const about = lines.find((line) => /^[^#<|\s]/.test(line)) ?? "";
  const rows = lines.map((line) => line.split(/(?<!\\)\|/)).filter((cells) => /^ `\w+` $/.test(cells[1] ?? ""));
  const properties = rows.map((cells) => [cells[1]?.trim().slice(1, -1), plain(cells.at(-2) ?? "")]);
  return { about: plain(about), properties: Object.fromEntries(properties) };
}

/** Markdown as a line of text. */
function plain(markdown: string): string {
  return markdown.replaceAll("\\|", "|").replaceAll("`", "").trim();
}
