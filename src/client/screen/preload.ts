import type { Document, Update } from "../../protocol/messages.ts";
import { isFeature, loadFeatures } from "../features/loaders.ts";
import { loadAll } from "./registry.ts";

/**
 * Loads everything that an update needs to be shown. Returns undefined if everything is loaded. `failed` is called for
 * each module that cannot be loaded.
 */
export function preload(update: Update, failed: (error: unknown) => void): Promise<unknown> | undefined {
  const needed = new PreloadSet(update);
  const renderers = loadAll(needed.types, failed);
  const features = loadFeatures(needed.features, failed);
  return renderers === undefined || features === undefined
    ? (renderers ?? features)
    : Promise.all([renderers, features]);
}

/** Renderers and features that an update needs. */
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
    if (isFeature(name)) this.features.add(name);
  }
}
