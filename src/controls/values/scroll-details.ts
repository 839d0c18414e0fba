import { numberType, objectType, type Type } from "../../core/types.ts";

/** How far something is scrolled, in pixels along its axis. Flet: `OnScrollEvent`. */
export interface ScrollDetails {
  /** From the start: 0 at first. */
  readonly pixels: number;
  /** The least that `pixels` can be: 0. */
  readonly minScrollExtent: number;
  /** The most that `pixels` can be. */
  readonly maxScrollExtent: number;
  /** How much of the content is seen at once. */
  readonly viewportDimension: number;
}

const pixelsType: Type<number> = numberType();

export const scrollDetailsType: Type<ScrollDetails> = objectType<ScrollDetails>(
  "ScrollDetails",
  { pixels: pixelsType, minScrollExtent: pixelsType, maxScrollExtent: pixelsType, viewportDimension: pixelsType },
  ["pixels", "minScrollExtent", "maxScrollExtent", "viewportDimension"],
);
