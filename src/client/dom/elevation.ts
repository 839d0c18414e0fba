import type { Color } from "../../values/color.ts";
import { toColor } from "./css-values.ts";

/** Material 3's shadow levels: the minimum elevation, the shadow all around, and the shadow below. */
const LEVELS: readonly (readonly [from: number, around: string, below: string])[] = [
  [12, "0 8px 12px 6px", "0 4px 4px 0"],
  [8, "0 6px 10px 4px", "0 2px 3px 0"],
  [6, "0 4px 8px 3px", "0 1px 3px 0"],
  [3, "0 2px 6px 2px", "0 1px 2px 0"],
  [0, "0 1px 3px 1px", "0 1px 2px 0"],
];

/** Returns the `box-shadow` of a surface with an elevation in pixels. */
export function toElevation(height: number | null | undefined, color?: Color | null): string | null {
  if (height == null) return null;
  const level = LEVELS.find(([from]) => height >= from);
  if (height === 0 || level === undefined) return "0 0 transparent";
  const shade = toColor(color) ?? "var(--r-shadow)";
  const mixed = (share: number): string => `color-mix(in srgb, ${shade} ${share}%, transparent)`;
  return `${level[1]} ${mixed(15)}, ${level[2]} ${mixed(30)}`;
}
