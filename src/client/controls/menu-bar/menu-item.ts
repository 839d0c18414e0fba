import { adopt, css, element, setAttribute } from "../../dom/css.ts";
import type { View } from "../../rendering/view.ts";

/** Elements of an item in a menu or a menu bar. */
export interface MenuItemParts {
  readonly press: HTMLButtonElement;
  readonly leading: HTMLElement;
  readonly label: HTMLElement;
  readonly text: Text;
  readonly trailing: HTMLElement;
}

/**
 * Creates an item: a leading element, the content and a trailing element. Outside menus and menu bars, it is an
 * ordinary button.
 */
export function makeMenuItem(view: View): MenuItemParts {
  const press = element("button", "r-press r-menu-item r-menu-bar-item");
  press.type = "button";
  showPlace(view, press);
  const leading = element("span", "r-press-icon r-menu-icon");
  const label = element("span", "r-menu-label r-menu-bar-item-label");
  const text = document.createTextNode("");
  const trailing = element("span", "r-press-icon r-menu-icon r-menu-bar-item-trailing");
  label.append(text);
  press.append(leading, label, trailing);
  return { press, leading, label, text, trailing };
}

/** Makes an item an item of a menu, or an ordinary button. Called again when it has moved. */
export function showPlace(view: View, press: HTMLButtonElement): void {
  const isItem = isInMenus(view);
  if (isItem === (press.role === "menuitem")) return;
  setAttribute(press, "role", isItem ? "menuitem" : null);
  setAttribute(press, "tabindex", isItem ? "-1" : null);
}

function isInMenus({ parent }: View): boolean {
  return parent !== undefined && (parent.type === "MenuBar" || parent.type === "SubmenuButton" || isInMenus(parent));
}

adopt(css`
.r-menu-bar > .r-menu-bar-item.r-menu-bar-item, .r-menu-bar > .r-submenu-button > .r-menu-bar-item { flex: none; inline-size: auto; }
.r-submenu-button > .r-menu-bar-item[aria-expanded="true"]::before { opacity: var(--r-b-veil, 0.1); }
.r-menu-bar-item-label { white-space: pre; }
.r-menu-bar-item-wraps > .r-menu-bar-item-label { white-space: pre-wrap; }
:dir(rtl) > .r-menu-item > .r-menu-bar-item-trailing > svg { scale: -1 1; }
.r-menu-item > .r-menu-bar-item-trailing { inline-size: auto; min-inline-size: 24px; margin-inline-start: 12px; white-space: pre; font-size: 14px; --r-icon-size: 24px; }
`);
