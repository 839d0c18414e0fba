import type { Box } from "../case.ts";
import type { Size } from "./constraints.ts";

/** A control that was laid out: its size, and its children at their places. */
export interface Fragment extends Size {
  /** Key of the control whose box this is. */
  readonly key?: string | undefined;
  readonly parts: readonly Part[];
  /** Whether parts beyond the edges are not painted. Default: false. */
  readonly isClipped?: boolean;
  /** Whether the parts are not painted at all. Default: false. */
  readonly isUnpainted?: boolean;
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

/** Returns the visible part of each box with a key, in a window that shows a fragment. */
export function visibleBoxes(window: Fragment): { [key: string]: Box } {
  const boxes: { [key: string]: Box } = {};
  collect(window, 0, 0, { left: 0, top: 0, right: window.width, bottom: window.height }, boxes);
  return boxes;
}

function collect(fragment: Fragment, left: number, top: number, clip: Rectangle, boxes: { [key: string]: Box }): void {
  const own = intersect({ left, top, right: left + fragment.width, bottom: top + fragment.height }, clip);
  if (fragment.key !== undefined) {
    const isSeen = own.right > own.left && own.bottom > own.top;
    boxes[fragment.key] = isSeen ? [own.left, own.top, own.right - own.left, own.bottom - own.top] : null;
  }
  if (fragment.isUnpainted) return;
  for (const part of fragment.parts)
    collect(part.fragment, left + part.left, top + part.top, fragment.isClipped ? own : clip, boxes);
}

function intersect(one: Rectangle, other: Rectangle): Rectangle {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}
