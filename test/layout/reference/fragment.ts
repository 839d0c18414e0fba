import type { Box } from "../case.ts";
import type { Size } from "./constraints.ts";

/** A control that was laid out: its size, and its children at their places. */
export interface Fragment extends Size {
  /** Key of the control whose box this is. */
  readonly key?: string | undefined;
  readonly parts: readonly Part[];
  /** Whether the control clips parts beyond its edges if its own children do not fit. Default: false. */
  readonly canClip?: boolean;
  /** Whether parts beyond the edges are not painted. Default: false. */
  readonly isClipped?: boolean;
  /** Whether the parts are not painted at all. Default: false. */
  readonly isUnpainted?: boolean;
  /** Whether it has children that expand, but little space for them. In CSS a margin or padding takes space all the same. */
  readonly isCrowded?: boolean;
  /** How far to the left a browser shows the parts of a Row from right to left that do not fit. Default: 0. */
  readonly browserOffset?: number;
}

/** A fragment at its place in its parent. */
export interface Part {
  readonly fragment: Fragment;
  readonly left: number;
  readonly top: number;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A fragment that shows nothing. */
export const EMPTY: Fragment = { width: 0, height: 0, parts: [] };

/** Whether a part reaches beyond the edges of its parent. */
export function isBeyond({ fragment, left, top }: Part, { width, height }: Size): boolean {
  return left < 0 || top < 0 || left + fragment.width > width || top + fragment.height > height;
}

/** How visible parts are found. */
export interface ClipOptions {
  /**
   * Whether content that does not fit is shown as browsers show it: what can clip always does, everything is painted, and
   * a Row from right to left begins at the right. Default: false, as in Flutter.
   */
  readonly isLikeBrowser?: boolean;
}

/** Returns the visible part of each box with a key, in a window that shows a fragment. */
export function visibleBoxes(window: Fragment, options: ClipOptions): { [key: string]: Box } {
  const boxes: { [key: string]: Box } = {};
  const clip = { left: 0, top: 0, right: window.width, bottom: window.height };
  collect({ fragment: window, left: 0, top: 0 }, clip, options, boxes);
  return boxes;
}

function collect(
  { fragment, left, top }: Part,
  clip: Rectangle,
  options: ClipOptions,
  boxes: { [key: string]: Box },
): void {
  const own = intersect({ left, top, right: left + fragment.width, bottom: top + fragment.height }, clip);
  if (fragment.key !== undefined) {
    const isSeen = own.right > own.left && own.bottom > own.top;
    boxes[fragment.key] = isSeen ? [own.left, own.top, own.right - own.left, own.bottom - own.top] : null;
  }
  if (options.isLikeBrowser ? fragment.isCrowded : fragment.isUnpainted) return;
  const inner = fragment.isClipped || (fragment.canClip && options.isLikeBrowser) ? own : clip;
  const offset = options.isLikeBrowser ? (fragment.browserOffset ?? 0) : 0;
  for (const part of fragment.parts)
    collect({ ...part, left: left + part.left - offset, top: top + part.top }, inner, options, boxes);
}

function intersect(one: Rectangle, other: Rectangle): Rectangle {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}
