import { mustBe, problemIn, problemWith } from "../core/declaration/problem.ts";
import { choiceType, listType, numberType, objectType, type Type, variantType } from "../core/declaration/types.ts";
import { type Color, colorType } from "./color.ts";
import { type Alignment, alignmentType } from "./layout.ts";
import { angleType } from "./quantity.ts";

/**
 * Colors beyond the ends of a gradient: the color of the end, the gradient repeated, or the gradient repeated back and
 * forth.
 */
export type GradientTileMode = "clamp" | "repeated" | "mirror";
export const GradientTileMode: readonly GradientTileMode[] = ["clamp", "repeated", "mirror"];

/** Properties of all gradients. */
export interface GradientColors {
  /** Colors of the gradient, at least two, from its start to its end. */
  readonly colors: readonly Color[];
  /** Position of each color, from 0 to 1 and rising, as many as there are colors. Default: evenly spaced. */
  readonly stops?: readonly number[] | undefined;
  /** Colors beyond the ends of the gradient. Default `"clamp"`. */
  readonly tileMode?: GradientTileMode | undefined;
  /** Clockwise rotation of the gradient around the center of the box, in radians. Default 0. */
  readonly rotation?: number | undefined;
}

/** A gradient along a line. Flet: `LinearGradient`. */
export interface LinearGradient extends GradientColors {
  /** Type of the gradient. */
  readonly type: "linear";
  /** Position of the first color. Default: the middle of the left edge. */
  readonly begin?: Alignment | undefined;
  /** Position of the last color. Default: the middle of the right edge. */
  readonly end?: Alignment | undefined;
}

/** A gradient from a point outwards. Flet: `RadialGradient`. */
export interface RadialGradient extends GradientColors {
  /** Type of the gradient. */
  readonly type: "radial";
  /** Position of the first color. Default: the center of the box. */
  readonly center?: Alignment | undefined;
  /** Distance of the last color from the center, as a fraction of the shorter side of the box. Default 0.5. */
  readonly radius?: number | undefined;
}

/** A gradient around a point, clockwise. Flet: `SweepGradient`. */
export interface SweepGradient extends GradientColors {
  /** Type of the gradient. */
  readonly type: "sweep";
  /** Point that the colors go around. Default: the center of the box. */
  readonly center?: Alignment | undefined;
  /** Angle of the first color, in radians from three o'clock. Default 0. */
  readonly startAngle?: number | undefined;
  /** Angle of the last color, in radians from three o'clock. Default: 2π, a full turn. */
  readonly endAngle?: number | undefined;
}

/** A gradual change from one color to another. */
export type Gradient = LinearGradient | RadialGradient | SweepGradient;

const shared = {
  colors: listType(colorType),
  stops: listType(numberType({ min: 0, max: 1 })),
  tileMode: choiceType(GradientTileMode),
  rotation: angleType,
};

export const gradientType: Type<Gradient> = variantType<Gradient>("Gradient", {
  linear: matched(
    objectType<LinearGradient>(
      "LinearGradient",
      { type: choiceType(["linear"]), ...shared, begin: alignmentType, end: alignmentType },
      ["type", "colors"],
      [{ type: "linear", colors: ["red", "blue"] }],
    ),
  ),
  radial: matched(
    objectType<RadialGradient>(
      "RadialGradient",
      { type: choiceType(["radial"]), ...shared, center: alignmentType, radius: numberType({ min: 0 }) },
      ["type", "colors"],
      [{ type: "radial", colors: ["red", "blue"] }],
    ),
  ),
  sweep: matched(
    objectType<SweepGradient>(
      "SweepGradient",
      {
        type: choiceType(["sweep"]),
        ...shared,
        center: alignmentType,
        startAngle: angleType,
        endAngle: angleType,
      },
      ["type", "colors"],
      [{ type: "sweep", colors: ["red", "blue"] }],
    ),
  ),
});

/** Returns a type that requires at least two colors, and as many stops as colors if there are stops. */
function matched<T extends GradientColors>(type: Type<T>): Type<T> {
  return {
    ...type,
    check(value) {
      const problem = type.check(value);
      if (problem !== undefined) return problem;
      const { colors, stops } = value as T;
      if (colors.length < 2) return problemIn("colors", mustBe("at least two colors", colors));
      if (stops !== undefined && stops.length !== colors.length)
        return problemWith(`must be ${colors.length}, one for each color, not ${stops.length}`, "stops");
      const falls = stops?.findIndex((stop, index) => stop < (stops[index - 1] ?? 0)) ?? -1;
      return falls === -1 ? undefined : problemWith("must not be less than the stop before it", "stops", falls);
    },
  };
}
