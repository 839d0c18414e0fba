import type { Color } from "../core/values/color.ts";
import type { Padding } from "../core/values/insets.ts";
import type { Alignment, CrossAxisAlignment, MainAxisAlignment } from "../core/values/layout.ts";

/** A length in pixels. */
export function px(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : `${value}px`;
}

/** A colour as the wire has it: `#…`, or a colour of the theme with an opacity at will. */
export function toColor(color: Color | null | undefined): string | null {
  if (color === null || color === undefined) return null;
  if (color.startsWith("#")) return color;
  const [name, opacity] = color.split(",");
  const theme = `var(--r-${name})`;
  return opacity === undefined ? theme : `color-mix(in srgb, ${theme} ${Number(opacity) * 100}%, transparent)`;
}

/** Room inside or outside an edge, as CSS has it: top, right, bottom, left. */
export function toInsets(insets: Padding | null | undefined): string | null {
  if (insets === null || insets === undefined) return null;
  if (typeof insets === "number") return `${insets}px`;
  return `${insets.top ?? 0}px ${insets.right ?? 0}px ${insets.bottom ?? 0}px ${insets.left ?? 0}px`;
}

/** What a property says that takes a string or a control: a control is a child, and says nothing here. */
export function toText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** How children share room along the main axis. */
export function toMainAxis(alignment: MainAxisAlignment | null | undefined): string | null {
  return alignment === null || alignment === undefined ? null : MAIN[alignment];
}

/** How children stand across. */
export function toCrossAxis(alignment: CrossAxisAlignment | null | undefined): string | null {
  return alignment === null || alignment === undefined ? null : CROSS[alignment];
}

/** A point of a box in per cent: -1 is 0 %, 1 is 100 %. */
export function toPercent(value: number): string {
  return `${(value + 1) * 50}%`;
}

/** A point of a box, from left and top, as CSS has it. */
export function toPosition(alignment: Alignment | null | undefined): string | null {
  return alignment === null || alignment === undefined ? null : `${toPercent(alignment.x)} ${toPercent(alignment.y)}`;
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
