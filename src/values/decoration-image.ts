import { choiceType, numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type ImageSource, imageSourceType } from "./image-source.ts";
import { type Alignment, alignmentType } from "./layout.ts";

/** Way in which an image is fitted into its box. */
export type BoxFit = "none" | "contain" | "cover" | "fill" | "fitHeight" | "fitWidth" | "scaleDown";
export const BoxFit: readonly BoxFit[] = ["none", "contain", "cover", "fill", "fitHeight", "fitWidth", "scaleDown"];

/** Directions in which an image is repeated to fill its box. */
export type ImageRepeat = "noRepeat" | "repeat" | "repeatX" | "repeatY";
export const ImageRepeat: readonly ImageRepeat[] = ["noRepeat", "repeat", "repeatX", "repeatY"];

/** An image behind a control. Flet: `DecorationImage`. */
export interface DecorationImage {
  /** Source of the image: a path, a URL, or the image itself. */
  readonly src: ImageSource;
  /** Way in which the image is fitted into the box. Default `"scaleDown"`, which is drawn as `"contain"`. */
  readonly fit?: BoxFit | undefined;
  /** Position of the image in the box. Default: centered. */
  readonly alignment?: Alignment | undefined;
  /** Directions in which the image is repeated. Default `"noRepeat"`. */
  readonly repeat?: ImageRepeat | undefined;
  /** Opacity of the image, from 0 (transparent) to 1 (opaque). Default 1. */
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
  [{ src: "/photo.jpg", fit: "cover" }],
);
