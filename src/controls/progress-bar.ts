import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { flag, number, type Spec, spec, text, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type BorderRadius, borderRadiusType } from "./values/border-radius.ts";

/** Properties of {@link ProgressBar}. */
export interface ProgressBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** How much is done, from 0 to 1; more is shown as 1. Default `null`: nobody knows, and it moves. */
  value?: In<M, number | null>;
  /** In pixels. Default `null`: 4. */
  barHeight?: In<M, number | null>;
  /** Of what is done. Default `null`: the theme's main colour. */
  color?: In<M, Color | null>;
  /** Of what is to be done. Default `null`: the theme's. */
  bgcolor?: In<M, Color | null>;
  /** How round the corners are, in pixels. Default `null`: square, or round without `year2023`. */
  borderRadius?: In<M, BorderRadius | null>;
  /** Pixels between what is done and what is not. Only with `year2023: false`. Default `null`: 4. */
  trackGap?: In<M, number | null>;
  /** Of the point at the end. Only with `year2023: false`. Default `null`: the theme's main colour. */
  stopIndicatorColor?: In<M, Color | null>;
  /** Half the width of the point at the end, in pixels; 0 is none. Only with `year2023: false`. Default `null`: 2. */
  stopIndicatorRadius?: In<M, number | null>;
  /** Whether it looks as Material 3 did in 2023: square, without a gap. Default `null`: yes. */
  year2023?: In<M, boolean | null>;
  /** What a screen reader calls it. Default none: say it, unless a text beside it does. */
  semanticsLabel?: In<M, string | null>;
  /** What a screen reader says of the progress. Default `null`: `value` in per cent. */
  semanticsValue?: In<M, number | null>;
}

export interface ProgressBar extends Plain<ProgressBarProps<Read>> {}

/** A bar that fills while something is being done. */
export class ProgressBar extends Control {
  static override readonly spec: Spec<ProgressBarProps<Read>> = spec<ProgressBarProps<Read>, LayoutProps<Read>>(
    "ProgressBar",
    Control,
    {
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
    { role: "progressbar", label: "semanticsLabel" },
  );

  constructor(props?: ProgressBarProps) {
    super(props);
  }
}
