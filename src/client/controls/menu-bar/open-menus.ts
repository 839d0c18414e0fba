import type { Popup } from "../../input/popup.ts";
import { isRtlAt } from "../../input/roving.ts";
import { holderOf, itemsOf, moveInMenu } from "../../parts/menu.ts";

/** Menus by the item that opens them. */
const menus = new WeakMap<Element, Popup>();

/** Makes an item open a menu. */
export function addMenu(item: HTMLElement, popup: Popup): void {
  menus.set(item, popup);
}

/** Opens the menu of an item, and focuses the first or last item in it. */
export function enterMenu(item: HTMLElement, at: 0 | -1 = 0): void {
  const popup = menus.get(item);
  if (popup === undefined) return;
  openAlone(item);
  itemsOf(popup.element).at(at)?.focus();
}

/** Opens the menu of an item, if it has one, and closes the menus of its sibling items. */
export function openAlone(item: HTMLElement): void {
  const holder = holderOf(item);
  if (holder !== null) for (const other of openIn(holder)) if (other !== item) menus.get(other)?.close();
  menus.get(item)?.open();
}

/** Returns the item that opened a menu. */
function openerOf(holder: HTMLElement): HTMLElement | undefined {
  return holder.previousElementSibling instanceof HTMLElement && menus.has(holder.previousElementSibling)
    ? holder.previousElementSibling
    : undefined;
}

function openIn(holder: HTMLElement): HTMLElement[] {
  const all = [...holder.querySelectorAll<HTMLElement>(".r-menu-item")];
  return all.filter((item) => holderOf(item) === holder && menus.get(item)?.isOpen === true);
}

/** Closes all menus around an item, and focuses the item that opened the outermost one. */
export function leaveMenus(item: HTMLElement): void {
  let opener: HTMLElement | undefined;
  for (let holder = holderOf(item); holder !== null; ) {
    const next = openerOf(holder);
    if (next === undefined) break;
    opener = next;
    holder = holderOf(next);
  }
  if (opener === undefined) return;
  opener.focus({ preventScroll: true });
  menus.get(opener)?.close();
}

/**
 * Handles a pointer on an item: opens its menu, if it has one, and closes the menus of its siblings. In a bar, this
 * happens only while a menu is open.
 */
export function hoverItem(item: HTMLElement, takesFocus: boolean): void {
  const holder = holderOf(item);
  if (holder === null || (holder.matches(".r-menu-bar") && openIn(holder).length === 0)) return;
  if (takesFocus) item.focus({ preventScroll: true });
  openAlone(item);
}

/** Handles keys in a menu bar and its menus, as in desktop apps. */
export function pressMenuKey(event: KeyboardEvent): void {
  const item = event.target instanceof Element ? event.target.closest<HTMLElement>(".r-menu-item") : null;
  const holder = item === null ? null : holderOf(item);
  if (item === null || event.defaultPrevented) return;
  // Close all menus, so that Tab moves the focus on from the bar.
  if (event.key === "Tab") {
    menus.get(item)?.close();
    return leaveMenus(item);
  }
  const isRtl = isRtlAt(item);
  const [into, back] = isRtl ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const isInMenu = holder?.matches(".r-menu") === true;
  const opens = menus.has(item);
  let isDone = true;
  if (!isInMenu && opens && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    enterMenu(item, event.key === "ArrowUp" ? -1 : 0);
  } else if (isInMenu && opens && event.key === into) enterMenu(item);
  else if (isInMenu && holder !== null && (event.key === into || event.key === back)) {
    const opener = openerOf(holder);
    const outer = opener && holderOf(opener);
    if (opener !== undefined && event.key === back && outer?.matches(".r-menu") === true) menus.get(opener)?.close();
    else moveInBar(item, event);
  } else if (holder !== null && !isInMenu) {
    const wasOpen = openIn(holder).length > 0;
    const next = moveInMenu(holder, event, "x");
    if (next !== undefined && wasOpen) openAlone(next);
    isDone = false;
  } else {
    if (holder !== null) moveInMenu(holder, event, "y");
    isDone = false;
  }
  if (!isDone) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Moves from inside a menu to the next item of the bar, and opens its menu. */
function moveInBar(item: HTMLElement, event: KeyboardEvent): void {
  leaveMenus(item);
  const opener = document.activeElement;
  const bar = opener === null ? null : holderOf(opener);
  const next = bar?.matches(".r-menu-bar") === true ? moveInMenu(bar, event, "x") : undefined;
  if (next !== undefined) openAlone(next);
}
