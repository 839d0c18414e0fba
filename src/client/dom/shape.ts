import type { BorderSide } from "../../values/border.ts";
import type { BorderRadius } from "../../values/border-radius.ts";
import type { OutlinedBorder } from "../../values/outlined-border.ts";
import { inFull, toColor } from "./css-values.ts";

/** Returns corner radii in CSS order: top left, then clockwise. */
export function toRadius(radius: BorderRadius | null | undefined): string | null {
  if (radius == null) return null;
  if (typeof radius === "number") return `${radius}px`;
  const { topLeft = 0, topRight = 0, bottomRight = 0, bottomLeft = 0 } = radius;
  return `${topLeft}px ${topRight}px ${bottomRight}px ${bottomLeft}px`;
}

/** Returns the corner radii of an outline. */
export function toShape(outline: OutlinedBorder): string {
  const shape = inFull(outline);
  if (shape.type !== "circle" && shape.type !== "stadium") return toRadius(shape.radius) ?? "0";
  return shape.type === "circle" ? "50%" : "9999px";
}

/** Returns a line along an edge, in the syntax of `border`. */
export function toSide(line: BorderSide | null | undefined): string | null {
  const side = inFull(line);
  return side == null ? null : `${side.width ?? 1}px ${side.style ?? "solid"} ${toColor(side.color ?? "#000000")}`;
}
