import { slidBy } from "../protocol/input.ts";
import type { Json } from "../protocol/messages.ts";
import type { Behaviour } from "./behaviours.ts";

/** Behavior of Slider and RangeSlider: keys move the thumb. Of two thumbs, keys move the first. */
export const slider: Behaviour = {
  answers: () => true,
  untouchable:
    'cannot be tapped, because the value depends on the position in the drawn track: press an arrow key, "Home", "End", "PageUp" or "PageDown"',
  key(shown, key) {
    const ends = { min: shown.get("min") as number, max: shown.get("max") as number };
    const isRange = "startValue" in shown.control;
    const name = isRange ? "startValue" : "value";
    const now = (shown.get(name) as number | null) ?? ends.min;
    const last = isRange ? ((shown.get("endValue") as number | null) ?? ends.max) : ends.max;
    const next = slidBy({ ...ends, divisions: shown.get("divisions") as number | null, value: now }, key);
    if (next === undefined) return false;
    const value = Math.min(next, last);
    const told = (at: number): Json => (isRange ? { startValue: at, endValue: last } : at);
    shown.emit("changeStart", told(now));
    shown.write(name, value);
    shown.emit("change", told(value));
    shown.emit("changeEnd", told(value));
    return true;
  },
};
