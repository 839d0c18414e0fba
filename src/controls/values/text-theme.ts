import { type Fields, objectType, type Type } from "../../core/types.ts";
import { type TextStyle, TextThemeStyle, textStyleType } from "./text-style.ts";

/** The text styles of a theme: what a style leaves out is as in Material 3. Flet: `TextTheme`. */
export interface TextTheme {
  readonly displayLarge?: TextStyle | undefined;
  readonly displayMedium?: TextStyle | undefined;
  readonly displaySmall?: TextStyle | undefined;
  readonly headlineLarge?: TextStyle | undefined;
  readonly headlineMedium?: TextStyle | undefined;
  readonly headlineSmall?: TextStyle | undefined;
  readonly titleLarge?: TextStyle | undefined;
  readonly titleMedium?: TextStyle | undefined;
  readonly titleSmall?: TextStyle | undefined;
  readonly labelLarge?: TextStyle | undefined;
  readonly labelMedium?: TextStyle | undefined;
  readonly labelSmall?: TextStyle | undefined;
  readonly bodyLarge?: TextStyle | undefined;
  readonly bodyMedium?: TextStyle | undefined;
  readonly bodySmall?: TextStyle | undefined;
}

/** @internal */
export const textThemeType: Type<TextTheme> = objectType<TextTheme>(
  "TextTheme",
  Object.fromEntries(TextThemeStyle.map((style) => [style, textStyleType])) as Fields<TextTheme>,
);
