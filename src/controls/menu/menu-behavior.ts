import type { Behavior } from "../behavior.ts";
import { specOf } from "../control.ts";

/** Types of controls that have a menu, and hide their items while it is closed. */
const MENUS: readonly string[] = ["PopupMenuButton", "SubmenuButton"];

/** Refuses items of a closed menu: a person must open the menu first. */
const closedMenuReason: Behavior["blockedReason"] = ({ parent }, { menus }) => {
  if (parent === undefined || !MENUS.includes(specOf(parent.control).type)) return undefined;
  return menus.isOpen(parent.control) ? undefined : "is in a closed menu: tap the control that opens it first";
};

/** Behavior of a button that opens a menu. */
export const menuButtonBehavior: Behavior = {
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

/** Behavior that all items of menus share: they can be used while the menu is open, and Escape closes the menu. */
export const menuItemBehavior: Behavior = {
  reactsToPress: () => true,
  blockedReason: closedMenuReason,
  key({ parent }, key, { menus }) {
    if (key !== "Escape" || parent === undefined || !menus.isOpen(parent.control)) return false;
    menus.close(parent);
    return true;
  },
};
