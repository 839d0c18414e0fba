import { choiceType, numberType, objectType, type Type } from "../../core/types.ts";
import { type Alignment, alignmentType } from "../../core/values/layout.ts";
import { urlType } from "./url.ts";

/** How an image fills its box. */
export type BoxFit = "none" | "contain" | "cover" | "fill" | "fitHeight" | "fitWidth" | "scaleDown";
export const BoxFit: readonly BoxFit[] = ["none", "contain", "cover", "fill", "fitHeight", "fitWidth", "scaleDown"];

/** In which directions an image is repeated to fill its box. */
export type ImageRepeat = "noRepeat" | "repeat" | "repeatX" | "repeatY";
export const ImageRepeat: readonly ImageRepeat[] = ["noRepeat", "repeat", "repeatX", "repeatY"];

/** An image behind a control. Flet: `DecorationImage`. */
export interface DecorationImage {
  /**
   * Where it is: a path on this site, or the image itself as `data:image/…`. An `http` or `https` address of another
   * site shows only where the page's policy allows it: that of `run` and `createApp` does not.
   */
  readonly src: string;
  /** Default: as large as it is, made smaller where it does not fit. */
  readonly fit?: BoxFit | undefined;
  /** Where it stands in the box. Default the middle. */
  readonly alignment?: Alignment | undefined;
  /** Default `"noRepeat"`. */
  readonly repeat?: ImageRepeat | undefined;
  /** From 0 (clear) to 1 (solid). Default 1. */
  readonly opacity?: number | undefined;
}

const PROTOCOLS: readonly string[] = ["http:", "https:"];
const imageUrlType = urlType("a path, an http or https address, or data:image/…", ({ protocol, pathname }) =>
  protocol === "data:" ? /^image\//i.test(pathname) : PROTOCOLS.includes(protocol),
);

export const decorationImageType: Type<DecorationImage> = objectType<DecorationImage>(
  "DecorationImage",
  {
    src: imageUrlType,
    fit: choiceType(BoxFit),
    alignment: alignmentType,
    repeat: choiceType(ImageRepeat),
    opacity: numberType({ min: 0, max: 1 }),
  },
  ["src"],
);
