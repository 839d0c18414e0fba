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
