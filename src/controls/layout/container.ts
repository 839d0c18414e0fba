import { containerLayout } from "../../layout/container.ts";
import { type Animate, animateType } from "../../values/animation.ts";
import { type BlendMode, blendModeType } from "../../values/blend-mode.ts";
import { type Border, borderType } from "../../values/border.ts";
import { type BorderRadius, borderRadiusType } from "../../values/border-radius.ts";
import { type BoxDecoration, BoxShape, boxDecorationType } from "../../values/box-decoration.ts";
import { type Shadow, shadowType } from "../../values/box-shadow.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type DecorationImage, decorationImageType } from "../../values/decoration-image.ts";
import { type Gradient, gradientType } from "../../values/gradient.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type Alignment, alignmentType, ThemeMode } from "../../values/layout.ts";
import { type Link, linkType } from "../../values/link.ts";
import { type TapDetails, tapDetailsType } from "../../values/pointer.ts";
import { type Theme, themeType } from "../../values/theme.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, number, oneOf, payload, type Spec, slot, spec, value } from "../spec.ts";

/** Properties of {@link Container}. */
export interface ContainerProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Control in the container. Default `null`: none. */
  content?: In<M, Control | null>;
  /**
   * Space between the edge of the container and its content, in pixels: one number for all sides, or by side. Default
   * `null`: none.
   */
  padding?: In<M, Padding | null>;
  /**
   * Position of the content in the container. With it, a container without a `width` takes the whole width of the page or
   * Column that it is directly in. Default `null`: the container fits its content.
   */
  alignment?: In<M, Alignment | null>;
  /** Background color of the container. Default `null`: transparent. */
  bgcolor?: In<M, Color | null>;
  /** Gradient of the background. Takes precedence over `bgcolor`. Default `null`: none. */
  gradient?: In<M, Gradient | null>;
  /** Mode in which `bgcolor` or `gradient` blends with what is behind the container. Default `null`: it covers it. */
  blendMode?: In<M, BlendMode | null>;
  /** Border of the container: one line for all edges, or by edge. Default `null`: none. */
  border?: In<M, Border | null>;
  /**
   * Radius of the corners of the container, in pixels: one number for all corners, or by corner. Default `null`: square
   * corners.
   */
  borderRadius?: In<M, BorderRadius | null>;
  /**
   * Shape of the container. A circle ignores `borderRadius`, and is an ellipse unless the container is square. Default
   * `"rectangle"`.
   */
  shape?: In<M, BoxShape>;
  /**
   * Whether content that overflows the edge of the container is clipped. Default `null`: only with a `borderRadius`.
   */
  clipBehavior?: In<M, ClipBehavior | null>;
  /** Whether a clickable container is tinted while it is hovered or pressed. Default `false`. */
  ink?: In<M, boolean>;
  /** Color of the tint by `ink`. Default `null`: the theme's color. */
  inkColor?: In<M, Color | null>;
  /** Image over the background color and behind the content. Default `null`: none. */
  image?: In<M, DecorationImage | null>;
  /** Blur of what is behind the container, in pixels. Default `null`: none. */
  blur?: In<M, number | null>;
  /** Shadow of the container, or several. Default `null`: none. */
  shadow?: In<M, Shadow | null>;
  /** URL that a click opens. Default `null`: none. */
  url?: In<M, Link | null>;
  /**
   * Theme of the container and everything inside it. Values that it leaves out are those around it. Default `null`: the
   * theme around it.
   */
  theme?: In<M, Theme | null>;
  /** Theme of the container and everything inside it in dark mode. Default `null`: `theme`. */
  darkTheme?: In<M, Theme | null>;
  /**
   * Mode of the theme for the container and everything inside it: light, dark, or that of the person's system. Default
   * `null`: the mode around it.
   */
  themeMode?: In<M, ThemeMode | null>;
  /**
   * Whether the container and everything inside it cannot be clicked or focused, so that clicks reach what is behind.
   * Default `false`.
   */
  ignoreInteractions?: In<M, boolean>;
  /**
   * Animation of changes of the colors, border, shadow, corners, size and padding. Default `null`: changes are
   * immediate.
   */
  animate?: In<M, Animate | null>;
  /** Decoration drawn over the content. Default `null`: none. */
  foregroundDecoration?: In<M, BoxDecoration | null>;
  /** Called when the container is clicked, or Enter or Space is pressed on it. */
  onClick?: EventHandler<Container> | undefined;
  /** Called when a pointer is pressed on the container; `data` is its kind and position. */
  onTapDown?: EventHandler<Container, TapDetails> | undefined;
  /** Called when a pointer has been pressed on the container for 500 milliseconds. That press is not a click. */
  onLongPress?: EventHandler<Container> | undefined;
  /** Called when the pointer enters the container (`data` is true) or leaves it (`data` is false). */
  onHover?: EventHandler<Container, boolean> | undefined;
}

export interface Container extends Plain<ContainerProps<Read>> {}

/** A box around one control: background, border, padding, shadow, clicks. */
export class Container extends Control {
  static override readonly spec: Spec<ContainerProps> = spec<ContainerProps>({
    type: "Container",
    parent: Control,
    layout: containerLayout,
    properties: {
      content: slot(),
      padding: value(paddingType, null),
      alignment: value(alignmentType, null),
      bgcolor: value(colorType, null),
      gradient: value(gradientType, null),
      blendMode: value(blendModeType, null),
      border: value(borderType, null),
      borderRadius: value(borderRadiusType, null),
      shape: oneOf(BoxShape, "rectangle"),
      clipBehavior: oneOf(ClipBehavior, null),
      ink: flag(false),
      inkColor: value(colorType, null),
      image: value(decorationImageType, null),
      blur: number(null, { min: 0 }),
      shadow: value(shadowType, null),
      url: value(linkType, null),
      theme: value(themeType, null),
      darkTheme: value(themeType, null),
      themeMode: oneOf(ThemeMode, null),
      ignoreInteractions: flag(false),
      animate: value(animateType, null),
      foregroundDecoration: value(boxDecorationType, null),
      onClick: event(),
      onTapDown: event(tapDetailsType),
      onLongPress: event(),
      onHover: event(payload.boolean),
    },
  });

  constructor(props?: ContainerProps) {
    super(props);
  }
}
