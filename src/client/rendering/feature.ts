import type { Parts, Setter } from "./renderer.ts";

/** Setters of properties that every control has but few controls use. */
export type Feature = { readonly [property: string]: Setter<never, Parts> };

/** Callbacks to run after each update is shown. */
export const afterUpdate: Set<() => void> = new Set();
