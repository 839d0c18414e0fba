import {
  choiceType,
  eitherType,
  encodeAs,
  named,
  numberType,
  objectType,
  type Type,
} from "../core/declaration/types.ts";
import { type Color, colorType } from "./color.ts";

/** Whether a line is drawn. */
export type BorderStyle = "solid" | "none";
export const BorderStyle: readonly BorderStyle[] = ["solid", "none"];

/** Width, color and style of a line along an edge. */
export interface BorderLine {
  /** Width of the line, in pixels. Default 1. */
  readonly width?: number | undefined;
  /** Color of the line. Default `"black"`. */
  readonly color?: Color | undefined;
  /** Whether the line is drawn. Default `"solid"`. */
  readonly style?: BorderStyle | undefined;
}

/**
 * A line along an edge, drawn inside it: its width in pixels, its color, or both: `2`, `"outline"`, `{ width: 2, color:
 * "red" }`. The width alone makes a black line, and the color alone a line of one pixel. Flet: `BorderSide`.
 */
export type BorderSide = number | Color | BorderLine;

const width = numberType({ min: 0 });
const line = objectType<BorderLine>(
  "BorderSide",
  { width, color: colorType, style: choiceType(BorderStyle) },
  [],
  [{ width: 2, color: "red" }],
);

export const borderSideType: Type<BorderSide> = {
  ...named("BorderSide", eitherType<BorderSide>(width, colorType, line)),
  /** Encodes all forms as an object. */
  encode: (value) => encodeAs(line, typeof value === "number" ? { width: value } : toLine(value)),
  example: () => ({ width: 2, color: "red" }),
};

function toLine(value: Color | BorderLine): BorderLine {
  return typeof value === "string" ? { color: value } : value;
}

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

/**
 * Lines along the edges of a box: one for all edges, or by edge: `1`, `"outline"`, `{ width: 2, color: "red" }`, `{
 * bottom: 1 }`. Flet: `Border`.
 */
export type Border = BorderSide | BorderSides;

const sides = objectType<BorderSides>(
  "Border",
  { left: borderSideType, top: borderSideType, right: borderSideType, bottom: borderSideType },
  [],
  [{ bottom: 1 }],
);

export const borderType: Type<Border> = named("Border", eitherType<Border>(borderSideType, sides));
