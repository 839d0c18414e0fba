import type { Document } from "../../protocol/messages.ts";
import type { Operation } from "../../protocol/patch.ts";
import { isFeature, loadFeatures } from "../features/loaders.ts";
import { loadAll } from "./registry.ts";

/**
 * Loads everything that an update needs to be shown. Returns undefined if everything is loaded. `failed` is called for
 * each module that cannot be loaded.
 */
export function preload(
  operations: readonly Operation[],
  failed: (error: unknown) => void,
): Promise<unknown> | undefined {
  const needed = new PreloadSet();
  for (const operation of operations) needed.add(operation);
  const renderers = loadAll(needed.types, failed);
  const features = loadFeatures(needed.features, failed);
  return renderers === undefined || features === undefined
    ? (renderers ?? features)
    : Promise.all([renderers, features]);
}

/** Renderers and features that operations need. */
class PreloadSet {
  readonly types: Set<string> = new Set();
  readonly features: Set<string> = new Set();

  add(operation: Operation): void {
    if (operation.op !== "add" && operation.op !== "replace") return;
    const { path, value } = operation;
    const at = path.indexOf("/", 1);
    if (path === "") for (const document of Object.values(value as object)) this.#document(document as Document);
    else if (at === -1) this.#document(value as unknown as Document);
    else if (path.endsWith("/$slots")) this.#slots(value as object);
    else this.#property(path.slice(at + 1));
  }

  #document(document: Document): void {
    this.types.add(document.$type);
    for (const name in document) this.#property(name);
    this.#slots(document.$slots);
  }

  #slots(slots: object | undefined): void {
    for (const name in slots) this.#property(`$slots/${name}`);
  }

  #property(name: string): void {
    if (isFeature(name)) this.features.add(name);
  }
}
