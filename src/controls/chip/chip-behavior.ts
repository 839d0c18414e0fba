import type { Behavior } from "../behavior.ts";

/** Behavior of a chip: a press toggles the selection; Delete and Backspace send `delete`. */
export const behavior: Behavior = {
  reactsToPress: (clientControl) => clientControl.listensTo("select") || undefined,
  press(clientControl) {
    if (clientControl.listensTo("select"))
      clientControl.write("selected", clientControl.get("selected") !== true, "select");
    else clientControl.emit("click");
  },
  key(clientControl, key) {
    if (!(key === "Delete" || key === "Backspace") || !clientControl.listensTo("delete")) return false;
    clientControl.emit("delete");
    return true;
  },
};
