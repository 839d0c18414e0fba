import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { flag, type Spec, slot, spec, value } from "../core/spec.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";

/** Properties of {@link SafeArea}. */
export interface SafeAreaProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What stands in it. Default none. */
  content?: In<M, Control | null>;
  /** Whether it keeps clear of what reaches in from the left. Default `true`. */
  avoidIntrusionsLeft?: In<M, boolean>;
  /** Whether it keeps clear of what reaches in from the top, such as a notch. Default `true`. */
  avoidIntrusionsTop?: In<M, boolean>;
  /** Whether it keeps clear of what reaches in from the right. Default `true`. */
  avoidIntrusionsRight?: In<M, boolean>;
  /** Whether it keeps clear of what reaches in from the bottom, such as a bar for gestures. Default `true`. */
  avoidIntrusionsBottom?: In<M, boolean>;
  /** The least room at each side, in pixels: one number, or by side. Default 0. */
  minimumPadding?: In<M, Padding>;
}

export interface SafeArea extends Plain<SafeAreaProps<Read>> {}

/** Keeps its content clear of the notches, round corners and bars of a phone's screen. */
export class SafeArea extends Control {
  static override readonly spec: Spec<SafeAreaProps<Read>> = spec<SafeAreaProps<Read>, LayoutProps<Read>>(
    "SafeArea",
    Control,
    {
      content: slot(),
      avoidIntrusionsLeft: flag(true),
      avoidIntrusionsTop: flag(true),
      avoidIntrusionsRight: flag(true),
      avoidIntrusionsBottom: flag(true),
      minimumPadding: value<Padding, Padding>(paddingType, 0),
    },
  );

  constructor(props?: SafeAreaProps) {
    super(props);
  }
}
