import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { flag, number, type Spec, slotOrText, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type Alignment, alignmentType, type Offset } from "../core/values/layout.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";

/** Properties of {@link Badge}. */
export interface BadgeProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What it says, such as a number. Default `null`: it is a small dot. */
  label?: In<M, Control | string | null>;
  /** Whether it is seen. Default `true`. */
  labelVisible?: In<M, boolean>;
  /** Where on the control it stands. Default `null`: at the upper corner at the end of the line. */
  alignment?: In<M, Alignment | null>;
  /** How far it is moved from there, in pixels. Default `null`: with a label 4 outwards and 4 up, a dot not at all. */
  offset?: In<M, Offset | null>;
  /** Default `null`: the theme's colour for errors. */
  bgcolor?: In<M, Color | null>;
  /** Default `null`: the theme's. */
  textColor?: In<M, Color | null>;
  /** Default `null`: the theme's `labelSmall`. */
  textStyle?: In<M, TextStyle | null>;
  /** Room beside the label, in pixels. Default `null`: 4 on both sides. */
  padding?: In<M, Padding | null>;
  /** How high it is with a label, in pixels. Default `null`: 16. */
  largeSize?: In<M, number | null>;
  /** How large a dot is, in pixels. Default `null`: 6. */
  smallSize?: In<M, number | null>;
}

export interface Badge extends Plain<BadgeProps<Read>> {}

/** A small sign on a control: a dot, or a few letters. It is the `badge` of the control that it stands on. */
export class Badge extends Control {
  static override readonly spec: Spec<BadgeProps<Read>> = spec<BadgeProps<Read>, LayoutProps<Read>>(
    "Badge",
    Control,
    {
      label: slotOrText(),
      labelVisible: flag(true),
      alignment: value(alignmentType, null),
      bgcolor: value(colorType, null),
      textColor: value(colorType, null),
      textStyle: value(textStyleType, null),
      padding: value(paddingType, null),
      largeSize: number(null, { min: 0 }),
      smallSize: number(null, { min: 0 }),
    },
    { label: "label" },
  );

  constructor(props?: BadgeProps) {
    super(props);
  }
}
