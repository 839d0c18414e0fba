import { adopt, css, element } from "../dom/css.ts";
import { isRtlAt, nextItem, TypeAhead } from "../input/roving.ts";
import "./menu-surface.ts";

const typeAhead = new TypeAhead();

/** Creates the surface that holds the items of a menu. */
export function makeMenu(): HTMLElement {
  const menu = element("div", "r-menu-surface r-menu r-menu-items");
  menu.role = "menu";
  // Focus inside a menu is not focus of the control that opens it.
  for (const type of ["focusin", "focusout"]) menu.addEventListener(type, (event) => event.stopPropagation());
  return menu;
}

/** Returns the menu or the bar that contains an item. */
export function holderOf(item: Element): HTMLElement | null {
  return item.parentElement?.closest<HTMLElement>(".r-menu, .r-menu-bar") ?? null;
}

/** Returns the usable items of a menu or a bar, without those of nested menus. */
export function itemsOf(holder: HTMLElement): HTMLButtonElement[] {
  const all = [...holder.querySelectorAll<HTMLButtonElement>(".r-menu-item")];
  return all.filter((item) => holderOf(item) === holder && !item.disabled && item.checkVisibility());
}

/**
 * Moves the focus among the items of a menu or a bar: by arrows, Home, End, and typed characters. Returns the item that
 * was focused.
 */
export function moveInMenu(holder: HTMLElement, event: KeyboardEvent, axis: "x" | "y"): HTMLElement | undefined {
  const items = itemsOf(holder);
  const from = items.find((item) => item === document.activeElement);
  const to = typeAhead.find(items, from, event) ?? nextItem(items, from, event.key, axis, isRtlAt(holder));
  if (to === undefined) return undefined;
  event.preventDefault();
  event.stopPropagation();
  to.focus();
  return to;
}

adopt(css`
.r-menu-items {
  --r-m-usual: 280px;
  --r-b-less: var(--r-m-less, 0px);
  padding: var(--r-m-padding, 8px 0);
  font: 400 14px/20px var(--r-font);
  letter-spacing: 0.1px;
  text-align: start;
  user-select: none;
}
.r-menu-items.r-menu-unclipped:not(.r-popup-scrolls) { overflow: visible; }
.r-menu-item.r-menu-item {
  --r-b-ink: var(--r-onsurface);
  --r-b-dull: none;
  display: flex;
  inline-size: 100%;
  justify-content: var(--r-b-along, flex-start);
  gap: 12px;
  min-inline-size: 0;
  min-block-size: calc(48px - var(--r-b-less, 0px));
  padding: 0 12px;
  border-radius: var(--r-b-radius, 0);
  font: 500 14px/20px var(--r-font);
  letter-spacing: 0.1px;
  text-align: start;
}
.r-root .r-menu-item:focus-visible { outline-offset: -3px; }
.r-menu-item:focus::before { opacity: var(--r-b-veil, 0.1); }
.r-menu-item > .r-menu-icon {
  color: var(--r-b-icon, var(--r-onsurfacevariant));
  font-size: var(--r-b-icon-size, 24px);
  --r-icon-size: var(--r-b-icon-size, 24px);
}
.r-menu-item:disabled > .r-menu-icon { color: inherit; }
.r-menu-label { flex: 1; min-inline-size: 0; }
@media (forced-colors: active) {
  .r-menu-item { border: 0; }
  .r-menu-item:focus { outline: 2px solid Highlight; outline-offset: -2px; }
}
`);
