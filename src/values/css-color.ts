const CALL = /^(rgb|hsl)a?\(([^()]*)\)$/i;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(%|deg)?$/i;

/**
 * Returns a color that is written as `rgb(…)` or `hsl(…)` in CSS as a hex code, with eight digits if it is transparent.
 * Undefined if the text is no such color.
 * @internal
 */
export function parseCssColor(text: string): string | undefined {
  const [, kind, inner] = CALL.exec(text.trim()) ?? [];
  if (kind === undefined || inner === undefined) return undefined;
  const parts = inner
    .trim()
    .split(/\s*[,/]\s*|\s+/)
    .map((part) => NUMBER.exec(part));
  if (parts.length < 3 || parts.length > 4 || parts.some((part) => part === null)) return undefined;
  const [a, b, c, alpha] = parts.map((part) => ({ value: Number.parseFloat(part![0]), unit: part![1]?.toLowerCase() }));
  const isRgb = kind.toLowerCase() === "rgb";
  const isValid = isRgb
    ? a!.unit !== "deg" && [b, c].every((part) => part!.unit === a!.unit)
    : a!.unit !== "%" && [b, c].every((part) => part!.unit === "%");
  if (!isValid || alpha?.unit === "deg") return undefined;
  const channels = isRgb
    ? [a, b, c].map((part) => (part!.unit === "%" ? part!.value * 2.55 : part!.value))
    : fromHsl(a!.value, b!.value / 100, c!.value / 100);
  const opacity = alpha === undefined ? 1 : alpha.unit === "%" ? alpha.value / 100 : alpha.value;
  return `#${channels.map(toHex).join("")}${opacity >= 1 ? "" : toHex(opacity * 255)}`;
}

/** Returns red, green and blue from 0 to 255. */
function fromHsl(hue: number, saturation: number, lightness: number): number[] {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((offset) => {
    const at = (((offset + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - chroma * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  });
}

function toHex(channel: number): string {
  return Math.round(Math.max(0, Math.min(255, channel)))
    .toString(16)
    .padStart(2, "0");
}
