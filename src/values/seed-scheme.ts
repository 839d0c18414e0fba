import { Hct, SchemeTonalSpot } from "@material/material-color-utilities";
import { ThemeColor } from "./theme-color.ts";

/**
 * Colors of a theme by role, each for light and for dark mode.
 * @internal
 */
export type SchemeColors = { readonly [role in ThemeColor]?: readonly [light: string, dark: string] };

/** Cache of the computed schemes: computing one takes milliseconds, and apps have few seeds. */
const made = new Map<string, SchemeColors>();
const MADE_AT_MOST = 100;

/**
 * Returns the colors that Material 3 computes from a seed color, with its tonal spot scheme.
 * @internal
 */
export function schemeOf(seed: string): SchemeColors {
  let scheme = made.get(seed);
  if (scheme !== undefined) return scheme;
  const source = Hct.fromInt(Number.parseInt(`ff${seed.slice(1)}`, 16));
  const both = [false, true].map((isDark) => colorsOf(new SchemeTonalSpot(source, isDark, 0)));
  scheme = Object.fromEntries(ThemeColor.map((role) => [role, both.map((colors) => colors.get(NAMES[role] ?? role))]));
  if (made.size >= MADE_AT_MOST) made.clear();
  made.set(seed, scheme);
  return scheme;
}

/** The one role that has another name in the library. */
const NAMES: { readonly [role in ThemeColor]?: string } = { oninversesurface: "inverseonsurface" };

/** Returns all colors of a scheme by their names in lower case. */
function colorsOf(scheme: SchemeTonalSpot): Map<string, string> {
  const colors = new Map<string, string>();
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(SchemeTonalSpot.prototype) as object)) {
    const value = (scheme as unknown as { readonly [name: string]: unknown })[name];
    if (typeof value === "number")
      colors.set(name.toLowerCase(), `#${(value & 0xffffff).toString(16).padStart(6, "0")}`);
  }
  return colors;
}
