import {
  choiceType,
  eitherType,
  encodeAs,
  isPlainObject,
  named,
  numberType,
  objectType,
  type Type,
  variantType,
} from "../core/declaration/types.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type BorderRadius, borderRadiusType } from "./border-radius.ts";

/** A rectangle, with round or square corners. Flet: `RoundedRectangleBorder`. */
export interface RoundedRectangleBorder {
  /** Type of the shape. It may be left out. */
  readonly type?: "roundedRectangle" | undefined;
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

/** A circle. Use it for square controls: in another one it is an ellipse. Flet: `CircleBorder`. */
export interface CircleBorder {
  /** Type of the shape. */
  readonly type: "circle";
  /** Border along the edge. Default none. */
  readonly side?: BorderSide | undefined;
}

/** Name of a shape without a border of its own. */
export type ShapeName = "roundedRectangle" | "stadium" | "circle";
export const ShapeName: readonly ShapeName[] = ["roundedRectangle", "stadium", "circle"];

/**
 * Shape of a control, with an optional border: a name such as `"circle"`, the radius of a rounded rectangle in pixels, or
 * an object: `"stadium"`, `8`, `{ radius: 8, side: 2 }`, `{ type: "circle", side: "outline" }`.
 */
export type OutlinedBorder = ShapeName | number | RoundedRectangleBorder | StadiumBorder | CircleBorder;
/** A rounded rectangle as it is sent: with its type. */
interface ShapeObject extends Omit<RoundedRectangleBorder, "type"> {
  readonly type: "roundedRectangle";
}

const side = borderSideType;
const objects = variantType<ShapeObject | StadiumBorder | CircleBorder>("OutlinedBorder", {
  roundedRectangle: objectType<ShapeObject>(
    "RoundedRectangleBorder",
    { type: choiceType(["roundedRectangle"]), radius: borderRadiusType, side },
    ["type"],
    [{ type: "roundedRectangle", radius: 8 }],
  ),
  stadium: objectType<StadiumBorder>("StadiumBorder", { type: choiceType(["stadium"]), side }, ["type"]),
  circle: objectType<CircleBorder>("CircleBorder", { type: choiceType(["circle"]), side }, ["type"]),
});

const forms = eitherType<OutlinedBorder>(choiceType(ShapeName), numberType({ min: 0 }), {
  ...objects,
  check: (value) => objects.check(withType(value)),
  expects: () => 'an object such as { radius: 8, side: 2 } or { type: "circle", side: "outline" }',
  example: () => ({ radius: 8, side: 2 }),
});

export const outlinedBorderType: Type<OutlinedBorder> = {
  ...named("OutlinedBorder", forms),
  /** Encodes all forms as an object with its type. */
  encode: (value) => encodeAs(objects, toObject(value)),
};

/** Returns an object with the type that is its default. Other values are returned unchanged. */
function withType(value: unknown): unknown {
  return isPlainObject(value) && value.type === undefined ? { ...value, type: "roundedRectangle" } : value;
}

function toObject(value: OutlinedBorder): ShapeObject | StadiumBorder | CircleBorder {
  if (typeof value === "number") return { type: "roundedRectangle", radius: value };
  if (typeof value === "string") return { type: value };
  return withType(value) as ShapeObject | StadiumBorder | CircleBorder;
}
