import type { Motion } from "./tabs-parts.ts";

/** Returns the element that draws the line of a tab: the tab, or its content. */
function holderOf(tab: HTMLElement, isLabel: boolean): HTMLElement {
  return (isLabel ? tab.querySelector<HTMLElement>(":scope > .r-tab-bar-label") : null) ?? tab;
}

/** Animates the line below a tab, starting at the line of another tab. */
export function moveLine(
  from: HTMLElement,
  to: HTMLElement,
  isLabel: boolean,
  isElastic: boolean,
  { duration, easing }: Motion,
): void {
  const [old, now] = [holderOf(from, isLabel), holderOf(to, isLabel)];
  const [start, end] = [old.getBoundingClientRect(), now.getBoundingClientRect()];
  if (end.width === 0 || start.width === 0) return;
  const at = (left: number, right: number): Keyframe => ({
    transformOrigin: "left",
    transform: `translateX(${left - end.left}px) scaleX(${(right - left) / end.width})`,
  });
  const stretched = at(Math.min(start.left, end.left), Math.max(start.right, end.right));
  const frames = [at(start.left, start.right), ...(isElastic ? [stretched] : []), at(end.left, end.right)];
  now.animate(frames, { duration, easing, pseudoElement: "::after" });
}
