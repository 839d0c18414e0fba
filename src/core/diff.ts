import patch from "fast-json-patch";
import type { Document, Json } from "../protocol/messages.ts";
import { type Operation, toSegment } from "../protocol/patch.ts";

/** A changed array longer than this is sent whole: element by element would take more bytes than it saves. */
const LONGEST_ARRAY_BY_ELEMENT = 8;

/** The operations that turn one document of a control into another. Equal documents give none. */
export function documentOperations(id: number, before: Document, after: Document): Operation[] {
  if (before === after) return [];
  const operations: Operation[] = [];
  let [from, to] = [before, after];
  for (const key of Object.keys(after)) {
    const value = after[key];
    if (!Array.isArray(value) || before[key] === value || !Array.isArray(before[key])) continue;
    if (Math.max(value.length, (before[key] as unknown[]).length) <= LONGEST_ARRAY_BY_ELEMENT) continue;
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
 * The same where only the named values can differ: none when one of them is more than a scalar, and the documents
 * have to be compared.
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

/** A function is what every object inherits: a client wrote a property of its name, and the document has none. */
function isObject(value: unknown): boolean {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
