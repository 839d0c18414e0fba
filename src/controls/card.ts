import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { flag, number, oneOf, type Spec, slot, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { CardVariant } from "./values/card-variant.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";

/** Properties of {@link Card}. */
export interface CardProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What stands on it. Default none. */
  content?: In<M, Control | null>;
  /** How it stands out. Default `"elevated"`. */
  variant?: In<M, CardVariant>;
  /** How high it floats, in pixels. Default `null`: 1 if elevated, else 0. */
  elevation?: In<M, number | null>;
  /** Default `null`: as the variant has it. */
  bgcolor?: In<M, Color | null>;
  /** Of its shadow. Default `null`: the theme's. */
  shadowColor?: In<M, Color | null>;
  /** Its outline, and a line along it. Default `null`: corners rounded by 12 pixels. */
  shape?: In<M, OutlinedBorder | null>;
  /** Whether content that reaches over the edge is cut. Default `null`: it is not. */
  clipBehavior?: In<M, ClipBehavior | null>;
  /** Whether the line along the edge is drawn over the content. Default `true`; `false` draws it behind. */
  showBorderOnForeground?: In<M, boolean>;
}

export interface Card extends Plain<CardProps<Read>> {}

/** A surface for what belongs together. Around it are 4 pixels of room, if `margin` does not say otherwise. */
export class Card extends Control {
  static override readonly spec: Spec<CardProps<Read>> = spec<CardProps<Read>, LayoutProps<Read>>("Card", Control, {
    content: slot(),
    variant: oneOf(CardVariant, "elevated"),
    elevation: number(null, { min: 0 }),
    bgcolor: value(colorType, null),
    shadowColor: value(colorType, null),
    shape: value(outlinedBorderType, null),
    clipBehavior: oneOf(ClipBehavior, null),
    showBorderOnForeground: flag(true),
  });

  constructor(props?: CardProps) {
    super(props);
  }
}
