import { TOUCH_SLOP } from "../../input/gestures/gesture.ts";

/**
 * Makes a click belong to where the pointer was pressed, as in Flutter. A browser clicks what is under the pointer when it
 * is released. That is something else, or nothing, if the app has moved, replaced or hidden the pressed element meanwhile.
 */

/** A pressed pointer that may click. */
interface Press {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly isMouse: boolean;
  /** The pressed elements, the innermost first. */
  readonly path: readonly Element[];
  /** Whether the pointer has moved further than in a tap. */
  isMoved: boolean;
  isUp: boolean;
  /** Whether a pressed element was taken out of its place, after which a browser may not click. */
  isTaken: boolean;
}

/** Elements that do something when they are clicked. */
const PRESSABLE =
  "a[href], button, input, select, textarea, label, summary, " +
  ["button", "link", "checkbox", "radio", "switch", "tab", "option", "menuitem", "menuitemcheckbox", "combobox"]
    .map((role) => `[role=${role}]`)
    .join();
const FOCUSABLE = "a[href], button, input, select, textarea, [tabindex], [contenteditable]";
/** Time in milliseconds after which no click follows a release. A browser may wait for a second tap. */
const CLICK_TIME = 600;

let press: Press | undefined;
const changes = new MutationObserver(notice);

/** Takes over a press that came while this code was loading. `path` is the event's path at that time. */
export function begin(event: Event | undefined, path: readonly EventTarget[] | undefined): void {
  if (event?.type === "pointerdown") down(event as PointerEvent, path);
}

function down(event: PointerEvent, targets: readonly EventTarget[] = event.composedPath()): void {
  if (!event.isPrimary) return;
  const path = targets.filter((target) => target instanceof Element);
  const root = path.find((element) => element.classList.contains("r-root"));
  forget(press);
  if (event.button !== 0 || root === undefined) return;
  const { pointerId: pointer, clientX: x, clientY: y, pointerType } = event;
  const isMouse = pointerType === "mouse";
  press = { pointer, x, y, isMouse, path, isMoved: false, isUp: false, isTaken: false };
  if (isMouse) changes.observe(root, { childList: true, subtree: true });
}

function notice(records: readonly MutationRecord[]): void {
  const removed = records.flatMap(({ removedNodes }) => [...removedNodes]);
  if (press?.path.some((element) => removed.includes(element)) === true) press.isTaken = true;
}

/** Ends a press, whose click has come, or cannot come any more. */
function forget(ended: Press | undefined): void {
  if (press !== ended) return;
  press = undefined;
  changes.disconnect();
}

function move({ pointerId, clientX, clientY }: PointerEvent): void {
  if (press?.pointer !== pointerId || press.isUp) return;
  press.isMoved ||= Math.hypot(clientX - press.x, clientY - press.y) >= TOUCH_SLOP;
}

function up(event: PointerEvent): void {
  move(event);
  if (press?.pointer !== event.pointerId) return;
  press.isUp = true;
  const released = press;
  // The click of a mouse follows at once, and that of a finger a moment later.
  if (press.isMouse) setTimeout(() => clickMissing(released, event));
  setTimeout(() => forget(released), CLICK_TIME);
}

/** Clicks in the browser's place, which does not click if the pressed element was taken out of its place. */
function clickMissing(released: Press, event: PointerEvent): void {
  if (press !== released || released.isMoved) return;
  notice(changes.takeRecords());
  forget(released);
  const goal = goalOf(released.path);
  // Otherwise, there is a reason for it: a press on a scrollbar, or on a disabled button, is no click.
  if (goal !== undefined && (released.isTaken || goal !== released.path[0])) dispatchClick(goal, event);
}

/** Leaves the browser's click alone, moves it to the pressed element, or stops it. */
function click(event: MouseEvent): void {
  // A click by keyboard has `detail` 0. A label clicks its input after the click that is handled here.
  if (!event.isTrusted || event.detail === 0 || press === undefined) return;
  const { path, isMoved } = press;
  forget(press);
  const goal = goalOf(path);
  if (isMoved ? isReleasedIn(goal, event) : isClickOf(goal, event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (goal !== undefined && !isMoved) dispatchClick(goal, event as PointerEvent);
}

/** A finger focuses what it pressed. The browser would focus what is under the finger when it is lifted. */
function focus(event: MouseEvent): void {
  if (!event.isTrusted || press?.isUp !== true || press.isMouse || press.isMoved) return;
  const goal = goalOf(press.path);
  if (isClickOf(goal, event)) return;
  event.preventDefault();
  const focused = goal?.closest("label")?.control ?? goal?.closest<HTMLElement>(FOCUSABLE);
  if (focused != null) focused.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/**
 * Returns the element that gets the click: the innermost pressed one that is still there, in the same control. A control
 * whose element was replaced is still the same control.
 */
function goalOf(path: readonly Element[]): Element | undefined {
  for (const [index, element] of path.entries()) {
    if (isShown(element)) {
      if (isStillIn(element, path)) return element;
      continue;
    }
    const id = element.isConnected ? null : element.getAttribute("data-id");
    const around = id === null ? undefined : path.slice(index + 1).find(isShown);
    const again = around?.querySelector(`[data-id="${id}"]`);
    if (again != null && isShown(again)) return again;
  }
  return undefined;
}

function isShown(element: Element): boolean {
  return element.isConnected && element.closest("[hidden]") === null;
}

/** Returns whether a click on the element reaches only what was pressed. It may have moved into something else. */
function isStillIn(element: Element, path: readonly Element[]): boolean {
  const pressable = element.closest(PRESSABLE);
  if (pressable === null || path.includes(pressable)) return true;
  const root = pressable.closest("[data-id]");
  return root !== null && path.includes(root);
}

/** Returns whether the browser's event has the same effect as one on the pressed element. */
function isClickOf(goal: Element | undefined, { target }: MouseEvent): boolean {
  if (goal === undefined || target === goal) return target === goal;
  const pressable = goal.closest(PRESSABLE);
  return pressable !== null && (target as Element).closest(PRESSABLE) === pressable;
}

/** Returns whether a pointer that has moved was released in what it pressed. */
function isReleasedIn(goal: Element | undefined, { target, clientX, clientY }: MouseEvent): boolean {
  const pressable = goal?.closest(PRESSABLE) ?? null;
  const released = document.elementFromPoint(clientX, clientY)?.closest(PRESSABLE) ?? null;
  return released === pressable && (pressable !== null || target === goal);
}

function dispatchClick(goal: Element, event: PointerEvent): void {
  const { clientX, clientY, screenX, screenY, pointerId, pointerType, ctrlKey, shiftKey, altKey, metaKey } = event;
  const keys = { ctrlKey, shiftKey, altKey, metaKey };
  const pointer = { clientX, clientY, screenX, screenY, pointerId, pointerType, isPrimary: true };
  // `detail` is not 0, which would be a click by keyboard.
  const how = { bubbles: true, cancelable: true, composed: true, view: window, detail: 1 };
  goal.dispatchEvent(new PointerEvent("click", { ...how, ...pointer, ...keys }));
}

addEventListener("pointerdown", (event) => down(event), true);
addEventListener("pointermove", move, true);
addEventListener("pointerup", up, true);
addEventListener("pointercancel", ({ pointerId }) => press?.pointer === pointerId && forget(press), true);
addEventListener("mousedown", focus, true);
addEventListener("click", click, true);
