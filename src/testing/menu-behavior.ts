import { type Control, childControls, specOf } from "../controls/control.ts";
import type { Behavior } from "./behaviors.ts";
import type { ClientControl } from "./client-control.ts";

/** Open menus, the innermost last. Opening and closing them also moves focus. */
export class Menus {
  readonly #open: ClientControl[] = [];
  readonly #focus: { readonly current: Control | undefined; move(to: Control | undefined): void };

  constructor(focus: { readonly current: Control | undefined; move(to: Control | undefined): void }) {
    this.#focus = focus;
  }

  isOpen(control: Control): boolean {
    return this.#open.some((clientControl) => clientControl.control === control);
  }

  open(shown: ClientControl): void {
    this.#open.push(shown);
    shown.emit("open");
  }

  /** Opens a menu by keyboard, which moves focus to its first usable item. */
  openByKey(shown: ClientControl): void {
    this.open(shown);
    const items = childControls(shown.control).map((control) => shown.forControl(control));
    const isItem = (item: ClientControl): boolean =>
      item.isInteractive && item.get("visible") === true && item.get("disabled") === false;
    this.#focus.move(items.find(isItem)?.control);
  }

  /** Closes a menu and the menus inside it. Focus returns to the control that opened it if it was inside. */
  close(shown: ClientControl): void {
    if (isInside(this.#focus.current, shown.control)) this.#focus.move(shown.control);
    for (const one of this.#open.filter(
      ({ control }) => control === shown.control || isInside(control, shown.control),
    )) {
      this.#closeOne(one);
    }
  }

  /** Closes all menus around an item that was selected. Focus returns to the control that opened the outermost menu. */
  closeAround(item: ClientControl): void {
    const around: ClientControl[] = [];
    for (let at = item.parent; at !== undefined; at = at.parent) if (this.isOpen(at.control)) around.unshift(at);
    const [first, ...inner] = around;
    if (first === undefined) return;
    for (const one of inner) this.#closeOne(one);
    this.#focus.move(first.control);
    this.#closeOne(first, false);
  }

  /** Closes the open menus that do not contain the touched control. */
  touch(path: readonly ClientControl[]): void {
    const isTouched = (clientControl: ClientControl): boolean =>
      path.some(({ control }) => control === clientControl.control);
    for (const clientControl of [...this.#open])
      if (this.isOpen(clientControl.control) && !isTouched(clientControl)) this.close(clientControl);
  }

  #closeOne(shown: ClientControl, isCanceled = true): void {
    const at = this.#open.findIndex(({ control }) => control === shown.control);
    if (at !== -1) this.#open.splice(at, 1);
    shown.emit("close");
    if (isCanceled) shown.emit("cancel");
  }
}

function isInside(control: Control | undefined, outer: Control): boolean {
  const parent = control?.parent;
  return parent !== undefined && (parent === outer || isInside(parent, outer));
}

/** Refuses items of a closed menu: a person must open the menu first. */
const closedMenuReason: Behavior["blockedReason"] = ({ parent }, { menus }) => {
  if (parent === undefined) return undefined;
  const { type } = specOf(parent.control);
  const isMenu = type === "PopupMenuButton" || type === "SubmenuButton";
  return isMenu && !menus.isOpen(parent.control)
    ? "is in a closed menu: tap the control that opens it first"
    : undefined;
};

const isItem = (control: Control): boolean => specOf(control).type === "PopupMenuItem";

/** Behavior of a button that opens a menu. */
export const menuButton: Behavior = {
  reactsToPress: () => true,
  blockedReason: closedMenuReason,
  press(clientControl, { menus }) {
    if (menus.isOpen(clientControl.control)) menus.close(clientControl);
    else menus.open(clientControl);
  },
  key(clientControl, key, { menus }) {
    const isOpen = menus.isOpen(clientControl.control);
    if (isOpen && key === "Escape") menus.close(clientControl);
    else if (!isOpen && ["Enter", " ", "ArrowDown"].includes(key)) menus.openByKey(clientControl);
    else return false;
    return true;
  },
};

const closeByEscape: Behavior["key"] = ({ parent }, key, { menus }) => {
  if (key !== "Escape" || parent === undefined || !menus.isOpen(parent.control)) return false;
  menus.close(parent);
  return true;
};

/** Behavior of an item of a PopupMenuButton. */
export const menuItem: Behavior = {
  reactsToPress: () => true,
  blockedReason: closedMenuReason,
  press(clientControl, { menus }) {
    const { parent } = clientControl;
    const checked = clientControl.get("checked");
    clientControl.emit("click", checked == null ? undefined : checked !== true);
    menus.closeAround(clientControl);
    if (parent !== undefined)
      parent.emit("select", childControls(parent.control).filter(isItem).indexOf(clientControl.control));
  },
  key: closeByEscape,
};

/** Behavior of an item of a MenuBar, or of a menu inside the bar. */
export const menuItemButton: Behavior = {
  reactsToPress: () => true,
  blockedReason: closedMenuReason,
  press(clientControl, { menus }) {
    clientControl.emit("click");
    if (clientControl.get("closeOnClick") === true) menus.closeAround(clientControl);
  },
  key: closeByEscape,
};
