import type { Behavior } from "../behavior.ts";
import { type Control, childControls, specOf } from "../control.ts";
import { menuItemBehavior } from "./menu-behavior.ts";

const isItem = (control: Control): boolean => specOf(control).type === "PopupMenuItem";

/** Behavior of an item of a PopupMenuButton: a press selects it, and closes the menu. */
export const behavior: Behavior = {
  ...menuItemBehavior,
  press(clientControl, { menus }) {
    const { parent } = clientControl;
    const checked = clientControl.get("checked");
    clientControl.emit("click", checked == null ? undefined : checked !== true);
    menus.closeAround(clientControl);
    if (parent !== undefined)
      parent.emit(
        "select",
        childControls(parent.control).filter(isItem).indexOf(clientControl.control),
        clientControl.control,
      );
  },
};
