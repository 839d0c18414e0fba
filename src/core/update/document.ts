import patch from "fast-json-patch";
import { freeze, produce } from "immer";
import type { Document, Json } from "../../protocol/messages.ts";
import { type Operation, toSegment } from "../../protocol/patch.ts";
import { quote } from "../declaration/errors.ts";
import { type AnyEntry, eventName, handlerName } from "../declaration/spec.ts";
import { encodeAs, isNoData } from "../declaration/types.ts";
import { Flag, NO_EXTRAS, type Node } from "../tree/node.ts";
import { sizeOf } from "../tree/size.ts";

/** Name of the error box, in a document and in the list of changed values. */
export const ERROR = "$error";

type Draft = { [property: string]: unknown };

/** Makes the first document of a control. It has all values that differ from their defaults. */
export function makeDocument(node: Node): Document {
  if (areValuesSent(node)) return shareValues(node);
  const { values, spec, extras } = node;
  const document: Draft = { $type: spec.type };
  for (const name in values) {
    if (name === "$type") continue;
    const encoded = encode(node, spec.entries[name] as AnyEntry, name, values[name]);
    if (encoded !== undefined) document[name] = encoded;
  }
  for (const event of extras.eventSubjects?.keys() ?? [])
    if (spec.events.has(event)) document[handlerName(event)] = true;
  if (extras.error !== undefined) document[ERROR] = freeze(extras.error.notice);
  return Object.freeze(document) as unknown as Document;
}

/** Returns whether a control's values are what is sent, as those of most controls are. */
function areValuesSent({ extras, flags }: Node): boolean {
  return extras === NO_EXTRAS && (flags & Flag.mustEncode) === 0;
}

/** Makes the object of the values the document. When a value is set next, the values become a copy. */
function shareValues(node: Node): Document {
  node.flags |= Flag.areValuesShared;
  return node.values as unknown as Document;
}

/**
 * Returns the document after the named values were set, or the same document if nothing differs. With `hasShortLane`,
 * the values serve as the document where they can, and a change of scalars makes a plain copy otherwise. Both take a
 * fraction of the time of immer.
 */
export function nextDocument(
  node: Node,
  document: Document,
  names: readonly string[],
  hasShortLane: boolean,
): Document {
  if (hasShortLane) {
    if (names === node.dirty && areValuesSent(node))
      return names.every((name) => document[name] === node.values[name]) ? document : shareValues(node);
    const copy = copyWithScalars(node, document, names);
    if (copy !== undefined) return copy;
  }
  return produce(document, (draft) => {
    for (const name of names) writeProperty(draft as Draft, node, name);
  });
}

/**
 * Records the names of values that are about to differ from the sent document, so that the next send compares only
 * these values. If other values may differ already, nothing is recorded, and the next send compares the whole document.
 */
export function markDirtySinceSend(node: Node, names: string[]): void {
  if (node.dirtySinceSend !== undefined) node.dirtySinceSend = [...new Set([...node.dirtySinceSend, ...names])];
  else if (node.sent === node.document) node.dirtySinceSend = names;
}

function copyWithScalars(node: Node, document: Document, names: readonly string[]): Document | undefined {
  let copy: Draft | undefined;
  for (const name of names) {
    const value = node.values[name];
    const entry = node.classInfo.spec.entries[name];
    if (entry?.kind !== "value" || value === undefined || value === null || typeof value === "object") return undefined;
    if (entry.mustEncode) return undefined;
    if (document[name] === value) continue;
    copy ??= node.classInfo.copyValues(document);
    copy[name] = value;
  }
  return copy === undefined ? document : (Object.freeze(copy) as unknown as Document);
}

/** Returns the value of a property as it is sent; undefined if it is not sent. */
export function encodeProperty(node: Node, name: string): unknown {
  return encode(node, node.spec.entries[name], name, node.values[name]);
}

/** Writes one property into a draft. A key with the value `undefined` would count as a member, so it is deleted. */
function writeProperty(document: Draft, node: Node, name: string): void {
  const encoded = name === ERROR ? node.extras.error?.notice : encodeProperty(node, name);
  if (encoded === undefined) delete document[name];
  else document[name] = encoded;
}

function encode(node: Node, entry: AnyEntry | undefined, name: string, value: unknown): unknown {
  if ((entry?.kind === "event" || entry?.kind === "value") && !entry.isSent) return undefined;
  if (entry?.kind === "event") {
    return value !== undefined || node.extras.eventSubjects?.has(eventName(name)) === true ? true : undefined;
  }
  if (value === undefined || entry?.kind !== "value") return value;
  if (typeof value !== "object" && entry.type.encode === undefined) return value;
  const encoded = encodeAs(entry.type, value);
  if (isNoData(encoded)) throw new TypeError(`the type encodes it as ${quote(encoded)}`);
  return freeze(encoded, true);
}

// ---- measuring ----------------------------------------------------------------------------------

/** Bytes of all documents of a tree, as they are counted. */
export interface DocumentBytes {
  documentBytes: number;
}

/**
 * Makes a document the one of its control and counts its bytes. The two documents may differ in the named values only.
 * Without `names`, all values are compared.
 */
export function replaceDocument(
  node: Node,
  document: Document | undefined,
  count: DocumentBytes,
  names?: readonly string[],
): void {
  if ((node.flags & Flag.isSizeMeasured) !== 0) {
    count.documentBytes += sizeOfDocument(document, names) - sizeOfDocument(node.document, names);
  }
  node.document = document;
}

function sizeOfDocument(document: Document | undefined, names: readonly string[] | undefined): number {
  if (document === undefined) return 0;
  let bytes = 0;
  // A name with `$` is not a property. The flag of the control says nothing about its value.
  for (const name of names ?? Object.keys(document)) if (!name.startsWith("$")) bytes += sizeOf(document[name]);
  return bytes;
}

// ---- comparing ----------------------------------------------------------------------------------

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
