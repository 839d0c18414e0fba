import { choiceType, objectType, type Type, variantType } from "../../core/types.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type BorderRadius, borderRadiusType } from "./border-radius.ts";

/** A rectangle, with round corners or without. Flet: `RoundedRectangleBorder`. */
export interface RoundedRectangleBorder {
  readonly type: "roundedRectangle";
  /** In pixels. Default 0. */
  readonly radius?: BorderRadius | undefined;
  /** The line along the edge. Default none. */
  readonly side?: BorderSide | undefined;
}

/** A rectangle whose shorter sides are half circles. Flet: `StadiumBorder`. */
export interface StadiumBorder {
  readonly type: "stadium";
  /** The line along the edge. Default none. */
  readonly side?: BorderSide | undefined;
}

/** A circle as large as the shorter side. Flet: `CircleBorder`. */
export interface CircleBorder {
  readonly type: "circle";
  /** The line along the edge. Default none. */
  readonly side?: BorderSide | undefined;
}

/** The outline of a button or checkbox, with a line along it at will. */
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
