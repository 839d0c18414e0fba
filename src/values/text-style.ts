import {
  booleanType,
  choiceType,
  eitherType,
  integerType,
  listType,
  named,
  numberType,
  objectType,
  stringType,
  type Type,
} from "../core/declaration/types.ts";
import { type Color, colorType } from "./color.ts";

/** Weight of a font: a name or a number. `"normal"` is 400, and `"bold"` is 700. */
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
  | "w900"
  | 100
  | 200
  | 300
  | 400
  | 500
  | 600
  | 700
  | 800
  | 900;
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
  ...([100, 200, 300, 400, 500, 600, 700, 800, 900] as const),
];
export const fontWeightType: Type<FontWeight> = named("FontWeight", choiceType(FontWeight));

/** Horizontal alignment of lines of text. */
export type TextAlign = "left" | "right" | "center" | "justify" | "start" | "end";
export const TextAlign: readonly TextAlign[] = ["left", "right", "center", "justify", "start", "end"];

/** Treatment of text that does not fit. */
export type TextOverflow = "clip" | "ellipsis" | "fade" | "visible";
export const TextOverflow: readonly TextOverflow[] = ["clip", "ellipsis", "fade", "visible"];

/** Name of a text style of the theme, from the largest headline to the smallest label. */
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

/** Lines on text as numbers, which can be added up: 1 is below, 2 above, 4 through the text. */
export const TextDecoration = { none: 0, underline: 1, overline: 2, lineThrough: 4 } as const;

/** Name of a line on text: below, above, or through the text. */
export type TextDecorationName = keyof typeof TextDecoration;

/** Lines on text: a name, several names, or a sum of values of {@link TextDecoration}. */
export type TextDecorations = TextDecorationName | readonly TextDecorationName[] | number;

const lineName = choiceType(Object.keys(TextDecoration) as TextDecorationName[]);
const textDecorationsType: Type<TextDecorations> = {
  ...named(
    "TextDecorations",
    eitherType<TextDecorations>(lineName, listType(lineName), integerType({ min: 0, max: 7 })),
  ),
  /** Encodes names as their sum. */
  encode(value) {
    if (typeof value === "number") return value;
    return [value].flat().reduce((sum, name) => sum | TextDecoration[name as TextDecorationName], 0);
  },
};

/** Style of a line on text. */
export type TextDecorationStyle = "solid" | "double" | "dotted" | "dashed" | "wavy";
export const TextDecorationStyle: readonly TextDecorationStyle[] = ["solid", "double", "dotted", "dashed", "wavy"];

/** Style of text. Fields that are left out are those of the surrounding text. Flet: `TextStyle`. */
export interface TextStyle {
  /** Font size, in pixels. */
  readonly size?: number | undefined;
  /** Line height, as a multiple of the font size. Default: 1.4 if `size` is set. */
  readonly height?: number | undefined;
  /** Weight of the font. */
  readonly weight?: FontWeight | undefined;
  /** Whether the text is italic. */
  readonly italic?: boolean | undefined;
  /** Lines on the text: `"underline"`, `["underline", "overline"]`, or a sum of values of {@link TextDecoration}. */
  readonly decoration?: TextDecorations | undefined;
  /** Color of the lines on the text. Default: the color of the text. */
  readonly decorationColor?: Color | undefined;
  /** Thickness of the lines on the text, in pixels. Default: the browser's. */
  readonly decorationThickness?: number | undefined;
  /** Style of the lines on the text. Default `"solid"`. */
  readonly decorationStyle?: TextDecorationStyle | undefined;
  /** Font family of the text: one of the device's fonts, such as `"monospace"`, or of the page's `fonts`. */
  readonly fontFamily?: string | undefined;
  /** Font families for characters that `fontFamily` does not have. */
  readonly fontFamilyFallback?: readonly string[] | undefined;
  /** Color of the text. */
  readonly color?: Color | undefined;
  /** Background color of the text. */
  readonly bgcolor?: Color | undefined;
  /** Space between characters, in pixels. */
  readonly letterSpacing?: number | undefined;
  /** Space between words, in pixels, in addition to the space character. */
  readonly wordSpacing?: number | undefined;
}

export const textStyleType: Type<TextStyle> = objectType<TextStyle>(
  "TextStyle",
  {
    size: numberType({ min: 0 }),
    height: numberType({ min: 0 }),
    weight: fontWeightType,
    italic: booleanType,
    decoration: textDecorationsType,
    decorationColor: colorType,
    decorationThickness: numberType({ min: 0 }),
    decorationStyle: choiceType(TextDecorationStyle),
    fontFamily: stringType,
    fontFamilyFallback: listType(stringType),
    color: colorType,
    bgcolor: colorType,
    letterSpacing: numberType(),
    wordSpacing: numberType(),
  },
  [],
  [{ size: 20, weight: "bold", color: "primary" }],
);
