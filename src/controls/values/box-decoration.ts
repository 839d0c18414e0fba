import { choiceType, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type BlendMode, blendModeType } from "./blend-mode.ts";
import { type Border, borderType } from "./border.ts";
import { type BorderRadius, borderRadiusType } from "./border-radius.ts";
import { type Shadow, shadowType } from "./box-shadow.ts";
import { type DecorationImage, decorationImageType } from "./decoration-image.ts";
import { type Gradient, gradientType } from "./gradient.ts";

/** The outline of a box: a circle is as large as the shorter side. */
export type BoxShape = "rectangle" | "circle";
export const BoxShape: readonly BoxShape[] = ["rectangle", "circle"];

/** How a box looks. Flet: `BoxDecoration`. */
export interface BoxDecoration {
  readonly bgcolor?: Color | undefined;
  /** Over the colour. */
  readonly image?: DecorationImage | undefined;
  readonly border?: Border | undefined;
  /** Not with a circle. Default 0. */
  readonly borderRadius?: BorderRadius | undefined;
  readonly shadows?: Shadow | undefined;
  /** In place of the colour. */
  readonly gradient?: Gradient | undefined;
  /** Default `"rectangle"`. */
  readonly shape?: BoxShape | undefined;
  /** How the colour or gradient mixes with what is behind it. Only with one of them. */
  readonly blendMode?: BlendMode | undefined;
}

const fields: Type<BoxDecoration> = objectType<BoxDecoration>("BoxDecoration", {
  bgcolor: colorType,
  image: decorationImageType,
  border: borderType,
  borderRadius: borderRadiusType,
  shadows: shadowType,
  gradient: gradientType,
  shape: choiceType(BoxShape),
  blendMode: blendModeType,
});

export const boxDecorationType: Type<BoxDecoration> = {
  ...fields,
  check(value) {
    const problem = fields.check(value);
    if (problem !== undefined) return problem;
    const { bgcolor, gradient, blendMode, shape, borderRadius } = value as BoxDecoration;
    if (blendMode !== undefined && bgcolor === undefined && gradient === undefined)
      return ".blendMode needs a bgcolor or gradient";
    if (shape === "circle" && borderRadius !== undefined) return ".borderRadius cannot be given to a circle";
    return undefined;
  },
};
