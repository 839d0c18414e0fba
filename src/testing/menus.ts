import type { Control } from "../core/control.ts";
import { childrenOf, NODE, type Node } from "../core/node.ts";
import type { Behaviour } from "./behaviours.ts";
import type { Shown } from "./shown.ts";

/** Open menus, the innermost last. Opening and closing them also moves focus. */
export class Menus {
  readonly #open: Shown[] = [];
  readonly #focus: { readonly at: Control | undefined; move(to: Control | undefined): void };

  constructor(focus: { readonly at: Control | undefined; move(to: Control | undefined): void }) {
    this.#focus = focus;
  }

  isOpen(control: Control): boolean {
    return this.#open.some((shown) => shown.control === control);
  }

  open(shown: Shown): void {
    this.#open.push(shown);
    shown.emit("open");
  }

  /** Opens a menu by keyboard, which moves focus to its first usable item. */
  enter(shown: Shown): void {
    this.open(shown);
    const items = childrenOf(shown.control[NODE]).map(({ control }) => shown.of(control));
    const isItem = (item: Shown): boolean =>
      item.isActive && item.get("visible") === true && item.get("disabled") === false;
    this.#focus.move(items.find(isItem)?.control);
  }

  /** Closes a menu and the menus inside it. Focus returns to the control that opened it if it was inside. */
  close(shown: Shown): void {
    if (isInside(this.#focus.at, shown.control)) this.#focus.move(shown.control);
    for (const one of this.#open.filter(
      ({ control }) => control === shown.control || isInside(control, shown.control),
    )) {
      this.#shut(one);
    }
  }

  /** Closes all menus around an item that was selected. Focus returns to the control that opened the outermost menu. */
  leave(item: Shown): void {
    const around: Shown[] = [];
    for (let at = item.parent; at !== undefined; at = at.parent) if (this.isOpen(at.control)) around.unshift(at);
    const [first, ...inner] = around;
    if (first === undefined) return;
    for (const one of inner) this.#shut(one);
    this.#focus.move(first.control);
    this.#shut(first, false);
  }

  /** Closes the open menus that do not contain the touched control. */
  touch(path: readonly Shown[]): void {
    const isTouched = (shown: Shown): boolean => path.some(({ control }) => control === shown.control);
    for (const shown of [...this.#open]) if (this.isOpen(shown.control) && !isTouched(shown)) this.close(shown);
  }

  #shut(shown: Shown, isCancelled = true): void {
    const at = this.#open.findIndex(({ control }) => control === shown.control);
    if (at !== -1) this.#open.splice(at, 1);
    shown.emit("close");
    if (isCancelled) shown.emit("cancel");
  }
}

function isInside(control: Control | undefined, outer: Control): boolean {
  const parent = control?.parent;
  return parent !== undefined && (parent === outer || isInside(parent, outer));
}

/** Refuses items of a closed menu: a person must open the menu first. */
const closedAround: Behaviour["hindrance"] = ({ parent }, { menus }) => {
  const isMenu =
    parent?.control[NODE].spec.type === "PopupMenuButton" || parent?.control[NODE].spec.type === "SubmenuButton";
  return isMenu && !menus.isOpen(parent.control)
    ? "is in a closed menu: tap the control that opens it first"
    : undefined;
};

const isItem = ({ spec }: Node): boolean => spec.type === "PopupMenuItem";

/** Behavior of a button that opens a menu. */
export const menuButton: Behaviour = {
  answers: () => true,
  hindrance: closedAround,
  press(shown, { menus }) {
    if (menus.isOpen(shown.control)) menus.close(shown);
    else menus.open(shown);
  },
  key(shown, key, { menus }) {
    const isOpen = menus.isOpen(shown.control);
    if (isOpen && key === "Escape") menus.close(shown);
    else if (!isOpen && ["Enter", " ", "ArrowDown"].includes(key)) menus.enter(shown);
    else return false;
    return true;
  },
};

const leaveByEscape: Behaviour["key"] = ({ parent }, key, { menus }) => {
  if (key !== "Escape" || parent === undefined || !menus.isOpen(parent.control)) return false;
  menus.close(parent);
  return true;
};

/** Behavior of an item of a PopupMenuButton. */
export const menuItem: Behaviour = {
  answers: () => true,
  hindrance: closedAround,
  press(shown, { menus }) {
    const { parent } = shown;
    const checked = shown.get("checked");
    shown.emit("click", checked == null ? undefined : checked !== true);
    menus.leave(shown);
    if (parent !== undefined)
      parent.emit(
        "select",
        childrenOf(parent.control[NODE])
          .filter(isItem)
          .findIndex(({ control }) => control === shown.control),
      );
  },
  key: leaveByEscape,
};

/** Behavior of an item of a MenuBar, or of a menu inside the bar. */
export const menuItemButton: Behaviour = {
  answers: () => true,
  hindrance: closedAround,
  press(shown, { menus }) {
    shown.emit("click");
    if (shown.get("closeOnClick") === true) menus.leave(shown);
  },
  key: leaveByEscape,
};
