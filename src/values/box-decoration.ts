import { problemWith } from "../core/declaration/problem.ts";
import { choiceType, objectType, type Type } from "../core/declaration/types.ts";
import { type BlendMode, blendModeType } from "./blend-mode.ts";
import { type Border, borderType } from "./border.ts";
import { type BorderRadius, borderRadiusType } from "./border-radius.ts";
import { type Shadow, shadowType } from "./box-shadow.ts";
import { type Color, colorType } from "./color.ts";
import { type DecorationImage, decorationImageType } from "./decoration-image.ts";
import { type Gradient, gradientType } from "./gradient.ts";

/** Shape of a box. Use a circle for square boxes: in another box it is an ellipse. */
export type BoxShape = "rectangle" | "circle";
export const BoxShape: readonly BoxShape[] = ["rectangle", "circle"];

/** Background, border and shadows of a box. Flet: `BoxDecoration`. */
export interface BoxDecoration {
  /** Background color. Default: none. */
  readonly bgcolor?: Color | undefined;
  /** Image drawn over the background color. Default: none. */
  readonly image?: DecorationImage | undefined;
  /** Border of the box: one line for all edges, or by edge. Default: none. */
  readonly border?: Border | undefined;
  /**
   * Radius of the corners, in pixels: one number, or by corner. An error together with `shape: "circle"`. Default 0.
   */
  readonly borderRadius?: BorderRadius | undefined;
  /** Shadows of the box: one, or a list. Default: none. */
  readonly shadows?: Shadow | undefined;
  /** Gradient drawn instead of the background color. Default: none. */
  readonly gradient?: Gradient | undefined;
  /** Shape of the box. Default `"rectangle"`. */
  readonly shape?: BoxShape | undefined;
  /**
   * Way in which the color or gradient is mixed with what is behind it. An error without `bgcolor` and `gradient`.
   * Default: not mixed.
   */
  readonly blendMode?: BlendMode | undefined;
}

const fields: Type<BoxDecoration> = objectType<BoxDecoration>(
  "BoxDecoration",
  {
    bgcolor: colorType,
    image: decorationImageType,
    border: borderType,
    borderRadius: borderRadiusType,
    shadows: shadowType,
    gradient: gradientType,
    shape: choiceType(BoxShape),
    blendMode: blendModeType,
  },
  [],
  [{ bgcolor: "primary", borderRadius: 8 }],
);

export const boxDecorationType: Type<BoxDecoration> = {
  ...fields,
  check(value) {
    const problem = fields.check(value);
    if (problem !== undefined) return problem;
    const { bgcolor, gradient, blendMode, shape, borderRadius } = value as BoxDecoration;
    if (blendMode !== undefined && bgcolor === undefined && gradient === undefined)
      return problemWith("needs a bgcolor or gradient", "blendMode");
    if (shape === "circle" && borderRadius !== undefined)
      return problemWith("cannot be given to a circle", "borderRadius");
    return undefined;
  },
};
