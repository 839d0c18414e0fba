import type { Json } from "./messages.ts";

/**
 * One operation of an update: RFC 6902 on `{ [id]: document }`. Paths are `/17/value`, `/3/$slots/controls/2`, or `""`
 * for everything at once. No operation adds a document: new documents are in `docs` of the update.
 */
export type Operation =
  | { readonly op: "add"; readonly path: string; readonly value: Json }
  | { readonly op: "replace"; readonly path: string; readonly value: Json }
  | { readonly op: "remove"; readonly path: string }
  | { readonly op: "move"; readonly from: string; readonly path: string };

/** Returns a key as a path segment (RFC 6901). */
export function toSegment(key: string): string {
  return key.includes("~") || key.includes("/") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

/** Returns the keys of a path: `["3", "$slots", "controls", "2"]` for `/3/$slots/controls/2`. */
export function toKeys(path: string): string[] {
  if (path === "") return [];
  const keys = path.slice(1).split("/");
  return path.includes("~") ? keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")) : keys;
}

/**
 * Returns the id and the name in a path to a property of a document, which most paths are. Returns undefined for any
 * other path, or if the name is escaped.
 */
export function toProperty(path: string): { readonly id: string; readonly name: string } | undefined {
  const at = path.indexOf("/", 1);
  if (at === -1 || path.indexOf("/", at + 1) !== -1 || path.includes("~")) return undefined;
  return { id: path.slice(1, at), name: path.slice(at + 1) };
}
