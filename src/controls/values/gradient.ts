import { choiceType, listType, mustBe, numberType, objectType, type Type, variantType } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type Alignment, alignmentType } from "../../core/values/layout.ts";

/** What is beyond the ends of a gradient: the end's colour, the gradient again, or the gradient back and forth. */
export type GradientTileMode = "clamp" | "repeated" | "mirror";
export const GradientTileMode: readonly GradientTileMode[] = ["clamp", "repeated", "mirror"];

/** What all gradients have. */
export interface GradientColors {
  /** Two or more, from the first end to the other. */
  readonly colors: readonly Color[];
  /** Where each colour is, from 0 to 1 and rising: as many as colours. Default: evenly spread. */
  readonly stops?: readonly number[] | undefined;
  /** Default `"clamp"`. */
  readonly tileMode?: GradientTileMode | undefined;
  /** The whole turned clockwise about the middle of the box, in radians. Default 0. */
  readonly rotation?: number | undefined;
}

/** Colours along a line. Flet: `LinearGradient`. */
export interface LinearGradient extends GradientColors {
  readonly type: "linear";
  /** Where the first colour is. Default the middle of the left edge. */
  readonly begin?: Alignment | undefined;
  /** Where the last colour is. Default the middle of the right edge. */
  readonly end?: Alignment | undefined;
}

/** Colours from a point outward. Flet: `RadialGradient`. */
export interface RadialGradient extends GradientColors {
  readonly type: "radial";
  /** Where the first colour is. Default the middle. */
  readonly center?: Alignment | undefined;
  /** How far out the last colour is, in shares of the shorter side of the box. Default 0.5. */
  readonly radius?: number | undefined;
}

/** Colours around a point, clockwise. Flet: `SweepGradient`. */
export interface SweepGradient extends GradientColors {
  readonly type: "sweep";
  /** What they go around. Default the middle. */
  readonly center?: Alignment | undefined;
  /** Where the first colour is, in radians from three o'clock. Default 0. */
  readonly startAngle?: number | undefined;
  /** Where the last colour is, in radians from three o'clock. Default a full turn. */
  readonly endAngle?: number | undefined;
}

/** Colours that run into each other. */
export type Gradient = LinearGradient | RadialGradient | SweepGradient;

const shared = {
  colors: listType(colorType),
  stops: listType(numberType({ min: 0, max: 1 })),
  tileMode: choiceType(GradientTileMode),
  rotation: numberType(),
};

export const gradientType: Type<Gradient> = variantType<Gradient>("Gradient", {
  linear: matched(
    objectType<LinearGradient>(
      "LinearGradient",
      { type: choiceType(["linear"]), ...shared, begin: alignmentType, end: alignmentType },
      ["type", "colors"],
    ),
  ),
  radial: matched(
    objectType<RadialGradient>(
      "RadialGradient",
      { type: choiceType(["radial"]), ...shared, center: alignmentType, radius: numberType({ min: 0 }) },
      ["type", "colors"],
    ),
  ),
  sweep: matched(
    objectType<SweepGradient>(
      "SweepGradient",
      {
        type: choiceType(["sweep"]),
        ...shared,
        center: alignmentType,
        startAngle: numberType(),
        endAngle: numberType(),
      },
      ["type", "colors"],
    ),
  ),
});

/** With enough colours, and a stop for each if there are stops. */
function matched<T extends GradientColors>(type: Type<T>): Type<T> {
  return {
    ...type,
    check(value) {
      const problem = type.check(value);
      if (problem !== undefined) return problem;
      const { colors, stops } = value as T;
      if (colors.length < 2) return `.colors${mustBe("at least two colours", colors)}`;
      if (stops !== undefined && stops.length !== colors.length)
        return `.stops must be ${colors.length}, one for each colour, not ${stops.length}`;
      const falls = stops?.findIndex((stop, index) => stop < (stops[index - 1] ?? 0)) ?? -1;
      return falls === -1 ? undefined : `.stops[${falls}] must not be less than the stop before it`;
    },
  };
}
