import type { Behavior } from "../behavior.ts";

/** Behavior of a dropdown: a tap opens its list, which sends nothing to the app. */
export const behavior: Behavior = {
  reactsToPress: () => true,
  press() {},
};
