import type { TextStyle } from "../controls/values/text-style.ts";
import { adopt, css, setStyle } from "./css.ts";
import { px, toColor } from "./style.ts";

const LINES: readonly string[] = ["underline", "overline", "line-through"];

/** Draws text in a style; what it leaves out is as around it. */
export function setTextStyle(target: HTMLElement, style: TextStyle | null | undefined): void {
  const { size, height, weight, italic, decoration = 0, color, bgcolor } = style ?? {};
  const lines = LINES.filter((_, bit) => (decoration & (1 << bit)) !== 0);
  const families = [style?.fontFamily, ...(style?.fontFamilyFallback ?? [])].filter((family) => family != null);
  setStyle(target, "font-size", px(size));
  setStyle(target, "line-height", height == null ? (size == null ? null : "1.4") : String(height));
  setStyle(target, "font-weight", weight == null ? null : weight.replace("w", ""));
  setStyle(target, "font-style", italic === true ? "italic" : null);
  setStyle(target, "text-decoration-line", lines.join(" "));
  setStyle(target, "text-decoration-color", toColor(style?.decorationColor));
  setStyle(target, "text-decoration-style", style?.decorationStyle);
  setStyle(target, "text-decoration-thickness", px(style?.decorationThickness));
  setStyle(
    target,
    "font-family",
    families.length === 0 ? null : [...families.map((family) => JSON.stringify(family)), "var(--r-font)"].join(", "),
  );
  setStyle(target, "color", toColor(color));
  setStyle(target, "background-color", toColor(bgcolor));
  setStyle(target, "letter-spacing", px(style?.letterSpacing));
  setStyle(target, "word-spacing", px(style?.wordSpacing));
}

/** Material 3's scale of type, as classes \`r-displayLarge\` and so on. */
adopt(css`
.r-displayLarge { font: 400 57px/64px var(--r-font); letter-spacing: -0.25px; }
.r-displayMedium { font: 400 45px/52px var(--r-font); letter-spacing: 0; }
.r-displaySmall { font: 400 36px/44px var(--r-font); letter-spacing: 0; }
.r-headlineLarge { font: 400 32px/40px var(--r-font); letter-spacing: 0; }
.r-headlineMedium { font: 400 28px/36px var(--r-font); letter-spacing: 0; }
.r-headlineSmall { font: 400 24px/32px var(--r-font); letter-spacing: 0; }
.r-titleLarge { font: 400 22px/28px var(--r-font); letter-spacing: 0; }
.r-titleMedium { font: 500 16px/24px var(--r-font); letter-spacing: 0.15px; }
.r-titleSmall { font: 500 14px/20px var(--r-font); letter-spacing: 0.1px; }
.r-bodyLarge { font: 400 16px/24px var(--r-font); letter-spacing: 0.5px; }
.r-bodyMedium { font: 400 14px/20px var(--r-font); letter-spacing: 0.25px; }
.r-bodySmall { font: 400 12px/16px var(--r-font); letter-spacing: 0.4px; }
.r-labelLarge { font: 500 14px/20px var(--r-font); letter-spacing: 0.1px; }
.r-labelMedium { font: 500 12px/16px var(--r-font); letter-spacing: 0.5px; }
.r-labelSmall { font: 500 11px/16px var(--r-font); letter-spacing: 0.5px; }
`);
