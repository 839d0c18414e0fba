import {
  booleanType,
  choiceType,
  integerType,
  listType,
  numberType,
  objectType,
  stringType,
  type Type,
} from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";

/** How heavy letters are. */
export type FontWeight =
  | "normal"
  | "bold"
  | "w100"
  | "w200"
  | "w300"
  | "w400"
  | "w500"
  | "w600"
  | "w700"
  | "w800"
  | "w900";
export const FontWeight: readonly FontWeight[] = [
  "normal",
  "bold",
  "w100",
  "w200",
  "w300",
  "w400",
  "w500",
  "w600",
  "w700",
  "w800",
  "w900",
];

/** How lines of text stand between left and right. */
export type TextAlign = "left" | "right" | "center" | "justify" | "start" | "end";
export const TextAlign: readonly TextAlign[] = ["left", "right", "center", "justify", "start", "end"];

/** What becomes of text that does not fit. */
export type TextOverflow = "clip" | "ellipsis" | "fade" | "visible";
export const TextOverflow: readonly TextOverflow[] = ["clip", "ellipsis", "fade", "visible"];

/** A text style of the theme, from the largest headline to the smallest label. */
export type TextThemeStyle =
  | "displayLarge"
  | "displayMedium"
  | "displaySmall"
  | "headlineLarge"
  | "headlineMedium"
  | "headlineSmall"
  | "titleLarge"
  | "titleMedium"
  | "titleSmall"
  | "labelLarge"
  | "labelMedium"
  | "labelSmall"
  | "bodyLarge"
  | "bodyMedium"
  | "bodySmall";
export const TextThemeStyle: readonly TextThemeStyle[] = [
  "displayLarge",
  "displayMedium",
  "displaySmall",
  "headlineLarge",
  "headlineMedium",
  "headlineSmall",
  "titleLarge",
  "titleMedium",
  "titleSmall",
  "labelLarge",
  "labelMedium",
  "labelSmall",
  "bodyLarge",
  "bodyMedium",
  "bodySmall",
];

/** Lines on text; several are added up: 1 under, 2 over, 4 through. */
export const TextDecoration = { none: 0, underline: 1, overline: 2, lineThrough: 4 } as const;

/** How a line on text is drawn. */
export type TextDecorationStyle = "solid" | "double" | "dotted" | "dashed" | "wavy";
export const TextDecorationStyle: readonly TextDecorationStyle[] = ["solid", "double", "dotted", "dashed", "wavy"];

/** How text looks. What is left out is as the text around it. Flet: `TextStyle`. */
export interface TextStyle {
  /** Height of the letters in pixels. */
  readonly size?: number | undefined;
  /** Height of a line as a multiple of the letters. */
  readonly height?: number | undefined;
  readonly weight?: FontWeight | undefined;
  readonly italic?: boolean | undefined;
  /** A sum of {@link TextDecoration}. */
  readonly decoration?: number | undefined;
  readonly decorationColor?: Color | undefined;
  /** In pixels. */
  readonly decorationThickness?: number | undefined;
  readonly decorationStyle?: TextDecorationStyle | undefined;
  readonly fontFamily?: string | undefined;
  /** Further families for letters that the first has not. */
  readonly fontFamilyFallback?: readonly string[] | undefined;
  readonly color?: Color | undefined;
  readonly bgcolor?: Color | undefined;
  /** Pixels between letters. */
  readonly letterSpacing?: number | undefined;
  /** Pixels between words, beside the space itself. */
  readonly wordSpacing?: number | undefined;
}

export const textStyleType: Type<TextStyle> = objectType<TextStyle>("TextStyle", {
  size: numberType({ min: 0 }),
  height: numberType({ min: 0 }),
  weight: choiceType(FontWeight),
  italic: booleanType,
  decoration: integerType({ min: 0, max: 7 }),
  decorationColor: colorType,
  decorationThickness: numberType({ min: 0 }),
  decorationStyle: choiceType(TextDecorationStyle),
  fontFamily: stringType,
  fontFamilyFallback: listType(stringType),
  color: colorType,
  bgcolor: colorType,
  letterSpacing: numberType(),
  wordSpacing: numberType(),
});
