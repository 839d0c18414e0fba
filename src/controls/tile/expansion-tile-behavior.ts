import type { Behavior } from "../behavior.ts";

/** Behavior of an ExpansionTile: a press expands or collapses it. */
export const behavior: Behavior = {
  reactsToPress: () => true,
  press: (clientControl) => clientControl.write("expanded", clientControl.get("expanded") !== true, "change"),
};
