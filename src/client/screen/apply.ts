import type { Documents } from "../../protocol/messages.ts";
import { type Operation, toKeys, toProperty } from "../../protocol/patch.ts";

type Container = { [key: string]: unknown } | unknown[];

/**
 * Applies RFC 6902 operations to documents in place. The server generates the paths, so they are not validated. Throws
 * if the parent of a path does not exist.
 */
export function applyOperations(documents: Documents, operations: readonly Operation[]): Documents {
  let root = documents;
  for (const operation of operations) {
    if (operation.path === "") root = (operation as { value: unknown }).value as Documents;
    else applyOne(root, operation);
  }
  return root;
}

function applyOne(root: Documents, operation: Operation): void {
  if (applyToProperty(root, operation)) return;
  if (operation.op === "move") {
    const value = removeAt(root, operation.from);
    setAt(root, operation.path, value, true);
  } else if (operation.op === "remove") removeAt(root, operation.path);
  else setAt(root, operation.path, operation.value, operation.op === "add");
}

function applyToProperty(root: Documents, operation: Operation): boolean {
  if (operation.op === "remove" || operation.op === "move") return false;
  const target = toProperty(operation.path);
  const document = target && (root[target.id] as { [property: string]: unknown } | undefined);
  if (target === undefined || document === undefined || Array.isArray(document)) return false;
  document[target.name] = operation.value;
  return true;
}

function setAt(root: Documents, path: string, value: unknown, isInsert: boolean): void {
  const [parent, key] = find(root, path);
  if (!Array.isArray(parent)) parent[key] = value;
  else if (isInsert) parent.splice(key === "-" ? parent.length : Number(key), 0, value);
  else parent[Number(key)] = value;
}

function removeAt(root: Documents, path: string): unknown {
  const [parent, key] = find(root, path);
  if (Array.isArray(parent)) return parent.splice(Number(key), 1)[0];
  const value = parent[key];
  delete parent[key];
  return value;
}

function find(root: Documents, path: string): [Container, string] {
  const keys = toKeys(path);
  const last = keys.pop() as string;
  let at: unknown = root;
  for (const key of keys) at = (at as { [key: string]: unknown })[key];
  if (at === null || typeof at !== "object") throw new Error(`no value at ${path}`);
  return [at as Container, last];
}
