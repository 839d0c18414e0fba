import { holderOf, itemsOf, moveInMenu } from "./menu.ts";
import type { Popup } from "./popup.ts";
import { isRtlAt } from "./roving.ts";

/** The menus that items open. */
const menus = new WeakMap<Element, Popup>();

/** Makes an item one that opens a menu. */
export function addMenu(item: HTMLElement, popup: Popup): void {
  menus.set(item, popup);
}

/** Opens the menu of an item, and gives its first or last item the keyboard. */
export function enterMenu(item: HTMLElement, at: 0 | -1 = 0): void {
  const popup = menus.get(item);
  if (popup === undefined) return;
  openAlone(item);
  itemsOf(popup.element).at(at)?.focus();
}

/** Opens the menu of an item, if it has one, and closes those of the items beside it. */
export function openAlone(item: HTMLElement): void {
  const holder = holderOf(item);
  if (holder !== null) for (const other of openIn(holder)) if (other !== item) menus.get(other)?.close();
  menus.get(item)?.open();
}

/** The item that opened the menu in which another stands. */
function openerOf(holder: HTMLElement): HTMLElement | undefined {
  return holder.previousElementSibling instanceof HTMLElement && menus.has(holder.previousElementSibling)
    ? holder.previousElementSibling
    : undefined;
}

function openIn(holder: HTMLElement): HTMLElement[] {
  const all = [...holder.querySelectorAll<HTMLElement>(".r-menu-item")];
  return all.filter((item) => holderOf(item) === holder && menus.get(item)?.isOpen === true);
}

/** Closes all menus in which an item stands; the item that opened the first of them gets the keyboard. */
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

/** The pointer is on an item: where a menu is open, it is the next to be opened, or the open one beside it closes. */
export function hoverItem(item: HTMLElement, takesFocus: boolean): void {
  const holder = holderOf(item);
  if (holder === null || (holder.matches(".r-menu-bar") && openIn(holder).length === 0)) return;
  if (takesFocus) item.focus({ preventScroll: true });
  openAlone(item);
}

/** What keys do in a bar of menus and in its menus, as people know them from windows. */
export function pressMenuKey(event: KeyboardEvent): void {
  const item = event.target instanceof Element ? event.target.closest<HTMLElement>(".r-menu-item") : null;
  const holder = item === null ? null : holderOf(item);
  if (item === null || event.defaultPrevented) return;
  // Tab goes on from the bar.
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

/** From inside a menu on to the next of the bar, which opens. */
function moveInBar(item: HTMLElement, event: KeyboardEvent): void {
  leaveMenus(item);
  const opener = document.activeElement;
  const bar = opener === null ? null : holderOf(opener);
  const next = bar?.matches(".r-menu-bar") === true ? moveInMenu(bar, event, "x") : undefined;
  if (next !== undefined) openAlone(next);
}
