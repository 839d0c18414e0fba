import type { View } from "../rendering/view.ts";
import { isUsable, watchUsable } from "./usable.ts";

/** The last movement of a pointer anywhere on the page. */
let latest: PointerEvent | undefined;
addEventListener("pointermove", (event) => (latest = event), true);

/**
 * Reports when a pointer that can hover enters and leaves an element. While the control cannot be used, nothing is
 * reported: the server reports the end itself. When it can be used again under the pointer, the pointer enters again.
 */
export function watchHover(
  view: View,
  target: HTMLElement,
  report: (isOver: boolean, event: PointerEvent) => void,
  isAllowed: (event: PointerEvent) => boolean = () => true,
): void {
  let inside: PointerEvent | undefined;
  let isReported = false;
  let stop: (() => void) | undefined;
  const over = (event: PointerEvent): void => {
    if (event.pointerType === "touch" || !isAllowed(event)) return;
    inside = event;
    stop ??= watchUsable(view, usabilityChanged);
    if (isReported || !isUsable(view)) return;
    isReported = true;
    report(true, event);
  };
  const usabilityChanged = (canUse: boolean): void => {
    isReported = false;
    if (canUse && inside !== undefined) over(inside);
    // A browser may not notice that the control is shown again where the pointer rests.
    else if (canUse)
      requestAnimationFrame(() => inside === undefined && isAtLatest(target) && over(latest as PointerEvent));
  };
  target.addEventListener("pointerenter", over);
  // The pointer may have entered before this code was loaded.
  target.addEventListener("pointermove", over);
  if (target.matches(":hover") && matchMedia("(hover: hover)").matches) {
    over(new PointerEvent("pointerenter", { pointerType: "mouse" }));
  }
  target.addEventListener("pointerleave", (event) => {
    if (inside === undefined) return;
    inside = undefined;
    if (!isUsable(view)) return;
    stop?.();
    stop = undefined;
    if (isReported) report(false, event);
    isReported = false;
  });
}

function isAtLatest(target: Element): boolean {
  return latest !== undefined && target.contains(document.elementFromPoint(latest.clientX, latest.clientY));
}
