import { valueAfterKey } from "../input/input-rules.ts";
import type { Json } from "../protocol/messages.ts";
import type { Behavior } from "./behaviors.ts";

/** Behavior of Slider and RangeSlider: keys move the thumb. Of two thumbs, keys move the first. */
export const slider: Behavior = {
  reactsToPress: () => true,
  noTapReason:
    'cannot be tapped, because the value depends on the position in the drawn track: press an arrow key, "Home", "End", "PageUp" or "PageDown"',
  key(clientControl, key) {
    const ends = { min: clientControl.get("min") as number, max: clientControl.get("max") as number };
    const isRange = "startValue" in clientControl.control;
    const name = isRange ? "startValue" : "value";
    const now = (clientControl.get(name) as number | null) ?? ends.min;
    const last = isRange ? ((clientControl.get("endValue") as number | null) ?? ends.max) : ends.max;
    const next = valueAfterKey(
      { ...ends, divisions: clientControl.get("divisions") as number | null, value: now },
      key,
    );
    if (next === undefined) return false;
    const value = Math.min(next, last);
    const payload = (at: number): Json => (isRange ? { startValue: at, endValue: last } : at);
    clientControl.emit("changeStart", payload(now));
    clientControl.write(name, value);
    clientControl.emit("change", payload(value));
    clientControl.emit("changeEnd", payload(value));
    return true;
  },
};
