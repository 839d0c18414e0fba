import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { number, oneOf, type Spec, slot, spec } from "../core/spec.ts";
import { AnimationCurve } from "../core/values/animation.ts";
import { AnimatedSwitcherTransition } from "./values/animated-switcher-transition.ts";

/** Properties of {@link AnimatedSwitcher}. */
export interface AnimatedSwitcherProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What is shown. Another control takes its place in a movement; the first one is there at once. Default none. */
  content?: In<M, Control | null>;
  /** How long new content takes to come, in milliseconds. Default 1000. */
  duration?: In<M, number>;
  /** How long old content takes to go, in milliseconds. Default 1000. */
  reverseDuration?: In<M, number>;
  /** The course of what comes. Default `"linear"`. */
  switchInCurve?: In<M, AnimationCurve>;
  /** The course of what goes, from its end to its beginning. Default `"linear"`. */
  switchOutCurve?: In<M, AnimationCurve>;
  /** Whether content fades, turns once around, or grows and shrinks. Default `"fade"`. */
  transition?: In<M, AnimatedSwitcherTransition>;
}

export interface AnimatedSwitcher extends Plain<AnimatedSwitcherProps<Read>> {}

/** Shows one control, and lets another take its place in a movement. */
export class AnimatedSwitcher extends Control {
  static override readonly spec: Spec<AnimatedSwitcherProps<Read>> = spec<
    AnimatedSwitcherProps<Read>,
    LayoutProps<Read>
  >("AnimatedSwitcher", Control, {
    content: slot(),
    duration: number(1000, { min: 0 }),
    reverseDuration: number(1000, { min: 0 }),
    switchInCurve: oneOf(AnimationCurve, "linear"),
    switchOutCurve: oneOf(AnimationCurve, "linear"),
    transition: oneOf(AnimatedSwitcherTransition, "fade"),
  });

  constructor(props?: AnimatedSwitcherProps) {
    super(props);
  }
}
