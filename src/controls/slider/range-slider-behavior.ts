import type { Behavior } from "../behavior.ts";
import { thumbBehavior } from "./thumb-behavior.ts";

/** Behavior of a RangeSlider: keys move the first of its two thumbs, as far as the second. */
export const behavior: Behavior = thumbBehavior({
  property: "startValue",
  last: (clientControl, max) => (clientControl.get("endValue") as number | null) ?? max,
  payload: (startValue, endValue) => ({ startValue, endValue }),
});
