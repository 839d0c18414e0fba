import patch from "fast-json-patch";
import type { Document, Json, Slots } from "../protocol/messages.ts";
import { type Operation, toSegment } from "../protocol/patch.ts";
import { orderOperations } from "./order.ts";

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

/** The operations that turn the children a client has of a control into those it has now. */
export function slotOperations(id: number, before: Slots, after: Slots): Operation[] {
  const path = `/${id}/$slots`;
  if (!hasAny(before)) return hasAny(after) ? [{ op: "add", path, value: after }] : [];
  if (!hasAny(after)) return [{ op: "remove", path }];
  const operations: Operation[] = [];
  for (const slot of Object.keys(before)) {
    if (after[slot] === undefined) operations.push({ op: "remove", path: `${path}/${slot}` });
  }
  for (const [slot, ids] of Object.entries(after)) {
    const old = before[slot];
    const at = `${path}/${slot}`;
    if (old === undefined) operations.push({ op: "add", path: at, value: ids });
    else if (Array.isArray(ids) && Array.isArray(old)) operations.push(...orderOperations(at, old, ids));
    else if (ids !== old) operations.push({ op: "replace", path: at, value: ids });
  }
  return operations;
}

function hasAny(slots: Slots): boolean {
  for (const _ in slots) return true;
  return false;
}
