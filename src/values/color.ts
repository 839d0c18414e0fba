import { quote } from "../core/declaration/errors.ts";
import { nearestWord } from "../core/declaration/nearest-word.ts";
import { mustBe, problemWith } from "../core/declaration/problem.ts";
import type { Type } from "../core/declaration/types.ts";
import { type PaletteColor, palette } from "./palette.ts";
import { ThemeColor } from "./theme-color.ts";

/** Name of a color. */
export type ColorName = ThemeColor | PaletteColor;

/**
 * A color: a name such as `"primary"` or `"red500"`, or `"#rgb"`, `"#rrggbb"` or `"#aarrggbb"`. `0x` may replace `#`
 * before six or eight digits. The suffix `",0.5"` makes the color half transparent.
 */
export type Color = ColorName | (string & {});

const WANTED =
  'a color: a name such as "primary" or "red500", "#rgb", "#rrggbb" or "#aarrggbb", optionally with an opacity such as ",0.5"';
const HEX = /^(?:#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})|0x(?:[0-9a-f]{6}|[0-9a-f]{8}))$/i;
const OPACITY = /^(?:0|1|0?\.[0-9]+|[01]\.0+)$/;

const themeColors: ReadonlySet<string> = new Set(ThemeColor);

export const colorType: Type<Color> = {
  name: "Color",
  check(value) {
    if (typeof value !== "string") return mustBe(WANTED, value);
    const [color, opacity] = split(value);
    const isKnown = themeColors.has(color) || palette.has(color) || HEX.test(color);
    if (isKnown && (opacity === undefined || OPACITY.test(opacity))) return undefined;
    const meant = isKnown ? undefined : nearestWord(color, [...palette.keys(), ...themeColors]);
    return problemWith(
      `must be ${WANTED}, not ${quote(value)}${meant === undefined ? "" : ` (is ${quote(meant)} meant?)`}`,
    );
  },
  /** Encodes theme colors by name, with their opacity, because the client knows the theme. Others become hex codes. */
  encode(value) {
    const [color, opacity] = split(value);
    if (themeColors.has(color)) return value;
    const css = palette.get(color) ?? toCss(color);
    if (opacity === undefined) return css;
    const alpha = Math.round(Number(opacity) * 255);
    return css.slice(0, 7) + (alpha === 255 ? "" : alpha.toString(16).padStart(2, "0"));
  },
};

function split(value: string): [color: string, opacity?: string] {
  const comma = value.indexOf(",");
  return comma === -1 ? [value] : [value.slice(0, comma), value.slice(comma + 1)];
}

/** Converts a hex color of the app to CSS. Alpha comes first in the app's colors and last in CSS. */
function toCss(color: string): string {
  const digits = color.replace(/^(?:#|0x)/i, "").toLowerCase();
  if (digits.length === 3) return `#${[...digits].map((digit) => digit + digit).join("")}`;
  if (digits.length === 6) return `#${digits}`;
  return `#${digits.slice(2)}${digits.startsWith("ff") ? "" : digits.slice(0, 2)}`;
}
