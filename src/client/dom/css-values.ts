import type { Color } from "../../values/color.ts";
import type { Padding } from "../../values/insets.ts";
import type { Alignment, CrossAxisAlignment, MainAxisAlignment } from "../../values/layout.ts";
import type { FontWeight } from "../../values/text-style.ts";

/**
 * Returns a value as an object. The app's short forms, such as `"center"` or the width of a border, are sent as objects,
 * but have the same types.
 */
export function inFull<T>(value: T): Exclude<T, string | number> {
  return value as Exclude<T, string | number>;
}

/** Returns a length in pixels, in CSS syntax. */
export function px(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : `${value}px`;
}

/** Returns a wire color in CSS syntax. On the wire, it is `#…`, or a color of the theme with an optional opacity. */
export function toColor(color: Color | null | undefined): string | null {
  if (color === null || color === undefined) return null;
  if (color.startsWith("#")) return color;
  const [name, opacity] = color.split(",");
  const theme = `var(--r-${name})`;
  return opacity === undefined ? theme : `color-mix(in srgb, ${theme} ${Number(opacity) * 100}%, transparent)`;
}

/** Returns the weight of a font in CSS syntax. */
export function toWeight(weight: FontWeight | null | undefined): string | null {
  return weight === null || weight === undefined ? null : String(weight).replace("w", "");
}

/** Returns padding or margin in CSS syntax: top, right, bottom, left. */
export function toInsets(insets: Padding | null | undefined): string | null {
  if (insets === null || insets === undefined) return null;
  if (typeof insets === "number") return `${insets}px`;
  return `${insets.top ?? 0}px ${insets.right ?? 0}px ${insets.bottom ?? 0}px ${insets.left ?? 0}px`;
}

/** Returns the text of a property that takes a string or a control. A control is a child, so there is no text. */
export function toText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Returns how children share space along the main axis, in CSS syntax. */
export function toMainAxis(alignment: MainAxisAlignment | null | undefined): string | null {
  return alignment === null || alignment === undefined ? null : MAIN[alignment];
}

/** Returns how children are aligned along the cross axis, in CSS syntax. */
export function toCrossAxis(alignment: CrossAxisAlignment | null | undefined): string | null {
  return alignment === null || alignment === undefined ? null : CROSS[alignment];
}

/** Returns a coordinate of a box in percent: -1 is 0 %, 1 is 100 %. */
export function toPercent(value: number): string {
  return `${(value + 1) * 50}%`;
}

/** Returns a point of a box from its left and top, in CSS syntax. */
export function toPosition(alignment: Alignment | null | undefined): string | null {
  const at = inFull(alignment);
  return at === null || at === undefined ? null : `${toPercent(at.x)} ${toPercent(at.y)}`;
}

const MAIN: { readonly [A in MainAxisAlignment]: string } = {
  start: "flex-start",
  end: "flex-end",
  center: "center",
  spaceBetween: "space-between",
  spaceAround: "space-around",
  spaceEvenly: "space-evenly",
};

const CROSS: { readonly [A in CrossAxisAlignment]: string } = {
  start: "flex-start",
  end: "flex-end",
  center: "center",
  stretch: "stretch",
  baseline: "baseline",
};
