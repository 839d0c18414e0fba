import type { View } from "../rendering/view.ts";
import { isUsable, watchUsable } from "./usable.ts";

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
  const enter = (event: PointerEvent): void => {
    if (isReported || !isUsable(view)) return;
    isReported = true;
    report(true, event);
  };
  target.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "touch" || !isAllowed(event)) return;
    inside = event;
    stop ??= watchUsable(view, (canUse) => {
      if (!canUse) isReported = false;
      else if (inside !== undefined) enter(inside);
    });
    enter(event);
  });
  target.addEventListener("pointermove", (event) => {
    if (inside !== undefined) inside = event;
  });
  target.addEventListener("pointerleave", (event) => {
    if (inside === undefined) return;
    inside = undefined;
    stop?.();
    stop = undefined;
    if (!isReported) return;
    isReported = false;
    if (isUsable(view)) report(false, event);
  });
}
