import type { Update } from "../../protocol/messages.ts";
import { loadFeatures, missingFeatures } from "../features/loaders.ts";
import { loadAll } from "./registry.ts";

/** The code that carries out calls of the app. Loaded with the first call. */
export let answering: typeof import("./answer.ts") | undefined;

/**
 * Loads everything that an update needs to be shown. Returns undefined if everything is loaded. `failed` is called for
 * each module that cannot be loaded.
 */
export function preload({ calls, docs, ops }: Update, failed: (error: unknown) => void): Promise<unknown> | undefined {
  const types = new Set<string>();
  // Most updates need nothing, so the sets are made when they are needed.
  let features: Set<string> | undefined;
  const need = (name: string): void => {
    if (missingFeatures.has(name)) (features ??= new Set()).add(name);
  };
  const needSlots = (slots: object | undefined): void => {
    for (const name in slots) need(`$slots/${name}`);
  };
  for (const item of docs ?? []) {
    if (typeof item === "number") continue;
    types.add(item.$type);
    for (const name in item) need(name);
    needSlots(item.$slots);
  }
  for (const operation of ops) {
    if (operation.op !== "add" && operation.op !== "replace") continue;
    const { path, value } = operation;
    if (path.endsWith("/$slots")) needSlots(value as object);
    else need(path.slice(path.indexOf("/", 1) + 1));
  }
  const renderers = docs === undefined ? undefined : loadAll(types, failed);
  if (features === undefined && (!calls || answering)) return renderers;
  // Calls are carried out in order with the changes around them, so their code is there when the update is shown.
  return Promise.all([
    renderers,
    features && loadFeatures(features, failed),
    calls && import("./answer.ts").then((loaded) => void (answering = loaded)).catch(failed),
  ]);
}
