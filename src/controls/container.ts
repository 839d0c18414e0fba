import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, number, oneOf, payload, type Spec, slot, spec, value } from "../core/spec.ts";
import { type Animate, animateType } from "../core/values/animation.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type Alignment, alignmentType, ThemeMode } from "../core/values/layout.ts";
import { type BlendMode, blendModeType } from "./values/blend-mode.ts";
import { type Border, borderType } from "./values/border.ts";
import { type BorderRadius, borderRadiusType } from "./values/border-radius.ts";
import { type BoxDecoration, BoxShape, boxDecorationType } from "./values/box-decoration.ts";
import { type Shadow, shadowType } from "./values/box-shadow.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";
import { type DecorationImage, decorationImageType } from "./values/decoration-image.ts";
import { type Gradient, gradientType } from "./values/gradient.ts";
import { type Link, linkType } from "./values/link.ts";
import { type TapDetails, tapDetailsType } from "./values/pointer.ts";
import { type Theme, themeType } from "./values/theme.ts";

/** Properties of {@link Container}. */
export interface ContainerProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What stands in it. Default none. */
  content?: In<M, Control | null>;
  /** Room between its edge and the content, in pixels: one number, or by side. Default none. */
  padding?: In<M, Padding | null>;
  /** Where the content stands; the container is then as wide as it may be. Default `null`: it wraps the content. */
  alignment?: In<M, Alignment | null>;
  /** Default none: what is behind shows through. */
  bgcolor?: In<M, Color | null>;
  /** In place of `bgcolor`. Default none. */
  gradient?: In<M, Gradient | null>;
  /** How `bgcolor` or `gradient` mixes with what is behind. Default `null`: it covers it. */
  blendMode?: In<M, BlendMode | null>;
  /** Lines along the edges: one for all, or by edge. Default none. */
  border?: In<M, Border | null>;
  /** How round the corners are, in pixels: one number, or by corner. Default `null`: square. */
  borderRadius?: In<M, BorderRadius | null>;
  /** A circle has no `borderRadius`. Default `"rectangle"`. */
  shape?: In<M, BoxShape>;
  /** Whether content that reaches over the edge is cut. Default `null`: only with a `borderRadius`. */
  clipBehavior?: In<M, ClipBehavior | null>;
  /** Whether a wave spreads from where it is pressed, if it can be clicked. Default `false`. */
  ink?: In<M, boolean>;
  /** The colour of that wave. Default `null`: the theme's. */
  inkColor?: In<M, Color | null>;
  /** An image over the colour and behind the content. Default none. */
  image?: In<M, DecorationImage | null>;
  /** How much what is behind it is blurred, in pixels. Default `null`: not at all. */
  blur?: In<M, number | null>;
  /** One shadow, or several. Default none. */
  shadow?: In<M, Shadow | null>;
  /** Where a click leads. Default `null`: nowhere. */
  url?: In<M, Link | null>;
  /** How it and all inside look; what it leaves out is as around it. Default `null`: as around it. */
  theme?: In<M, Theme | null>;
  /** How it and all inside look in dark. Default `null`: as `theme` says. */
  darkTheme?: In<M, Theme | null>;
  /** Light, dark, or what the person's system says, for it and all inside. Default `null`: as around it. */
  themeMode?: In<M, ThemeMode | null>;
  /** Whether it, and all inside, lets pointers through to what is behind. Default `false`. */
  ignoreInteractions?: In<M, boolean>;
  /** How a change of its colours, lines, shadow, corners, size and room is shown. Default `null`: at once. */
  animate?: In<M, Animate | null>;
  /** Drawn over the content. Default none. */
  foregroundDecoration?: In<M, BoxDecoration | null>;
  /** The container was clicked, or Enter or Space pressed on it. */
  onClick?: EventHandler<Container> | undefined;
  /** A pointer was pressed on the container; `data` says where. */
  onTapDown?: EventHandler<Container, TapDetails> | undefined;
  /** A pointer stayed pressed on the container. */
  onLongPress?: EventHandler<Container> | undefined;
  /** The pointer came over the container (`data` is true) or left it (false). */
  onHover?: EventHandler<Container, boolean> | undefined;
}

export interface Container extends Plain<ContainerProps<Read>> {}

/** A box around one control: colour, border, room, shadow, clicks. */
export class Container extends Control {
  static override readonly spec: Spec<ContainerProps<Read>> = spec<ContainerProps<Read>, LayoutProps<Read>>(
    "Container",
    Control,
    {
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
  );

  constructor(props?: ContainerProps) {
    super(props);
  }
}
