import { wideLayout } from "../../layout/simple.ts";
import { type BorderRadius, borderRadiusType } from "../../values/border-radius.ts";
import { type Color, colorType } from "../../values/color.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { flag, number, type Spec, spec, text, value } from "../spec.ts";

/** Properties of {@link ProgressBar}. */
export interface ProgressBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Progress from 0 to 1; a larger value is shown as 1. Default `null`: unknown progress, shown as a moving bar. */
  value?: In<M, number | null>;
  /** Height of the bar, in pixels. Default `null`: 4. */
  barHeight?: In<M, number | null>;
  /** Color of the completed part. Default `null`: the theme's primary color. */
  color?: In<M, Color | null>;
  /** Color of the remaining part. Default `null`: the theme's color. */
  bgcolor?: In<M, Color | null>;
  /**
   * Radius of the corners, in pixels: one number, or by corner. Default `null`: square, or round with
   * `year2023: false`.
   */
  borderRadius?: In<M, BorderRadius | null>;
  /** Gap between the completed and the remaining part, in pixels. Only with `year2023: false`. Default `null`: 4. */
  trackGap?: In<M, number | null>;
  /** Color of the dot at the end of the bar. Only with `year2023: false`. Default `null`: `color`. */
  stopIndicatorColor?: In<M, Color | null>;
  /** Radius of the dot at the end of the bar, in pixels; 0 hides it. Only with `year2023: false`. Default `null`: 2. */
  stopIndicatorRadius?: In<M, number | null>;
  /** Whether the bar has the Material 3 style of 2023: square, without a gap. Default `null`: yes. */
  year2023?: In<M, boolean | null>;
  /**
   * Name of the progress bar for screen readers. Set it, unless a text next to the bar names it. Default `null`: none.
   */
  semanticsLabel?: In<M, string | null>;
  /** Progress for screen readers. Default `null`: `value` as a percentage. */
  semanticsValue?: In<M, number | null>;
}

export interface ProgressBar extends Plain<ProgressBarProps<Read>> {}

/** A horizontal bar that shows the progress of a task. */
export class ProgressBar extends Control {
  static override readonly spec: Spec<ProgressBarProps> = spec<ProgressBarProps>({
    type: "ProgressBar",
    parent: Control,
    layout: wideLayout,
    properties: {
      value: number(null, { min: 0 }),
      barHeight: number(null, { min: 0 }),
      color: value(colorType, null),
      bgcolor: value(colorType, null),
      borderRadius: value(borderRadiusType, null),
      trackGap: number(null, { min: 0 }),
      stopIndicatorColor: value(colorType, null),
      stopIndicatorRadius: number(null, { min: 0 }),
      year2023: flag(null),
      semanticsLabel: text(null),
      semanticsValue: number(null, { min: 0 }),
    },
    semantics: { role: "progressbar", label: "semanticsLabel" },
  });

  constructor(props?: ProgressBarProps) {
    super(props);
  }
}
