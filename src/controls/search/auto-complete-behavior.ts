import type { Behavior } from "../behavior.ts";

/** Behavior of an AutoComplete: text can be typed into it, although its role is that of a combobox. */
export const behavior: Behavior = { isField: true };
