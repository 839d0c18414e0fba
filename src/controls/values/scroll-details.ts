import { choiceType, numberType, objectType, type Type } from "../../core/types.ts";

/** What happened: it began, went on, or came to rest; `user` tells of a person who scrolls in another direction. */
export type ScrollEventType = "start" | "update" | "end" | "user";
export const ScrollEventType: readonly ScrollEventType[] = ["start", "update", "end", "user"];

/** Where a person scrolls to: on, back to the start, or no further. Flet: `ScrollDirection`. */
export type ScrollDirection = "idle" | "forward" | "reverse";
export const ScrollDirection: readonly ScrollDirection[] = ["idle", "forward", "reverse"];

/** How far something is scrolled, in pixels along its axis. Flet: `OnScrollEvent`. */
export interface ScrollDetails {
  readonly eventType: ScrollEventType;
  /** From the start: 0 at first. */
  readonly pixels: number;
  /** The least that `pixels` can be: 0. */
  readonly minScrollExtent: number;
  /** The most that `pixels` can be. */
  readonly maxScrollExtent: number;
  /** How much of the content is seen at once. */
  readonly viewportDimension: number;
  /** With `update`: by how much more or less than the last time. */
  readonly scrollDelta?: number | undefined;
  /** With `user`: `"reverse"` shows what comes later, `"forward"` what came before. */
  readonly direction?: ScrollDirection | undefined;
}

const pixels = numberType();

export const scrollDetailsType: Type<ScrollDetails> = objectType<ScrollDetails>(
  "ScrollDetails",
  {
    eventType: choiceType(ScrollEventType),
    pixels,
    minScrollExtent: pixels,
    maxScrollExtent: pixels,
    viewportDimension: pixels,
    scrollDelta: pixels,
    direction: choiceType(ScrollDirection),
  },
  ["eventType", "pixels", "minScrollExtent", "maxScrollExtent", "viewportDimension"],
);
