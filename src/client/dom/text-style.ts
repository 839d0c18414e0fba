import type { TextStyle, TextThemeStyle } from "../../values/text-style.ts";
import { adopt, setStyle } from "./css.ts";
import { px, toColor, toWeight } from "./css-values.ts";

const LINES: readonly string[] = ["underline", "overline", "line-through"];

/**
 * Returns the font families of a text style as CSS, before those of `rest`. Returns `null` if the style names none. Words
 * of CSS such as `monospace` would lose their meaning in quotes, so only names that CSS cannot read are in quotes.
 */
export function toFontFamily(style: Pick<TextStyle, "fontFamily" | "fontFamilyFallback">, rest: string): string | null {
  const families = [style.fontFamily, ...(style.fontFamilyFallback ?? [])].filter((family) => family != null);
  const names = families.map((family) =>
    // As a part of a list, because `inherit` alone has another meaning.
    CSS.supports("font-family", `serif,${family}`) ? family : JSON.stringify(family),
  );
  return names.length === 0 ? null : [...names, rest].join(", ");
}

/** Applies a text style. Parts that it leaves out are inherited. */
export function setTextStyle(target: HTMLElement, style: TextStyle | null | undefined): void {
  const { size, height, weight, italic, color, bgcolor } = style ?? {};
  // Names of lines are sent as a number.
  const decoration = Number(style?.decoration ?? 0);
  const lines = LINES.filter((_, bit) => (decoration & (1 << bit)) !== 0);
  setStyle(target, "font-size", px(size));
  setStyle(target, "line-height", height == null ? (size == null ? null : "1.4") : String(height));
  setStyle(target, "font-weight", toWeight(weight));
  setStyle(target, "font-style", italic === true ? "italic" : null);
  setStyle(target, "text-decoration-line", lines.join(" "));
  setStyle(target, "text-decoration-color", toColor(style?.decorationColor));
  setStyle(target, "text-decoration-style", style?.decorationStyle);
  setStyle(target, "text-decoration-thickness", px(style?.decorationThickness));
  setStyle(target, "font-family", toFontFamily(style ?? {}, "var(--r-font)"));
  setStyle(target, "color", toColor(color));
  setStyle(target, "background-color", toColor(bgcolor));
  setStyle(target, "letter-spacing", px(style?.letterSpacing));
  setStyle(target, "word-spacing", px(style?.wordSpacing));
}

/** Material 3's type scale: weight, then font size, line height and letter spacing in pixels. */
export const SCALE: {
  readonly [name in TextThemeStyle]: readonly [weight: number, size: number, line: number, spacing: number];
} = {
  displayLarge: [400, 57, 64, -0.25],
  displayMedium: [400, 45, 52, 0],
  displaySmall: [400, 36, 44, 0],
  headlineLarge: [400, 32, 40, 0],
  headlineMedium: [400, 28, 36, 0],
  headlineSmall: [400, 24, 32, 0],
  titleLarge: [400, 22, 28, 0],
  titleMedium: [500, 16, 24, 0.15],
  titleSmall: [500, 14, 20, 0.1],
  bodyLarge: [400, 16, 24, 0.5],
  bodyMedium: [400, 14, 20, 0.25],
  bodySmall: [400, 12, 16, 0.4],
  labelLarge: [500, 14, 20, 0.1],
  labelMedium: [500, 12, 16, 0.5],
  labelSmall: [500, 11, 16, 0.5],
};

/** Returns the font of a text style as CSS. A theme may override it by variables. */
export function toFont(name: TextThemeStyle): string {
  const [weight, size, line, spacing] = SCALE[name];
  const own = `--r-t-${name}`;
  return `font:var(${own},${weight} ${size}px/${line}px) var(${own}-family,var(--r-font));letter-spacing:var(${own}-spacing,${spacing}px);word-spacing:var(${own}-words);`;
}

/** Classes of the type scale: `r-text-style-displayLarge` and so on. */
adopt(
  (Object.keys(SCALE) as TextThemeStyle[])
    .map(
      (name) =>
        `.r-text-style-${name}{${toFont(name)}color:var(--r-t-${name}-color);background:var(--r-t-${name}-back)}`,
    )
    .join(""),
);
