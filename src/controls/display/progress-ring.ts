import { hugLayout } from "../../layout/simple.ts";
import { type BoxConstraints, boxConstraintsType } from "../../values/box-constraints.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { StrokeCap } from "../../values/stroke-cap.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { flag, number, oneOf, type Spec, spec, text, value } from "../spec.ts";

/** Properties of {@link ProgressRing}. */
export interface ProgressRingProps<M extends Mode = Literal> extends LayoutProps<M> {
  /**
   * Progress from 0 to 1; a larger value is shown as 1, a smaller one as 0. Default `null`: unknown progress, shown as
   * a turning ring.
   */
  value?: In<M, number | null>;
  /** Width of the line, in pixels. Default `null`: 4. */
  strokeWidth?: In<M, number | null>;
  /** Color of the completed part. Default `null`: the theme's primary color. */
  color?: In<M, Color | null>;
  /** Color of the remaining part. Default `null`: none, or the theme's color with `year2023: false`. */
  bgcolor?: In<M, Color | null>;
  /**
   * Position of the line relative to the edge of the control: -1 is inside, 0 on the edge, 1 outside. Default `null`:
   * 0, or -1 with `year2023: false`.
   */
  strokeAlign?: In<M, number | null>;
  /** Shape of the ends of the line. Default `null`: `"butt"`, or `"round"` with `year2023: false`. */
  strokeCap?: In<M, StrokeCap | null>;
  /** Gap between the completed and the remaining part, in pixels. Only with `year2023: false`. Default `null`: 4. */
  trackGap?: In<M, number | null>;
  /**
   * Minimum and maximum size of the ring, in pixels. Default `null`: 36 pixels wide and high, or 48 with its padding
   * with `year2023: false`.
   */
  sizeConstraints?: In<M, BoxConstraints | null>;
  /**
   * Space around the ring, in pixels: one number for all sides, or by side. Default `null`: none, or 4 with
   * `year2023: false`.
   */
  padding?: In<M, Padding | null>;
  /** Whether the ring has the Material 3 style of 2023: without a track and a gap. Default `null`: yes. */
  year2023?: In<M, boolean | null>;
  /**
   * Name of the progress ring for screen readers. Set it, unless a text next to the ring names it. Default `null`:
   * none.
   */
  semanticsLabel?: In<M, string | null>;
  /** Progress for screen readers. Default `null`: `value` as a percentage. */
  semanticsValue?: In<M, number | null>;
}

export interface ProgressRing extends Plain<ProgressRingProps<Read>> {}

/** A ring that shows the progress of a task. */
export class ProgressRing extends Control {
  static override readonly spec: Spec<ProgressRingProps> = spec<ProgressRingProps>({
    type: "ProgressRing",
    parent: Control,
    layout: hugLayout,
    properties: {
      value: number(null),
      strokeWidth: number(null, { min: 0 }),
      color: value(colorType, null),
      bgcolor: value(colorType, null),
      strokeAlign: number(null),
      strokeCap: oneOf(StrokeCap, null),
      trackGap: number(null, { min: 0 }),
      sizeConstraints: value(boxConstraintsType, null),
      padding: value(paddingType, null),
      year2023: flag(null),
      semanticsLabel: text(null),
      semanticsValue: number(null),
    },
    semantics: { role: "progressbar", label: "semanticsLabel" },
  });

  constructor(props?: ProgressRingProps) {
    super(props);
  }
}
