import type { Behavior } from "../behavior.ts";
import { menuButtonBehavior } from "./menu-behavior.ts";

/** Behavior of a PopupMenuButton: a press opens or closes its menu. The first item of an open menu has the focus. */
export const behavior: Behavior = {
  ...menuButtonBehavior,
  press(clientControl, { menus }) {
    if (menus.isOpen(clientControl.control)) menus.close(clientControl);
    else menus.openByKey(clientControl);
  },
};
