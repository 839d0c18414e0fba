import { encodeAs, type Fields, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { ThemeColor } from "../../core/values/theme-color.ts";

/**
 * Colours of the theme by their role, in place of the computed ones: `"red500"` or `"#d0bcff"`, not the name of another
 * role. Flet: `ColorScheme`.
 */
export interface ColorScheme {
  readonly primary?: Color | undefined;
  readonly onPrimary?: Color | undefined;
  readonly primaryContainer?: Color | undefined;
  readonly onPrimaryContainer?: Color | undefined;
  readonly secondary?: Color | undefined;
  readonly onSecondary?: Color | undefined;
  readonly secondaryContainer?: Color | undefined;
  readonly onSecondaryContainer?: Color | undefined;
  readonly tertiary?: Color | undefined;
  readonly onTertiary?: Color | undefined;
  readonly tertiaryContainer?: Color | undefined;
  readonly onTertiaryContainer?: Color | undefined;
  readonly error?: Color | undefined;
  readonly onError?: Color | undefined;
  readonly errorContainer?: Color | undefined;
  readonly onErrorContainer?: Color | undefined;
  readonly surface?: Color | undefined;
  readonly onSurface?: Color | undefined;
  readonly onSurfaceVariant?: Color | undefined;
  readonly outline?: Color | undefined;
  readonly outlineVariant?: Color | undefined;
  readonly shadow?: Color | undefined;
  readonly scrim?: Color | undefined;
  readonly inverseSurface?: Color | undefined;
  readonly onInverseSurface?: Color | undefined;
  readonly inversePrimary?: Color | undefined;
  readonly surfaceTint?: Color | undefined;
  readonly onPrimaryFixed?: Color | undefined;
  readonly onSecondaryFixed?: Color | undefined;
  readonly onTertiaryFixed?: Color | undefined;
  readonly onPrimaryFixedVariant?: Color | undefined;
  readonly onSecondaryFixedVariant?: Color | undefined;
  readonly onTertiaryFixedVariant?: Color | undefined;
  readonly primaryFixed?: Color | undefined;
  readonly secondaryFixed?: Color | undefined;
  readonly tertiaryFixed?: Color | undefined;
  readonly primaryFixedDim?: Color | undefined;
  readonly secondaryFixedDim?: Color | undefined;
  readonly surfaceBright?: Color | undefined;
  readonly surfaceContainer?: Color | undefined;
  readonly surfaceContainerHigh?: Color | undefined;
  readonly surfaceContainerHighest?: Color | undefined;
  readonly surfaceContainerLow?: Color | undefined;
  readonly surfaceContainerLowest?: Color | undefined;
  readonly surfaceDim?: Color | undefined;
  readonly tertiaryFixedDim?: Color | undefined;
}

/** The roles as a {@link ColorScheme} names them; a colour's name is the same in small letters. */
const ROLES: readonly (keyof ColorScheme)[] = [
  "primary",
  "onPrimary",
  "primaryContainer",
  "onPrimaryContainer",
  "secondary",
  "onSecondary",
  "secondaryContainer",
  "onSecondaryContainer",
  "tertiary",
  "onTertiary",
  "tertiaryContainer",
  "onTertiaryContainer",
  "error",
  "onError",
  "errorContainer",
  "onErrorContainer",
  "surface",
  "onSurface",
  "onSurfaceVariant",
  "outline",
  "outlineVariant",
  "shadow",
  "scrim",
  "inverseSurface",
  "onInverseSurface",
  "inversePrimary",
  "surfaceTint",
  "onPrimaryFixed",
  "onSecondaryFixed",
  "onTertiaryFixed",
  "onPrimaryFixedVariant",
  "onSecondaryFixedVariant",
  "onTertiaryFixedVariant",
  "primaryFixed",
  "secondaryFixed",
  "tertiaryFixed",
  "primaryFixedDim",
  "secondaryFixedDim",
  "surfaceBright",
  "surfaceContainer",
  "surfaceContainerHigh",
  "surfaceContainerHighest",
  "surfaceContainerLow",
  "surfaceContainerLowest",
  "surfaceDim",
  "tertiaryFixedDim",
];

const themeColors: ReadonlySet<string> = new Set(ThemeColor);

/** A colour that does not depend on the theme: the theme is made of it. */
const fixedColorType: Type<Color> = {
  ...colorType,
  check(value) {
    const isRole = typeof value === "string" && themeColors.has(value.split(",")[0] ?? "");
    return isRole
      ? ` must be a colour of its own, not ${JSON.stringify(value)}, which the theme says`
      : colorType.check(value);
  },
};

/** @internal */
export const seedType: Type<Color> = {
  ...fixedColorType,
  // What is half clear has no hue of its own, and a seed is a hue.
  encode: (value) => String(encodeAs(colorType, value)).slice(0, 7),
};

/** @internal */
export const colorSchemeType: Type<ColorScheme> = objectType<ColorScheme>(
  "ColorScheme",
  Object.fromEntries(ROLES.map((role) => [role, fixedColorType])) as Fields<ColorScheme>,
);
