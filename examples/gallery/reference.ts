import { readdirSync, readFileSync } from "node:fs";
import type { Control } from "runlet";

/** Reference of one type of control. */
export interface Reference {
  /** Descriptions by the name of the property. */
  readonly properties: { readonly [name: string]: string | undefined };
}

const known = new Map<string, Reference>();
/** Pages are in folders by family. */
const folder = new URL("../../docs/reference/controls/", import.meta.url);
const pages = readdirSync(folder, { recursive: true, encoding: "utf8" });

/**
 * Reads the reference of a control from `docs/reference/controls`, which is generated from the declarations. Reads each page
 * once.
 */
export function readReference(control: Control): Reference {
  const { type } = (control.constructor as typeof Control).spec;
  const reference = known.get(type) ?? { properties: { ...readTables("Control"), ...readTables(type) } };
  known.set(type, reference);
  return reference;
}

function readTables(type: string): Reference["properties"] {
  const file = `${type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase()}.md`;
  const page = pages.find((path) => path.split(/[\\/]/)[1] === file);
  if (page === undefined) return {};
  const text = readFileSync(new URL(page.replaceAll("\\", "/"), folder), "utf8");
  const rows = text.split("\n").map((line) => line.split(/(?<!\\)\|/));
  const named = rows.filter(([, name = ""]) => /^ `\w+` $/.test(name));
  return Object.fromEntries(named.map((cells) => [cells[1]?.trim().slice(1, -1), plain(cells.at(-2) ?? "")]));
}

/** Converts Markdown to one line of plain text. */
function plain(markdown: string): string {
  return markdown.replaceAll("\\|", "|").replaceAll("`", "").trim();
}
