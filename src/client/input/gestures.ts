import type { Parts } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";

/** Duration in milliseconds after which a press is a long press. */
export const LONG_PRESS = 500;
const listening = new WeakMap<Element, Set<string>>();

/** Setter of `onHover`. */
export function listenForHover<P, E extends Parts>(view: View<P, E>): void {
  if (!view.listensTo("hover") || !isFirst(view.root, "hover")) return;
  void import("./hovering.ts").then(({ watchHover }) => {
    watchHover(view, view.root, (isOver) => view.emit("hover", isOver));
  });
}

/** Setter of `onLongPress`. Suppresses the click at the end of a long press. */
export function listenForLongPress<P, E extends Parts>(view: View<P, E>): void {
  const { root } = view;
  if (!isFirst(root, "longPress")) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLong = false;
  root.addEventListener("pointerdown", (event) => {
    wasLong = false;
    if (!view.listensTo("longPress") || view.isDisabled || event.button !== 0) return;
    timer = setTimeout(() => {
      wasLong = true;
      view.emit("longPress");
    }, LONG_PRESS);
  });
  for (const type of ["pointerup", "pointercancel", "pointerleave"])
    root.addEventListener(type, () => clearTimeout(timer));
  root.addEventListener(
    "click",
    (click) => {
      if (!wasLong) return;
      wasLong = false;
      click.preventDefault();
      click.stopImmediatePropagation();
    },
    true,
  );
  root.addEventListener("contextmenu", (menu) => {
    // On a long touch, the app's handler replaces the browser's menu.
    if (view.listensTo("longPress") && (menu as PointerEvent).pointerType === "touch") menu.preventDefault();
  });
}

/** Setter of `onFocus` and `onBlur`. */
export function listenForFocus<P, E extends Parts>(view: View<P, E>): void {
  if (!isFirst(view.root, "focus")) return;
  view.root.addEventListener("focusin", () => view.emit("focus"));
  view.root.addEventListener("focusout", () => view.emit("blur"));
}

/** Setter of `onTapDown`. */
export function listenForTapDown<P, E extends Parts>(view: View<P, E>): void {
  if (!view.listensTo("tapDown") || !isFirst(view.root, "tapDown")) return;
  const loading = import("./tap-down.ts");
  view.root.addEventListener("pointerdown", (down) => void loading.then(({ tapDown }) => tapDown(view, down)));
}

/** Returns whether a listener is needed for the first time. Listeners are never removed, so each is added only once. */
function isFirst(target: Element, what: string): boolean {
  const known = listening.get(target) ?? new Set();
  listening.set(target, known);
  return !known.has(what) && known.add(what) !== undefined;
}
