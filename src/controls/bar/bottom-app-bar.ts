import { bottomAppBarLayout } from "../../layout/bars.ts";
import { type BorderRadius, borderRadiusType } from "../../values/border-radius.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type NotchShape, notchShapeType } from "../../values/notch-shape.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { number, oneOf, type Spec, slot, spec, value } from "../spec.ts";

/** Properties of {@link BottomAppBar}. */
export interface BottomAppBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Control in the bar. Default `null`: none. */
  content?: In<M, Control | null>;
  /** Background color of the bar. Default `null`: the theme's color. */
  bgcolor?: In<M, Color | null>;
  /** Color of the shadow of the bar. Default `null`: the theme's color. */
  shadowColor?: In<M, Color | null>;
  /**
   * Space between the edge of the bar and its content, in pixels: one number for all sides, or by side. Default `null`:
   * 12 above and below, 16 at the sides.
   */
  padding?: In<M, Padding | null>;
  /** Whether content that overflows the edge of the bar is clipped. Default `null`: it is not. */
  clipBehavior?: In<M, ClipBehavior | null>;
  /** Shape of the notch for a floating button that is docked to the bar. Default `null`: no notch. */
  shape?: In<M, NotchShape | null>;
  /** Space between the docked floating button and the bar, in pixels. Default 4. */
  notchMargin?: In<M, number>;
  /** Height of the bar above the surface, in pixels; the shadow grows with it. Default `null`: no shadow. */
  elevation?: In<M, number | null>;
  /**
   * Radius of the corners of the bar, in pixels: one number for all corners, or by corner. Default `null`: square
   * corners.
   */
  borderRadius?: In<M, BorderRadius | null>;
}

export interface BottomAppBar extends Plain<BottomAppBarProps<Read>> {}

/** A bar with actions at the bottom of a page. It stays in place while the page scrolls. */
export class BottomAppBar extends Control {
  static override readonly spec: Spec<BottomAppBarProps> = spec<BottomAppBarProps>({
    type: "BottomAppBar",
    parent: Control,
    layout: bottomAppBarLayout,
    properties: {
      content: slot(),
      bgcolor: value(colorType, null),
      shadowColor: value(colorType, null),
      padding: value(paddingType, null),
      clipBehavior: oneOf(ClipBehavior, null),
      shape: value(notchShapeType, null),
      notchMargin: number(4, { min: 0 }),
      elevation: number(null, { min: 0 }),
      borderRadius: value(borderRadiusType, null),
    },
    semantics: { role: "contentinfo" },
  });

  constructor(props?: BottomAppBarProps) {
    super(props);
  }
}
