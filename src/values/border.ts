import { choiceType, eitherType, named, numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type Color, colorType } from "./color.ts";

/** Whether a line is drawn. */
export type BorderStyle = "solid" | "none";
export const BorderStyle: readonly BorderStyle[] = ["solid", "none"];

/** A line along an edge, drawn inside it. Flet: `BorderSide`. */
export interface BorderSide {
  /** Width of the line, in pixels. Default 1. */
  readonly width?: number | undefined;
  /** Color of the line. Default `"black"`. */
  readonly color?: Color | undefined;
  /** Whether the line is drawn. Default `"solid"`. */
  readonly style?: BorderStyle | undefined;
}
export const borderSideType: Type<BorderSide> = objectType<BorderSide>("BorderSide", {
  width: numberType({ min: 0 }),
  color: colorType,
  style: choiceType(BorderStyle),
});

/** A line for each edge. An edge that is left out has none. */
export interface BorderSides {
  /** Line along the left edge. Default none. */
  readonly left?: BorderSide | undefined;
  /** Line along the top edge. Default none. */
  readonly top?: BorderSide | undefined;
  /** Line along the right edge. Default none. */
  readonly right?: BorderSide | undefined;
  /** Line along the bottom edge. Default none. */
  readonly bottom?: BorderSide | undefined;
}

/** Lines along the edges of a box: one for all edges, or by edge. Flet: `Border`. */
export type Border = BorderSide | BorderSides;
export const borderType: Type<Border> = named(
  "Border",
  eitherType<Border>(
    borderSideType,
    objectType<BorderSides>("Border", {
      left: borderSideType,
      top: borderSideType,
      right: borderSideType,
      bottom: borderSideType,
    }),
  ),
);
