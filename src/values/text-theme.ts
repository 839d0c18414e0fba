import { type Fields, objectType, type Type } from "../core/declaration/types.ts";
import { type TextStyle, TextThemeStyle, textStyleType } from "./text-style.ts";

/** Text styles of a theme. Fields that a style leaves out are those of Material 3. Flet: `TextTheme`. */
export interface TextTheme {
  /** Style of the largest text, such as a single large number. Material 3: 57 pixels. */
  readonly displayLarge?: TextStyle | undefined;
  /** Style of very large text. Material 3: 45 pixels. */
  readonly displayMedium?: TextStyle | undefined;
  /** Style of the smallest display text. Material 3: 36 pixels. */
  readonly displaySmall?: TextStyle | undefined;
  /** Style of the largest headlines. Material 3: 32 pixels. */
  readonly headlineLarge?: TextStyle | undefined;
  /** Style of medium headlines. Material 3: 28 pixels. */
  readonly headlineMedium?: TextStyle | undefined;
  /** Style of the smallest headlines. Material 3: 24 pixels. */
  readonly headlineSmall?: TextStyle | undefined;
  /** Style of large titles, such as that of an AppBar. Material 3: 22 pixels. */
  readonly titleLarge?: TextStyle | undefined;
  /** Style of medium titles. Material 3: 16 pixels, medium weight. */
  readonly titleMedium?: TextStyle | undefined;
  /** Style of small titles. Material 3: 14 pixels, medium weight. */
  readonly titleSmall?: TextStyle | undefined;
  /** Style of large labels, such as the text of a button. Material 3: 14 pixels, medium weight. */
  readonly labelLarge?: TextStyle | undefined;
  /** Style of medium labels. Material 3: 12 pixels, medium weight. */
  readonly labelMedium?: TextStyle | undefined;
  /** Style of small labels, such as that of a Badge. Material 3: 11 pixels, medium weight. */
  readonly labelSmall?: TextStyle | undefined;
  /** Style of large running text. Material 3: 16 pixels. */
  readonly bodyLarge?: TextStyle | undefined;
  /** Style of running text, and of every Text without another style. Material 3: 14 pixels. */
  readonly bodyMedium?: TextStyle | undefined;
  /** Style of small running text. Material 3: 12 pixels. */
  readonly bodySmall?: TextStyle | undefined;
}

/** @internal */
export const textThemeType: Type<TextTheme> = objectType<TextTheme>(
  "TextTheme",
  Object.fromEntries(TextThemeStyle.map((style) => [style, textStyleType])) as Fields<TextTheme>,
);
