import { cardLayout } from "../../layout/simple.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { flag, number, oneOf, type Spec, slot, spec, value } from "../spec.ts";
import { CardVariant } from "./card-variant.ts";

/** Properties of {@link Card}. */
export interface CardProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Control on the card. Default `null`: none. */
  content?: In<M, Control | null>;
  /** Variant of the card: with a shadow, with a fill color, or with a border. Default `"elevated"`. */
  variant?: In<M, CardVariant>;
  /**
   * Height of the card above the surface, in pixels; the shadow grows with it. Default `null`: 1 if the variant is
   * `"elevated"`, else 0.
   */
  elevation?: In<M, number | null>;
  /** Background color of the card. Default `null`: the color of the variant. */
  bgcolor?: In<M, Color | null>;
  /** Color of the shadow of the card. Default `null`: the theme's color. */
  shadowColor?: In<M, Color | null>;
  /** Shape of the card, and its border. Default `null`: corners with a radius of 12 pixels. */
  shape?: In<M, OutlinedBorder | null>;
  /** Whether content that overflows the edge of the card is clipped. Default `null`: it is not. */
  clipBehavior?: In<M, ClipBehavior | null>;
  /** Whether the border is drawn over the content; with `false`, behind it. Default `true`. */
  showBorderOnForeground?: In<M, boolean>;
}

export interface Card extends Plain<CardProps<Read>> {}

/** A surface for related content. It has a margin of 4 pixels, unless `margin` is set. */
export class Card extends Control {
  static override readonly spec: Spec<CardProps> = spec<CardProps>({
    type: "Card",
    parent: Control,
    layout: cardLayout,
    properties: {
      content: slot(),
      variant: oneOf(CardVariant, "elevated"),
      elevation: number(null, { min: 0 }),
      bgcolor: value(colorType, null),
      shadowColor: value(colorType, null),
      shape: value(outlinedBorderType, null),
      clipBehavior: oneOf(ClipBehavior, null),
      showBorderOnForeground: flag(true),
    },
  });

  constructor(props?: CardProps) {
    super(props);
  }
}
