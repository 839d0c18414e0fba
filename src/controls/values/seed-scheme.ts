import { Hct, SchemeTonalSpot } from "@material/material-color-utilities";
import { ThemeColor } from "../../core/values/theme-color.ts";

/**
 * What each colour of a theme is, in light and in dark.
 * @internal
 */
export type SchemeColors = { readonly [role in ThemeColor]?: readonly [light: string, dark: string] };

/** Schemes that were made are kept: one takes milliseconds, and apps have few seeds. */
const made = new Map<string, SchemeColors>();
const MADE_AT_MOST = 100;

/**
 * The colours that Material 3 makes of one, as its tonal spot scheme.
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

/** The one role that the library calls otherwise. */
const NAMES: { readonly [role in ThemeColor]?: string } = { oninversesurface: "inverseonsurface" };

/** All that a scheme says, by names in small letters. */
function colorsOf(scheme: SchemeTonalSpot): Map<string, string> {
  const colors = new Map<string, string>();
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(SchemeTonalSpot.prototype) as object)) {
    const value = (scheme as unknown as { readonly [name: string]: unknown })[name];
    if (typeof value === "number")
      colors.set(name.toLowerCase(), `#${(value & 0xffffff).toString(16).padStart(6, "0")}`);
  }
  return colors;
}
