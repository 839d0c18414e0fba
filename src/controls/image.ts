import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { flag, oneOf, type Spec, slot, spec, text, value } from "../core/spec.ts";
import { type Animate, animateType } from "../core/values/animation.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type BlendMode, blendModeType } from "./values/blend-mode.ts";
import { type BorderRadius, borderRadiusType } from "./values/border-radius.ts";
import { BoxFit, ImageRepeat } from "./values/decoration-image.ts";
import { FilterQuality } from "./values/filter-quality.ts";
import { type ImageSource, imageSourceType } from "./values/image-source.ts";

/** Properties of {@link Image}. */
export interface ImageProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** A path or an address, or the image itself. Default `""`: none. */
  src?: In<M, ImageSource>;
  /** What stands there if the image cannot be shown. Default none. */
  errorContent?: In<M, Control | null>;
  /** In which directions it is repeated to fill its box. Default `"noRepeat"`. */
  repeat?: In<M, ImageRepeat>;
  /** How it fills its box. Default `null`: as large as it is, smaller where it does not fit. */
  fit?: In<M, BoxFit | null>;
  /** How round the corners are, in pixels. Default `null`: square. */
  borderRadius?: In<M, BorderRadius | null>;
  /** Mixed with the image where it is not clear, or in its place: see `colorBlendMode`. Default none. */
  color?: In<M, Color | null>;
  /** How `color` is mixed with the image. Default `null`: it takes its place, as for a sign of one colour. */
  colorBlendMode?: In<M, BlendMode | null>;
  /** Whether the last image stays until the next has come. Default `false`: nothing, or the placeholder, is seen. */
  gaplessPlayback?: In<M, boolean>;
  /** What a screen reader says. Default `null`: nothing, it is decoration. */
  semanticsLabel?: In<M, string | null>;
  /** Whether screen readers pass over it whatever the label is. Default `false`. */
  excludeFromSemantics?: In<M, boolean>;
  /** How it is drawn larger or smaller than it is: `"none"` shows its points as squares. Default `"medium"`. */
  filterQuality?: In<M, FilterQuality>;
  /** What is seen until the image has come. Default none. */
  placeholderSrc?: In<M, ImageSource | null>;
  /** How the placeholder fills the box. Default `null`: as `fit`. */
  placeholderFit?: In<M, BoxFit | null>;
  /** How the image appears. Default `null`: at once, or with a placeholder in 250 milliseconds. */
  fadeInAnimation?: In<M, Animate | null>;
  /** How the placeholder goes. Default `null`: in 150 milliseconds. */
  placeholderFadeOutAnimation?: In<M, Animate | null>;
}

export interface Image extends Plain<ImageProps<Read>> {}

/** Shows an image. */
export class Image extends Control {
  static override readonly spec: Spec<ImageProps<Read>> = spec<ImageProps<Read>, LayoutProps<Read>>(
    "Image",
    Control,
    {
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
    { role: "img", label: "semanticsLabel" },
  );

  constructor(props?: ImageProps) {
    super(props);
  }
}
