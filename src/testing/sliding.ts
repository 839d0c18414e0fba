import { slidBy } from "../protocol/input.ts";
import type { Json } from "../protocol/messages.ts";
import type { Shown } from "./shown.ts";

/** Moves the thumb of a slider by a key, of two thumbs the first. False where the key moves none. */
export function slide(slider: Shown, key: string): boolean {
  const ends = { min: slider.get("min") as number, max: slider.get("max") as number };
  const has = (name: string): boolean => name in slider.control;
  const name = has("startValue") ? "startValue" : "value";
  const now = (slider.get(name) as number | null) ?? ends.min;
  const last = has("startValue") ? ((slider.get("endValue") as number | null) ?? ends.max) : ends.max;
  const next = slidBy({ ...ends, divisions: slider.get("divisions") as number | null, value: now }, key);
  if (next === undefined) return false;
  const value = Math.min(next, last);
  const told = (at: number): Json => (has("startValue") ? { startValue: at, endValue: last } : at);
  slider.emit("changeStart", told(now));
  slider.write(name, value);
  slider.emit("change", told(value));
  slider.emit("changeEnd", told(value));
  return true;
}
