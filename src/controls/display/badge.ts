import { hugLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type Alignment, alignmentType, type Offset } from "../../values/layout.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { flag, number, type Spec, slotOrText, spec, value } from "../spec.ts";

/** Properties of {@link Badge}. */
export interface BadgeProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Label of the badge, such as a number: text, or a control. Default `null`: the badge is a small dot. */
  label?: In<M, Control | string | null>;
  /** Whether the badge is visible. Default `true`. */
  labelVisible?: In<M, boolean>;
  /** Position of the badge on the control. Default `null`: the top corner at the end of the line. */
  alignment?: In<M, Alignment | null>;
  /**
   * Distance of the badge from the position by `alignment`, in pixels. Default `null`: with a label 4 outward and 4 up,
   * a dot none.
   */
  offset?: In<M, Offset | null>;
  /** Background color of the badge. Default `null`: the theme's error color. */
  bgcolor?: In<M, Color | null>;
  /** Color of the label. Default `null`: the theme's color. */
  textColor?: In<M, Color | null>;
  /** Text style of the label. Default `null`: the theme's `labelSmall`. */
  textStyle?: In<M, TextStyle | null>;
  /** Space around the label, in pixels: one number for all sides, or by side. Default `null`: 4 on both sides. */
  padding?: In<M, Padding | null>;
  /** Height of a badge with a label, in pixels. Default `null`: 16. */
  largeSize?: In<M, number | null>;
  /** Diameter of a dot, in pixels. Default `null`: 6. */
  smallSize?: In<M, number | null>;
}

export interface Badge extends Plain<BadgeProps<Read>> {}

/** A small mark on the corner of a control: a dot, or a short text. Set it as the `badge` of that control. */
export class Badge extends Control {
  static override readonly spec: Spec<BadgeProps> = spec<BadgeProps>({
    type: "Badge",
    parent: Control,
    layout: hugLayout,
    properties: {
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
    semantics: { label: "label" },
  });

  constructor(props?: BadgeProps) {
    super(props);
  }
}
