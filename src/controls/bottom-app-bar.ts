import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { number, oneOf, type Spec, slot, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type BorderRadius, borderRadiusType } from "./values/border-radius.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";
import { type NotchShape, notchShapeType } from "./values/notch-shape.ts";

/** Properties of {@link BottomAppBar}. */
export interface BottomAppBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What stands in it. Default none. */
  content?: In<M, Control | null>;
  /** Behind the bar. Default `null`: the theme's. */
  bgcolor?: In<M, Color | null>;
  /** Of the shadow above it. Default `null`: the theme's. */
  shadowColor?: In<M, Color | null>;
  /** Room between its edge and the content, in pixels: one number, or by side. Default `null`: 12 above and below, 16 beside. */
  padding?: In<M, Padding | null>;
  /** Whether what reaches over its edge is cut. Default `null`: it is not. */
  clipBehavior?: In<M, ClipBehavior | null>;
  /** The room it leaves for a floating button that is docked to it. Default `null`: none. */
  shape?: In<M, NotchShape | null>;
  /** Pixels between that button and the bar. Default 4. */
  notchMargin?: In<M, number>;
  /** How high it seems to float, in pixels. Default `null`: not at all. */
  elevation?: In<M, number | null>;
  /** How round its corners are, in pixels: one number, or by corner. Default `null`: square. */
  borderRadius?: In<M, BorderRadius | null>;
}

export interface BottomAppBar extends Plain<BottomAppBarProps<Read>> {}

/** A bar at the bottom of a page for what can be done there; it stays in place as the page scrolls. */
export class BottomAppBar extends Control {
  static override readonly spec: Spec<BottomAppBarProps<Read>> = spec<BottomAppBarProps<Read>, LayoutProps<Read>>(
    "BottomAppBar",
    Control,
    {
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
    { role: "contentinfo" },
  );

  constructor(props?: BottomAppBarProps) {
    super(props);
  }
}
