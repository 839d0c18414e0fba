import type { Box, Placed } from "./boxes.ts";
import type { Parts, Setter } from "./renderer.ts";

/** Setters of properties that every control has but few controls use. */
export type Feature = { readonly [property: string]: Setter<never, Parts> };

/** Callbacks to run after each update is shown. */
export const afterUpdate: Set<() => void> = new Set();

/** Properties of any control that its layout depends on. Features add theirs. */
export const layoutProperties: Set<string> = new Set(["visible", "width", "height", "aspectRatio"]);

/** What a feature adds to the layout of each box. */
export interface LayoutStep {
  /** Called for a view whose children may have changed. Returns whether they are to be laid out in any case. */
  prepare?(view: Box): boolean;
  /** Called when a view is laid out. Sets styles, and returns words for its attribute `data-box`. */
  apply?(at: Placed): string;
  /** Called for a view that no longer has a box of its own. Removes the styles that `apply` set. */
  clear?(view: Box): void;
}

/** Steps of the features that are loaded. */
export const layoutSteps: Set<LayoutStep> = new Set();

/** Returns the element that holds a slot of any control, by the name of the slot. */
export const slotHolders: Map<string, (root: HTMLElement) => HTMLElement> = new Map();
