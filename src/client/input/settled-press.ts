import { PRESS_TIME, TOUCH_SLOP } from "../../input/gestures/gesture.ts";
import { scrollables } from "./scrollable.ts";

/** A press of which it may not be certain yet that it does not scroll something. */
export interface SettledPress {
  /** Called once it is certain. The event is the latest of the pointer. */
  settled(event: PointerEvent): void;
  /** Called if the finger scrolls instead. */
  dropped?(): void;
  /**
   * Returns whether a movement makes the press certain: along the axis of a slider, for example. Then rest does not: a
   * thumb must not jump although the finger scrolls in the end.
   */
  isCertain?(from: PointerEvent, to: PointerEvent): boolean;
}

/**
 * Calls `settled` once it is certain that a press does not scroll what is around it, as Flutter does: at once with a
 * mouse, or where nothing scrolls; otherwise when the finger has rested for a moment, or goes up. A finger that scrolls
 * before that does not press.
 */
export function settlePress(target: HTMLElement, down: PointerEvent, press: SettledPress): void {
  if (down.pointerType === "mouse" || scrollables(target).length === 0) return press.settled(down);
  const ended = new AbortController();
  const { signal } = ended;
  let last = down;
  const settle = (): void => {
    clearTimeout(timer);
    ended.abort();
    press.settled(last);
  };
  const drop = (): void => {
    clearTimeout(timer);
    ended.abort();
    press.dropped?.();
  };
  const timer = press.isCertain === undefined ? setTimeout(settle, PRESS_TIME) : undefined;
  const listen = (type: "pointermove" | "pointerup" | "pointercancel", handle: () => void): void =>
    addEventListener(
      type,
      (event) => {
        if (event.pointerId !== down.pointerId) return;
        if (type !== "pointercancel") last = event;
        handle();
      },
      { capture: true, signal },
    );
  listen("pointermove", () => {
    if (press.isCertain?.(down, last) === true) settle();
    else if (press.isCertain === undefined && distanceOf(down, last) > TOUCH_SLOP) drop();
  });
  listen("pointerup", settle);
  listen("pointercancel", drop);
}

/** Returns whether a finger has moved sideways, as on a slider, and not so as to scroll what is around it. */
export function isSideways(from: PointerEvent, to: PointerEvent): boolean {
  const [x, y] = [Math.abs(to.clientX - from.clientX), Math.abs(to.clientY - from.clientY)];
  return x > TOUCH_SLOP && x > y;
}

function distanceOf(from: PointerEvent, to: PointerEvent): number {
  return Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY);
}
