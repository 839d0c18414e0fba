import { switcherLayout } from "../../layout/bars.ts";
import { AnimationCurve } from "../../values/animation.ts";
import { durationType } from "../../values/quantity.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { oneOf, type Spec, slot, spec, value } from "../spec.ts";
import { AnimatedSwitcherTransition } from "./animated-switcher-transition.ts";

/** Properties of {@link AnimatedSwitcher}. */
export interface AnimatedSwitcherProps<M extends Mode = Literal> extends LayoutProps<M> {
  /**
   * Control that is shown. A new one replaces the previous one with an animation; the first one appears immediately.
   * Default `null`: none.
   */
  content?: In<M, Control | null>;
  /** Time in which new content appears, in milliseconds. Default 1000. */
  duration?: In<M, number>;
  /** Time in which the previous content disappears, in milliseconds. Default 1000. */
  reverseDuration?: In<M, number>;
  /** Curve of the animation of new content. Default `"linear"`. */
  switchInCurve?: In<M, AnimationCurve>;
  /** Curve of the animation of the previous content, which is played backward. Default `"linear"`. */
  switchOutCurve?: In<M, AnimationCurve>;
  /** Animation of the content: fading, one full turn, or growing and shrinking. Default `"fade"`. */
  transition?: In<M, AnimatedSwitcherTransition>;
}

export interface AnimatedSwitcher extends Plain<AnimatedSwitcherProps<Read>> {}

/** A container of one control that replaces it by another with an animation. */
export class AnimatedSwitcher extends Control {
  static override readonly spec: Spec<AnimatedSwitcherProps> = spec<AnimatedSwitcherProps>({
    type: "AnimatedSwitcher",
    parent: Control,
    layout: switcherLayout,
    properties: {
      content: slot(),
      duration: value(durationType, 1000),
      reverseDuration: value(durationType, 1000),
      switchInCurve: oneOf(AnimationCurve, "linear"),
      switchOutCurve: oneOf(AnimationCurve, "linear"),
      transition: oneOf(AnimatedSwitcherTransition, "fade"),
    },
  });

  constructor(props?: AnimatedSwitcherProps) {
    super(props);
  }
}
