import type { Axis } from "./scroll-viewport.ts";

/** An element that a finger can scroll now, along one axis. */
export interface Scrollable {
  readonly element: Element;
  readonly axis: Axis;
}

/** Returns what a finger can scroll from an element outwards, the innermost first. `until` is not included. */
export function scrollables(from: Element | null, until: Element | null = null): Scrollable[] {
  const found: Scrollable[] = [];
  for (let element = from; element !== null && element !== until; element = element.parentElement) {
    const style = getComputedStyle(element);
    for (const axis of ["x", "y"] as const) {
      if (canScroll(element, axis, style)) found.push({ element, axis });
    }
    // What lies over the page, such as a menu, does not scroll with the elements around it.
    if (style.position === "fixed") return found;
  }
  return found;
}

function canScroll(element: Element, axis: Axis, style: CSSStyleDeclaration): boolean {
  const isRoot = element === document.scrollingElement;
  const overflow = axis === "x" ? style.overflowX : style.overflowY;
  if (!isRoot && overflow !== "auto" && overflow !== "scroll") return false;
  if (overflow === "hidden" || overflow === "clip") return false;
  // Sizes are rounded, so a difference of one pixel may be none.
  return axis === "x" ? element.scrollWidth > element.clientWidth + 1 : element.scrollHeight > element.clientHeight + 1;
}
