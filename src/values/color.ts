import { nearestWord } from "../core/declaration/nearest-word.ts";
import { mismatch } from "../core/declaration/problem.ts";
import type { Type } from "../core/declaration/types.ts";
import { parseCssColor } from "./css-color.ts";
import { type PaletteColor, palette } from "./palette.ts";
import { ThemeColor } from "./theme-color.ts";

/** Name of a color. */
export type ColorName = ThemeColor | PaletteColor;

/**
 * A color: a name such as `"primary"` or `"red500"`, in any case; `"#rgb"`, `"#rrggbb"` or `"#aarrggbb"`; or `rgb(…)` or
 * `hsl(…)` as in CSS. `0x` may replace `#` before six or eight digits. The suffix `",0.5"` makes the color half
 * transparent. In eight digits, the first two are the opacity, as in Flutter; in CSS, they are the last.
 */
export type Color = ColorName | (string & {});

const HEX = /^(?:#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})|0x(?:[0-9a-f]{6}|[0-9a-f]{8}))$/i;
const OPACITY = /^(?:0|1|0?\.[0-9]+|[01]\.0+)$/;

const themeColors: ReadonlySet<string> = new Set(ThemeColor);

export const colorType: Type<Color> = {
  name: "Color",
  isKind: (value) => typeof value === "string",
  check: (value) => (typeof value === "string" && isColor(value) ? undefined : mismatch(colorType, value)),
  /** Encodes theme colors by name, with their opacity, because the client knows the theme. Others become hex codes. */
  encode(value) {
    const [color, opacity] = split(value);
    if (themeColors.has(color)) return opacity === undefined ? color : `${color},${opacity}`;
    const css = palette.get(color) ?? parseCssColor(color) ?? toCss(color);
    if (opacity === undefined) return css;
    const alpha = Math.round(Number(opacity) * 255);
    return css.slice(0, 7) + (alpha === 255 ? "" : alpha.toString(16).padStart(2, "0"));
  },
  expects: () => 'a color such as "primary", "red500,0.5", "#ff0000" or "rgb(255, 0, 0)"',
  suggest(wrong) {
    if (typeof wrong !== "string" || wrong.length > MAX_LENGTH) return undefined;
    const [color] = split(wrong);
    return isColor(color) ? undefined : nearestWord(color, [...palette.keys(), ...themeColors]);
  },
  example: () => "red",
};

/**
 * Returns the theme's color that a valid color names, without its opacity; undefined if it does not depend on the theme.
 * @internal
 */
export function themeColorOf(color: string): string | undefined {
  const [name] = split(color);
  return themeColors.has(name) ? name : undefined;
}

/** Longest text that can be a color. */
const MAX_LENGTH = 100;

function isColor(value: string): boolean {
  if (value.length > MAX_LENGTH) return false;
  // Most colors are plain names or hex codes. They need no split.
  if (themeColors.has(value) || palette.has(value) || (value.startsWith("#") && HEX.test(value))) return true;
  const [color, opacity] = split(value);
  if (opacity !== undefined && !OPACITY.test(opacity)) return false;
  return themeColors.has(color) || palette.has(color) || HEX.test(color) || parseCssColor(color) !== undefined;
}

/** Splits a color from its opacity. Names become lower case, in the spelling of the palette. */
function split(value: string): [color: string, opacity?: string] {
  const comma = value.lastIndexOf(",");
  const isOpacity = comma > value.lastIndexOf(")");
  const color = (isOpacity ? value.slice(0, comma).trimEnd() : value).toLowerCase();
  const name = color.startsWith("gray") || color.startsWith("bluegray") ? color.replace("gray", "grey") : color;
  return isOpacity ? [name, value.slice(comma + 1).trim()] : [name];
}

/** Converts a hex color of the app to CSS. Alpha comes first in the app's colors and last in CSS. */
function toCss(color: string): string {
  const digits = color.replace(/^(?:#|0x)/i, "").toLowerCase();
  if (digits.length === 3) return `#${[...digits].map((digit) => digit + digit).join("")}`;
  if (digits.length === 6) return `#${digits}`;
  return `#${digits.slice(2)}${digits.startsWith("ff") ? "" : digits.slice(0, 2)}`;
}
