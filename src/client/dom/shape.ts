import type { BorderSide } from "../../values/border.ts";
import type { BorderRadius } from "../../values/border-radius.ts";
import type { OutlinedBorder } from "../../values/outlined-border.ts";
import { toColor } from "./css-values.ts";

/** Returns corner radii in CSS order: top left, then clockwise. */
export function toRadius(radius: BorderRadius | null | undefined): string | null {
  if (radius == null) return null;
  if (typeof radius === "number") return `${radius}px`;
  const { topLeft = 0, topRight = 0, bottomRight = 0, bottomLeft = 0 } = radius;
  return `${topLeft}px ${topRight}px ${bottomRight}px ${bottomLeft}px`;
}

/** Returns the corner radii of an outline. */
export function toShape(shape: OutlinedBorder): string {
  if (shape.type === "roundedRectangle") return toRadius(shape.radius) ?? "0";
  return shape.type === "circle" ? "50%" : "9999px";
}

/** Returns a line along an edge, in the syntax of `border`. */
export function toSide(side: BorderSide | null | undefined): string | null {
  return side == null ? null : `${side.width ?? 1}px ${side.style ?? "solid"} ${toColor(side.color ?? "#000000")}`;
}
