import { nextFocus } from "../../input/focus-order.ts";
import { afterUpdate } from "../rendering/feature.ts";
import { groupOf, levelsAround } from "./focus-levels.ts";
import { openPopups, viewOpeners } from "./focus-owners.ts";
import { isOut, isUnfocusable, isUsable } from "./focusable.ts";
import { Removals } from "./removals.ts";
import { setTabStop } from "./roving.ts";

/** Attributes that decide whether an element can have the focus. */
const FOCUS_ATTRIBUTES = ["hidden", "inert", "disabled", "aria-disabled", "tabindex", "href"];

/** Element in a page that had the focus last. Undefined if the person's focus is elsewhere. */
let focused: HTMLElement | undefined;
/** Page that is watched, because the focus is in it. */
let page: Element | undefined;
/** Whether the browser reported that the element lost the focus. Browsers do not always do that. */
let isBlurred = false;
let isDue = false;
/** Whether nothing could have the focus when it was lost. Then the first thing that can gets it. */
let isWaiting = false;
/** Whether anything in the page changed that may matter to that. */
let hasNews = false;
const removals = new Removals();
const observer = new MutationObserver((records) => {
  note(records);
  schedule();
});

/**
 * Checks the focus after everything that happens together: a control that asks for the focus gets it, and lists have
 * their rows.
 */
function schedule(): void {
  if (isDue) return;
  isDue = true;
  queueMicrotask(check);
}

function enter(target: Element): void {
  const around = target.closest(".r-stage") ?? undefined;
  focused = around && (target as HTMLElement);
  isBlurred = false;
  isWaiting = false;
  watch(around);
}

function watch(around: Element | undefined): void {
  if (around === page) return;
  page = around;
  observer.disconnect();
  if (around !== undefined) observer.observe(around, { childList: true, subtree: true });
}

/** Waits until something can have the focus, or the person presses somewhere. */
function wait(around: Element): void {
  isWaiting = true;
  observer.observe(around, { childList: true, subtree: true, attributeFilter: FOCUS_ATTRIBUTES });
  const stop = (): void => {
    if (isWaiting) focused = undefined;
    isWaiting = false;
  };
  document.addEventListener("pointerdown", stop, { capture: true, once: true });
}

/** Moves the focus on if it was lost, but not if the person or the app moved it. */
function check(): void {
  isDue = false;
  note(observer.takeRecords());
  const lost = focused;
  const active = document.activeElement;
  if (lost !== undefined && page !== undefined && (active === null || active === lost || active === document.body)) {
    // Only without a focus is the style looked at, which takes time.
    const isGone = isUnfocusable(lost) || (active !== lost && !isUsable(lost));
    if (isGone && (!isWaiting || hasNews)) handOn(lost, page);
    else if (!isGone && active !== lost && (isWaiting || removals.has(lost))) giveBack(lost);
    else if (!isGone && active !== lost) focused = undefined;
  }
  if (page !== undefined) keepOpeners(page);
  for (const { anchor, close } of [...openPopups.values()].reverse()) if (isOut(anchor)) close();
  removals.clear();
  hasNews = false;
  if (focused === undefined) watch(undefined);
}

function note(records: readonly MutationRecord[]): void {
  removals.add(records);
  if (records.length > 0) hasNews = true;
}

function handOn(lost: HTMLElement, around: Element): void {
  // In a frame, the focus may be in the page around it.
  if (window !== window.top && !document.hasFocus()) {
    focused = undefined;
    return;
  }
  const place = removals.placeOf(lost)?.parent ?? lost;
  const left = [...openPopups].filter(([element]) => element.contains(place));
  const next = nextFocus(levelsAround(lost, removals, around), isUsable);
  if (next === undefined) wait(around);
  else {
    const group = groupOf(next, next.parentElement);
    // Only in a group is the next one near. Elsewhere, the page must not jump.
    next.focus({ preventScroll: group === undefined });
    if (group !== undefined) moveTabStop(group.items, next);
  }
  for (const [element, popup] of left.reverse()) if (next === undefined || !element.contains(next)) popup.close();
}

/** Lets Tab reach the focused one of a group in which it reaches only one, but not in a menu, where it reaches none. */
function moveTabStop(items: readonly HTMLElement[], stop: HTMLElement): void {
  const stops = items.filter(({ tabIndex }) => tabIndex === 0).length;
  if (stops > 0 && stops < items.length) setTabStop(items, stop);
}

/** Focuses an element again that lost the focus because it was moved. For the app, it had the focus all the time. */
function giveBack(moved: HTMLElement): void {
  const stop = (event: Event): void => event.stopImmediatePropagation();
  if (!isBlurred && !isWaiting) window.addEventListener("focusin", stop, { capture: true });
  moved.focus({ preventScroll: true });
  window.removeEventListener("focusin", stop, { capture: true });
  isBlurred = false;
  isWaiting = false;
}

/** Replaces what had the focus before a View opened, if it was removed: by what would have the focus instead. */
function keepOpeners(around: Element): void {
  for (const [view, opener] of viewOpeners) {
    if (!view.isConnected) viewOpeners.delete(view);
    else if (!opener.isConnected) {
      const next = nextFocus(levelsAround(opener, removals, around), (candidate) => !isUnfocusable(candidate));
      if (next === undefined) viewOpeners.delete(view);
      else viewOpeners.set(view, next);
    }
  }
}

let isStarted = false;

/** Starts to watch the focus. `first` had it when this code was requested, but may have lost it since. */
export function keepFocus(first?: EventTarget | null): void {
  if (isStarted) return;
  isStarted = true;
  document.addEventListener("focusin", ({ target }) => enter(target as Element), { capture: true });
  document.addEventListener("focusout", leave, { capture: true });
  afterUpdate.add(() => {
    if (focused !== undefined) schedule();
  });
  const { activeElement, body } = document;
  if (activeElement !== null && activeElement !== body) return enter(activeElement);
  if (!(first instanceof HTMLElement)) return;
  focused = first;
  watch(first.closest(".r-stage") ?? document.querySelector(".r-stage") ?? undefined);
  schedule();
}

/** Handles the loss of the focus to nothing: the person pressed where nothing is, or the control can have it no longer. */
function leave({ target, relatedTarget }: FocusEvent): void {
  if (relatedTarget !== null || target !== focused) return;
  isBlurred = true;
  schedule();
}
