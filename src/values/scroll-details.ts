import { choiceType, numberType, objectType, type Type } from "../core/declaration/types.ts";

/**
 * Phase of scrolling: it started, continued, or ended. `"user"` reports that a person scrolls in another direction, or
 * stopped.
 */
export type ScrollEventType = "start" | "update" | "end" | "user";
export const ScrollEventType: readonly ScrollEventType[] = ["start", "update", "end", "user"];

/**
 * Direction in which a person scrolls: `"forward"` is towards the start, `"reverse"` towards the end. Flet:
 * `ScrollDirection`.
 */
export type ScrollDirection = "idle" | "forward" | "reverse";
export const ScrollDirection: readonly ScrollDirection[] = ["idle", "forward", "reverse"];

/** Scroll position along the axis of a control, in pixels. Flet: `OnScrollEvent`. */
export interface ScrollDetails {
  /** Phase of the scrolling. */
  readonly eventType: ScrollEventType;
  /** Current position, in pixels from the start. */
  readonly pixels: number;
  /** Smallest possible position, in pixels: 0. */
  readonly minScrollExtent: number;
  /** Largest possible position, in pixels. */
  readonly maxScrollExtent: number;
  /** Length of the visible part of the content, in pixels. */
  readonly viewportDimension: number;
  /** Change of the position since the last event, in pixels. Only with `"update"`. */
  readonly scrollDelta?: number | undefined;
  /**
   * Direction in which the person scrolls: `"reverse"` shows what comes later, `"forward"` what came before. Only with
   * `"user"`.
   */
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
