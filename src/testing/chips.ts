import type { Behaviour } from "./behaviours.ts";

/** Behavior of a chip: a press toggles the selection; Delete and Backspace send `delete`. */
export const chip: Behaviour = {
  answers: (shown) => shown.hears("select") || undefined,
  press(shown) {
    if (shown.hears("select")) shown.write("selected", shown.get("selected") !== true, "select");
    else shown.emit("click");
  },
  key(shown, key) {
    if (!(key === "Delete" || key === "Backspace") || !shown.hears("delete")) return false;
    shown.emit("delete");
    return true;
  },
};
