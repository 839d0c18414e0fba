import { choiceType, numberType, objectType, type Type } from "../../core/types.ts";
import { type Alignment, alignmentType } from "../../core/values/layout.ts";
import { type ImageSource, imageSourceType } from "./image-source.ts";

/** How an image fills its box. */
export type BoxFit = "none" | "contain" | "cover" | "fill" | "fitHeight" | "fitWidth" | "scaleDown";
export const BoxFit: readonly BoxFit[] = ["none", "contain", "cover", "fill", "fitHeight", "fitWidth", "scaleDown"];

/** In which directions an image is repeated to fill its box. */
export type ImageRepeat = "noRepeat" | "repeat" | "repeatX" | "repeatY";
export const ImageRepeat: readonly ImageRepeat[] = ["noRepeat", "repeat", "repeatX", "repeatY"];

/** An image behind a control. Flet: `DecorationImage`. */
export interface DecorationImage {
  /** A path or an address, or the image itself. */
  readonly src: ImageSource;
  /** Default: as large as it is, made smaller where it does not fit. */
  readonly fit?: BoxFit | undefined;
  /** Where it stands in the box. Default the middle. */
  readonly alignment?: Alignment | undefined;
  /** Default `"noRepeat"`. */
  readonly repeat?: ImageRepeat | undefined;
  /** From 0 (clear) to 1 (solid). Default 1. */
  readonly opacity?: number | undefined;
}

export const decorationImageType: Type<DecorationImage> = objectType<DecorationImage>(
  "DecorationImage",
  {
    src: imageSourceType,
    fit: choiceType(BoxFit),
    alignment: alignmentType,
    repeat: choiceType(ImageRepeat),
    opacity: numberType({ min: 0, max: 1 }),
  },
  ["src"],
);
