import { mustBe } from "../core/declaration/problem.ts";
import { encodeAs, type Fields, objectType, type Type } from "../core/declaration/types.ts";
import { type Color, colorType, themeColorOf } from "./color.ts";

/**
 * Colors of the theme by their role, instead of the computed ones: `"red500"` or `"#d0bcff"`. The name of another role
 * is an error. A role that is left out keeps the computed color. Roles that no control uses are for the app, by their
 * names. Flet: `ColorScheme`.
 */
export interface ColorScheme {
  /** Main color of the app, as of filled buttons and of selected controls. */
  readonly primary?: Color | undefined;
  /** Color of text and icons on `primary`. */
  readonly onPrimary?: Color | undefined;
  /** Background color of prominent parts, such as a FloatingActionButton. */
  readonly primaryContainer?: Color | undefined;
  /** Color of text and icons on `primaryContainer`. */
  readonly onPrimaryContainer?: Color | undefined;
  /** Color of less prominent parts, such as focus rings. */
  readonly secondary?: Color | undefined;
  /** Color of text and icons on `secondary`. */
  readonly onSecondary?: Color | undefined;
  /** Background color of less prominent parts, such as tonal buttons and the indicator of a NavigationBar. */
  readonly secondaryContainer?: Color | undefined;
  /** Color of text and icons on `secondaryContainer`. */
  readonly onSecondaryContainer?: Color | undefined;
  /** Color for contrasting accents. */
  readonly tertiary?: Color | undefined;
  /** Color of text and icons on `tertiary`. */
  readonly onTertiary?: Color | undefined;
  /** Background color for contrasting accents. */
  readonly tertiaryContainer?: Color | undefined;
  /** Color of text and icons on `tertiaryContainer`. */
  readonly onTertiaryContainer?: Color | undefined;
  /** Color of errors, such as the text and the border of an invalid field. */
  readonly error?: Color | undefined;
  /** Color of text and icons on `error`. */
  readonly onError?: Color | undefined;
  /** Background color for errors. */
  readonly errorContainer?: Color | undefined;
  /** Color of text and icons on `errorContainer`. */
  readonly onErrorContainer?: Color | undefined;
  /** Background color of the page. */
  readonly surface?: Color | undefined;
  /** Color of text and icons on `surface`. */
  readonly onSurface?: Color | undefined;
  /** Color of less prominent text and icons on `surface`. */
  readonly onSurfaceVariant?: Color | undefined;
  /** Color of borders that must be visible, such as that of a field. */
  readonly outline?: Color | undefined;
  /** Color of decorative lines, such as dividers. */
  readonly outlineVariant?: Color | undefined;
  /** Color of shadows. */
  readonly shadow?: Color | undefined;
  /** Color for a layer that dims the content behind a dialog. */
  readonly scrim?: Color | undefined;
  /** Background color of parts that contrast with `surface`, such as tooltips. */
  readonly inverseSurface?: Color | undefined;
  /** Color of text and icons on `inverseSurface`. */
  readonly onInverseSurface?: Color | undefined;
  /** Color for accents on `inverseSurface`. */
  readonly inversePrimary?: Color | undefined;
  /** Color for tinting elevated surfaces. */
  readonly surfaceTint?: Color | undefined;
  /** Color of text and icons on `primaryFixed`. */
  readonly onPrimaryFixed?: Color | undefined;
  /** Color of text and icons on `secondaryFixed`. */
  readonly onSecondaryFixed?: Color | undefined;
  /** Color of text and icons on `tertiaryFixed`. */
  readonly onTertiaryFixed?: Color | undefined;
  /** Color of less prominent text and icons on `primaryFixed`. */
  readonly onPrimaryFixedVariant?: Color | undefined;
  /** Color of less prominent text and icons on `secondaryFixed`. */
  readonly onSecondaryFixedVariant?: Color | undefined;
  /** Color of less prominent text and icons on `tertiaryFixed`. */
  readonly onTertiaryFixedVariant?: Color | undefined;
  /** Variant of `primaryContainer` that is the same in light and in dark mode. */
  readonly primaryFixed?: Color | undefined;
  /** Variant of `secondaryContainer` that is the same in light and in dark mode. */
  readonly secondaryFixed?: Color | undefined;
  /** Variant of `tertiaryContainer` that is the same in light and in dark mode. */
  readonly tertiaryFixed?: Color | undefined;
  /** Darker variant of `primaryFixed`. */
  readonly primaryFixedDim?: Color | undefined;
  /** Darker variant of `secondaryFixed`. */
  readonly secondaryFixedDim?: Color | undefined;
  /** Color for a surface that is bright in light and in dark mode. */
  readonly surfaceBright?: Color | undefined;
  /** Background color of menus and bars. */
  readonly surfaceContainer?: Color | undefined;
  /** Background color of parts with more emphasis than `surfaceContainer`, such as a SearchBar. */
  readonly surfaceContainerHigh?: Color | undefined;
  /** Background color of parts with the most emphasis, such as the track of a Switch. */
  readonly surfaceContainerHighest?: Color | undefined;
  /** Background color of parts with less emphasis than `surfaceContainer`, such as an elevated Card. */
  readonly surfaceContainerLow?: Color | undefined;
  /** Background color for parts with the least emphasis. */
  readonly surfaceContainerLowest?: Color | undefined;
  /** Color for a surface that is dim in light and in dark mode. */
  readonly surfaceDim?: Color | undefined;
  /** Darker variant of `tertiaryFixed`. */
  readonly tertiaryFixedDim?: Color | undefined;
}

/** The role names of a {@link ColorScheme}. The color of a role has the same name in lower case. */
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

const FIXED = 'a color that does not depend on the theme, such as "red500" or "#d0bcff"';

/** Type of a color that does not depend on the theme, because the theme is computed from it. */
const fixedColorType: Type<Color> = {
  ...colorType,
  check(value) {
    return typeof value === "string" && themeColorOf(value) !== undefined
      ? mustBe(FIXED, value)
      : colorType.check(value);
  },
};

/** @internal */
export const seedType: Type<Color> = {
  ...fixedColorType,
  // A seed is used for its hue only, so the opacity is removed.
  encode: (value) => String(encodeAs(colorType, value)).slice(0, 7),
};

/** @internal */
export const colorSchemeType: Type<ColorScheme> = objectType<ColorScheme>(
  "ColorScheme",
  Object.fromEntries(ROLES.map((role) => [role, fixedColorType])) as Fields<ColorScheme>,
);
