import type { Document, Update } from "../../protocol/messages.ts";
import { loadFeatures, missingFeatures } from "../features/loaders.ts";
import { loadAll } from "./registry.ts";

/**
 * Loads everything that an update needs to be shown. Returns undefined if everything is loaded. `failed` is called for
 * each module that cannot be loaded.
 */
export function preload(update: Update, failed: (error: unknown) => void): Promise<unknown> | undefined {
  const { types, features: missing } = new PreloadSet(update);
  const renderers = types.size === 0 ? undefined : loadAll(types, failed);
  const features = missing.size === 0 ? undefined : loadFeatures(missing, failed);
  return renderers === undefined || features === undefined
    ? (renderers ?? features)
    : Promise.all([renderers, features]);
}

/** Types of controls that an update needs, and features that it needs and that are missing. */
class PreloadSet {
  readonly types: Set<string> = new Set();
  readonly features: Set<string> = new Set();

  constructor({ docs, ops }: Update) {
    for (const item of docs ?? []) if (typeof item !== "number") this.#document(item);
    for (const operation of ops) {
      if (operation.op !== "add" && operation.op !== "replace") continue;
      const { path, value } = operation;
      if (path.endsWith("/$slots")) this.#slots(value as object);
      else this.#property(path.slice(path.indexOf("/", 1) + 1));
    }
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
    if (missingFeatures.has(name)) this.features.add(name);
  }
}
