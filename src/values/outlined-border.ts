import { choiceType, objectType, type Type, variantType } from "../core/declaration/types.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type BorderRadius, borderRadiusType } from "./border-radius.ts";

/** A rectangle, with round or square corners. Flet: `RoundedRectangleBorder`. */
export interface RoundedRectangleBorder {
  /** Type of the shape. */
  readonly type: "roundedRectangle";
  /** Radius of the corners, in pixels: one number, or by corner. Default 0. */
  readonly radius?: BorderRadius | undefined;
  /** Border along the edge. Default none. */
  readonly side?: BorderSide | undefined;
}

/** A pill: a rectangle whose shorter sides are half circles. Flet: `StadiumBorder`. */
export interface StadiumBorder {
  /** Type of the shape. */
  readonly type: "stadium";
  /** Border along the edge. Default none. */
  readonly side?: BorderSide | undefined;
}

/** A circle as large as the shorter side. Flet: `CircleBorder`. */
export interface CircleBorder {
  /** Type of the shape. */
  readonly type: "circle";
  /** Border along the edge. Default none. */
  readonly side?: BorderSide | undefined;
}

/** Shape of a control, with an optional border. */
export type OutlinedBorder = RoundedRectangleBorder | StadiumBorder | CircleBorder;

export const outlinedBorderType: Type<OutlinedBorder> = variantType<OutlinedBorder>("OutlinedBorder", {
  roundedRectangle: objectType<RoundedRectangleBorder>(
    "RoundedRectangleBorder",
    { type: choiceType(["roundedRectangle"]), radius: borderRadiusType, side: borderSideType },
    ["type"],
  ),
  stadium: objectType<StadiumBorder>("StadiumBorder", { type: choiceType(["stadium"]), side: borderSideType }, [
    "type",
  ]),
  circle: objectType<CircleBorder>("CircleBorder", { type: choiceType(["circle"]), side: borderSideType }, ["type"]),
});
