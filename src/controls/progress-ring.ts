import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { flag, number, oneOf, type Spec, spec, text, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type BoxConstraints, boxConstraintsType } from "./values/box-constraints.ts";
import { StrokeCap } from "./values/stroke-cap.ts";

/** Properties of {@link ProgressRing}. */
export interface ProgressRingProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** How much is done, from 0 to 1; more is shown as 1, less as 0. Default `null`: nobody knows, and it turns. */
  value?: In<M, number | null>;
  /** Of the line, in pixels. Default `null`: 4. */
  strokeWidth?: In<M, number | null>;
  /** Of what is done. Default `null`: the theme's main colour. */
  color?: In<M, Color | null>;
  /** Of what is to be done. Default `null`: none, or the theme's with `year2023: false`. */
  bgcolor?: In<M, Color | null>;
  /** Where the line lies on the edge: -1 inside it, 0 on it, 1 outside. Default `null`: 0, or -1 with `year2023: false`. */
  strokeAlign?: In<M, number | null>;
  /** How the line ends. Default `null`: `"butt"`, or `"round"` with `year2023: false`. */
  strokeCap?: In<M, StrokeCap | null>;
  /** Pixels between what is done and what is not. Only with `year2023: false`. Default `null`: 4. */
  trackGap?: In<M, number | null>;
  /** How small and how large it may be. Default `null`: 36 pixels or more, or 40 with `year2023: false`. */
  sizeConstraints?: In<M, BoxConstraints | null>;
  /** Room around the ring, in pixels. Default `null`: none, or 4 with `year2023: false`. */
  padding?: In<M, Padding | null>;
  /** Whether it looks as Material 3 did in 2023: without a track and a gap. Default `null`: yes. */
  year2023?: In<M, boolean | null>;
  /** What a screen reader calls it. Default none: say it, unless a text beside it does. */
  semanticsLabel?: In<M, string | null>;
  /** What a screen reader says of the progress. Default `null`: `value` in per cent. */
  semanticsValue?: In<M, number | null>;
}

export interface ProgressRing extends Plain<ProgressRingProps<Read>> {}

/** A ring that closes while something is being done. */
export class ProgressRing extends Control {
  static override readonly spec: Spec<ProgressRingProps<Read>> = spec<ProgressRingProps<Read>, LayoutProps<Read>>(
    "ProgressRing",
    Control,
    {
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
    { role: "progressbar", label: "semanticsLabel" },
  );

  constructor(props?: ProgressRingProps) {
    super(props);
  }
}
