import type { Behavior } from "../behavior.ts";
import type { Control } from "../control.ts";

/** Behavior of a destination: a press selects it in its bar or rail. */
export const destinationBehavior: Behavior = {
  reactsToPress: () => true,
  press({ control, parent }) {
    if (parent === undefined) return;
    const all = Reflect.get(parent.control, "destinations") as Control[];
    parent.write("selectedIndex", all.filter(({ visible }) => visible).indexOf(control), "change", control);
  },
};
