import patch from "fast-json-patch";
import type { Document, Json } from "../../protocol/messages.ts";
import { type Operation, toSegment } from "../../protocol/patch.ts";

/** Longest array that is compared by element. A longer one is sent whole: its operations would not save bytes. */
const MAX_ARRAY_BY_ELEMENT = 8;

/** Returns the operations that turn one document of a control into another. Equal documents give none. */
export function documentOperations(id: number, before: Document, after: Document): Operation[] {
  if (before === after) return [];
  const operations: Operation[] = [];
  let [from, to] = [before, after];
  for (const key of Object.keys(after)) {
    const value = after[key];
    if (!Array.isArray(value) || before[key] === value || !Array.isArray(before[key])) continue;
    if (Math.max(value.length, (before[key] as unknown[]).length) <= MAX_ARRAY_BY_ELEMENT) continue;
    operations.push({ op: "replace", path: `/${id}/${toSegment(key)}`, value: value as Json });
    from = { ...from, [key]: null };
    to = { ...to, [key]: null };
  }
  for (const operation of patch.compare(from, to) as Operation[]) {
    operations.push({ ...operation, path: `/${id}${operation.path}` });
  }
  return operations;
}

/**
 * Returns the operations for documents that can differ in the named values only. Returns undefined if one of the values
 * is not a scalar, because then the documents have to be compared.
 */
export function scalarOperations(
  id: number,
  before: Document,
  after: Document,
  names: readonly string[],
): Operation[] | undefined {
  const operations: Operation[] = [];
  for (const name of names) {
    const [old, value] = [before[name], after[name]];
    if (isObject(old) || isObject(value)) return undefined;
    if (old === value) continue;
    const path = `/${id}/${toSegment(name)}`;
    if (value === undefined) operations.push({ op: "remove", path });
    else operations.push({ op: old === undefined ? "add" : "replace", path, value: value as Json });
  }
  return operations;
}

/**
 * Returns whether a value is more than a scalar. A function is a method that every object inherits. Reading a document
 * returns such a method if a client has written a property of that name, and the document has none.
 */
function isObject(value: unknown): boolean {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
