import { adopt, css, setAttribute } from "../dom/css.ts";
import type { View } from "../rendering/view.ts";

/**
 * Makes an element act as a button while the app listens: role, Tab, Enter and Space. `event` is emitted on a press.
 * `isPressable` is false if something else is pressed, such as a link inside.
 */
export function setPressable(
  view: View,
  target: HTMLElement,
  event: string,
  isPressable: boolean = view.listensTo(event),
): void {
  if (isPressable) listenForPress(view, target, event);
  markPressable(view, target, isPressable);
  target.classList.toggle("r-pressable", isPressable);
}

/** Marks an element as a button, without listeners and styles, for controls whose press does more than emit an event. */
export function markPressable(view: Pick<View, "isDisabled">, target: HTMLElement, isPressable: boolean): void {
  setAttribute(target, "role", isPressable ? "button" : null);
  setAttribute(target, "tabindex", isPressable && !view.isDisabled ? "0" : null);
  setAttribute(target, "aria-disabled", isPressable && view.isDisabled ? "true" : null);
}

const listening = new WeakSet<Element>();

/** Emits an event for clicks, Enter and Space on an element. The listeners are added once, on first use. */
export function listenForPress(view: View, target: HTMLElement, event: string): void {
  if (listening.has(target)) return;
  listening.add(target);
  target.addEventListener("click", (click) => {
    if (!view.listensTo(event)) return;
    click.stopPropagation();
    view.emit(event);
  });
  target.addEventListener("keydown", (key) => {
    if (key.target !== target || !view.listensTo(event) || (key.key !== "Enter" && key.key !== " ")) return;
    key.preventDefault();
    view.emit(event);
  });
}

adopt(css`
.r-pressable { cursor: pointer; }
.r-pressable[aria-disabled] { cursor: default; opacity: 0.38; }
`);
