import type { Behavior } from "../behavior.ts";
import { menuItemBehavior } from "../menu/menu-behavior.ts";

/** Behavior of an item of a MenuBar, or of a menu inside the bar. */
export const behavior: Behavior = {
  ...menuItemBehavior,
  press(clientControl, { menus }) {
    clientControl.emit("click");
    if (clientControl.get("closeOnClick") === true) menus.closeAround(clientControl);
  },
};
