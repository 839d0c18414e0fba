import { hugLayout } from "../../layout/simple.ts";
import { type Animate, animateType } from "../../values/animation.ts";
import { type BlendMode, blendModeType } from "../../values/blend-mode.ts";
import { type BorderRadius, borderRadiusType } from "../../values/border-radius.ts";
import { type Color, colorType } from "../../values/color.ts";
import { BoxFit, ImageRepeat } from "../../values/decoration-image.ts";
import { type ImageSource, imageSourceType } from "../../values/image-source.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { flag, oneOf, type Spec, slot, spec, text, value } from "../spec.ts";
import { FilterQuality } from "./filter-quality.ts";

/** Properties of {@link Image}. */
export interface ImageProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Source of the image: a path, a URL, or the image itself as SVG text, base64 or bytes. Default `""`: none. */
  src?: In<M, ImageSource>;
  /** Control shown if the image cannot be loaded. Default `null`: none. */
  errorContent?: In<M, Control | null>;
  /** Directions in which the image is repeated to fill its box. Default `"noRepeat"`. */
  repeat?: In<M, ImageRepeat>;
  /** Fit of the image in its box. Default `null`: its own size, scaled down where it does not fit. */
  fit?: In<M, BoxFit | null>;
  /**
   * Radius of the corners of the image, in pixels: one number for all corners, or by corner. Default `null`: square
   * corners.
   */
  borderRadius?: In<M, BorderRadius | null>;
  /** Color that is blended with the opaque parts of the image, by `colorBlendMode`. Default `null`: none. */
  color?: In<M, Color | null>;
  /**
   * Mode in which `color` is blended with the image. Default `null`: it replaces all colors, as for a one-color icon.
   */
  colorBlendMode?: In<M, BlendMode | null>;
  /**
   * Whether the previous image stays visible until the next one has loaded. Default `false`: nothing, or the
   * placeholder.
   */
  gaplessPlayback?: In<M, boolean>;
  /** Text that screen readers read. Default `null`: none, the image is decoration. */
  semanticsLabel?: In<M, string | null>;
  /** Whether screen readers skip the image, even with a `semanticsLabel`. Default `false`. */
  excludeFromSemantics?: In<M, boolean>;
  /**
   * Quality of a scaled image. `"none"` shows its pixels as squares; the others are left to the browser. Default
   * `"medium"`.
   */
  filterQuality?: In<M, FilterQuality>;
  /** Source of an image that is shown until the image has loaded. Default `null`: none. */
  placeholderSrc?: In<M, ImageSource | null>;
  /** Fit of the placeholder in the box. Default `null`: `fit`. */
  placeholderFit?: In<M, BoxFit | null>;
  /** Animation in which the image appears. Default `null`: immediate, or 250 milliseconds with a placeholder. */
  fadeInAnimation?: In<M, Animate | null>;
  /** Animation in which the placeholder disappears. Default `null`: 150 milliseconds. */
  placeholderFadeOutAnimation?: In<M, Animate | null>;
}

export interface Image extends Plain<ImageProps<Read>> {}

/** An image from a URL, or given as data. */
export class Image extends Control {
  static override readonly spec: Spec<ImageProps> = spec<ImageProps>({
    type: "Image",
    parent: Control,
    layout: hugLayout,
    properties: {
      src: value(imageSourceType, ""),
      errorContent: slot(),
      repeat: oneOf(ImageRepeat, "noRepeat"),
      fit: oneOf(BoxFit, null),
      borderRadius: value(borderRadiusType, null),
      color: value(colorType, null),
      colorBlendMode: value(blendModeType, null),
      gaplessPlayback: flag(false),
      semanticsLabel: text(null),
      excludeFromSemantics: flag(false),
      filterQuality: oneOf(FilterQuality, "medium"),
      placeholderSrc: value(imageSourceType, null),
      placeholderFit: oneOf(BoxFit, null),
      fadeInAnimation: value(animateType, null),
      placeholderFadeOutAnimation: value(animateType, null),
    },
    semantics: { role: "img", label: "semanticsLabel" },
  });

  constructor(props?: ImageProps) {
    super(props);
  }
}
