import { differenceOf, selectionAfterChange } from "./cursor-after-change.ts";

/**
 * Returns a text that two changed at the same time: `own` by a person, `other` by the app, both from `base`. The
 * person's change is made again in the app's text.
 */
export function mergeText(base: string, own: string, other: string): string {
  const { start, end, piece } = differenceOf(base, own);
  const [from, to] = selectionAfterChange(base, other, start, end);
  return other.slice(0, from) + piece + other.slice(to);
}
