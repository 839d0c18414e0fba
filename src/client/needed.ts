import type { Document } from "../protocol/messages.ts";
import type { Operation } from "../protocol/patch.ts";
import { loadFeatures } from "./features.ts";
import { loadAll } from "./registry.ts";

/** Loads all that an update needs to be shown; undefined when it is there. `failed` hears of what cannot be loaded. */
export function loadFor(
  operations: readonly Operation[],
  failed: (error: unknown) => void,
): Promise<unknown> | undefined {
  const { types, properties } = neededBy(operations);
  const [renderers, features] = [loadAll(types, failed), loadFeatures(properties, failed)];
  return renderers === undefined || features === undefined
    ? (renderers ?? features)
    : Promise.all([renderers, features]);
}

/** Which renderers and which properties an update brings. */
function neededBy(operations: readonly Operation[]): { types: Set<string>; properties: Set<string> } {
  const [types, properties] = [new Set<string>(), new Set<string>()];
  const addSlots = (slots: object | undefined): void => {
    for (const name in slots) properties.add(`$slots/${name}`);
  };
  for (const operation of operations) {
    if (operation.op !== "add" && operation.op !== "replace") continue;
    const { path, value } = operation;
    const at = path.indexOf("/", 1);
    if (at === -1) {
      const documents = path === "" ? Object.values(value as object) : [value];
      for (const document of documents as Document[]) {
        types.add(document.$type);
        for (const name in document) properties.add(name);
        addSlots(document.$slots);
      }
    } else if (path.endsWith("/$slots")) addSlots(value as object);
    else properties.add(path.slice(at + 1));
  }
  return { types, properties };
}
