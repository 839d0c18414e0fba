import type { Behavior } from "../behavior.ts";

/** Behavior of a Markdown: a press is a tap on its text. */
export const behavior: Behavior = { pressEvent: "tapText" };
