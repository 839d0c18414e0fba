import type { Json } from "./messages.ts";

/**
 * One step of an update: RFC 6902 on `{ [id]: document }`. Paths are `/17/value`,
 * `/3/$slots/controls/2`, or `""` for everything at once.
 */
export type Operation =
  | { readonly op: "add"; readonly path: string; readonly value: Json }
  | { readonly op: "replace"; readonly path: string; readonly value: Json }
  | { readonly op: "remove"; readonly path: string }
  | { readonly op: "move"; readonly from: string; readonly path: string };

/** A key as a path segment (RFC 6901). */
export function toSegment(key: string): string {
  return key.includes("~") || key.includes("/") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

/** A path as its keys: `/3/$slots/controls/2` is `["3", "$slots", "controls", "2"]`. */
export function toKeys(path: string): string[] {
  if (path === "") return [];
  const keys = path.slice(1).split("/");
  return path.includes("~") ? keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")) : keys;
}

/** What most paths are: a property of a document, by a name that stands for itself. Undefined for any other. */
export function toProperty(path: string): { readonly id: string; readonly name: string } | undefined {
  const at = path.indexOf("/", 1);
  if (at === -1 || path.indexOf("/", at + 1) !== -1 || path.includes("~")) return undefined;
  return { id: path.slice(1, at), name: path.slice(at + 1) };
}
