import type { Control } from "../core/control.ts";
import { childrenOf, NODE, type Node } from "../core/node.ts";
import type { Behaviour } from "./behaviours.ts";
import type { Shown } from "./shown.ts";

/** The menus that are open, the innermost last; the keyboard goes with them. */
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

  /** Opens it by the keyboard: its first item has that next. */
  enter(shown: Shown): void {
    this.open(shown);
    const items = childrenOf(shown.control[NODE]).map(({ control }) => shown.of(control));
    const isItem = (item: Shown): boolean =>
      item.isActive && item.get("visible") === true && item.get("disabled") === false;
    this.#focus.move(items.find(isItem)?.control);
  }

  /** Closes it and those inside it. The keyboard goes back to what opened it, if it was in there. */
  close(shown: Shown): void {
    if (isInside(this.#focus.at, shown.control)) this.#focus.move(shown.control);
    for (const one of this.#open.filter(
      ({ control }) => control === shown.control || isInside(control, shown.control),
    )) {
      this.#shut(one);
    }
  }

  /** Something was picked in it: the menus around it close, and what opened the first of them has the keyboard. */
  leave(item: Shown): void {
    const around: Shown[] = [];
    for (let at = item.parent; at !== undefined; at = at.parent) if (this.isOpen(at.control)) around.unshift(at);
    const [first, ...inner] = around;
    if (first === undefined) return;
    for (const one of inner) this.#shut(one);
    this.#focus.move(first.control);
    this.#shut(first, false);
  }

  /** Something was touched: the menus that it is not in close. */
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

/** What of a menu must be open before one of its items can be used. */
const closedAround: Behaviour["hindrance"] = ({ parent }, { menus }) => {
  const isMenu =
    parent?.control[NODE].spec.type === "PopupMenuButton" || parent?.control[NODE].spec.type === "SubmenuButton";
  return isMenu && !menus.isOpen(parent.control) ? "is in a menu that is closed: tap what opens it first" : undefined;
};

const isItem = ({ spec }: Node): boolean => spec.type === "PopupMenuItem";

/** A button that opens a menu. */
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

/** An item of a PopupMenuButton. */
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

/** An item of a menu of a MenuBar, or of the bar itself. */
export const menuItemButton: Behaviour = {
  answers: () => true,
  hindrance: closedAround,
  press(shown, { menus }) {
    shown.emit("click");
    if (shown.get("closeOnClick") === true) menus.leave(shown);
  },
  key: leaveByEscape,
};
