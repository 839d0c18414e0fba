import type { Behavior } from "../behavior.ts";
import { thumbBehavior } from "./thumb-behavior.ts";

/** Behavior of a Slider: keys move its thumb. */
export const behavior: Behavior = thumbBehavior({
  property: "value",
  last: (_, max) => max,
  payload: (at) => at,
});
