import { boxLayout } from "../../layout/simple.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { flag, type Spec, slot, spec, value } from "../spec.ts";

/** Properties of {@link SafeArea}. */
export interface SafeAreaProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Control inside the safe area. Default `null`: none. */
  content?: In<M, Control | null>;
  /** Whether the content keeps away from intrusions at the left edge of the screen. Default `true`. */
  avoidIntrusionsLeft?: In<M, boolean>;
  /** Whether the content keeps away from intrusions at the top edge of the screen, such as a notch. Default `true`. */
  avoidIntrusionsTop?: In<M, boolean>;
  /** Whether the content keeps away from intrusions at the right edge of the screen. Default `true`. */
  avoidIntrusionsRight?: In<M, boolean>;
  /**
   * Whether the content keeps away from intrusions at the bottom edge of the screen, such as a gesture bar. Default
   * `true`.
   */
  avoidIntrusionsBottom?: In<M, boolean>;
  /** Minimum space between the edge and the content, in pixels: one number for all sides, or by side. Default 0. */
  minimumPadding?: In<M, Padding>;
}

export interface SafeArea extends Plain<SafeAreaProps<Read>> {}

/** A box that keeps its content away from the notches, rounded corners and system bars of a phone's screen. */
export class SafeArea extends Control {
  static override readonly spec: Spec<SafeAreaProps> = spec<SafeAreaProps>({
    type: "SafeArea",
    parent: Control,
    layout: boxLayout,
    properties: {
      content: slot(),
      avoidIntrusionsLeft: flag(true),
      avoidIntrusionsTop: flag(true),
      avoidIntrusionsRight: flag(true),
      avoidIntrusionsBottom: flag(true),
      minimumPadding: value<Padding, Padding>(paddingType, 0),
    },
  });

  constructor(props?: SafeAreaProps) {
    super(props);
  }
}
