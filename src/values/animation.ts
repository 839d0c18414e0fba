import { booleanType, choiceType, eitherType, named, objectType, type Type } from "../core/declaration/types.ts";
import { durationType } from "./quantity.ts";

/** Curve of an animation: how its speed changes over time. */
export type AnimationCurve =
  | "bounceIn"
  | "bounceInOut"
  | "bounceOut"
  | "decelerate"
  | "ease"
  | "easeIn"
  | "easeInBack"
  | "easeInCirc"
  | "easeInCubic"
  | "easeInExpo"
  | "easeInOut"
  | "easeInOutBack"
  | "easeInOutCirc"
  | "easeInOutCubic"
  | "easeInOutCubicEmphasized"
  | "easeInOutExpo"
  | "easeInOutQuad"
  | "easeInOutQuart"
  | "easeInOutQuint"
  | "easeInOutSine"
  | "easeInQuad"
  | "easeInQuart"
  | "easeInQuint"
  | "easeInSine"
  | "easeInToLinear"
  | "easeOut"
  | "easeOutBack"
  | "easeOutCirc"
  | "easeOutCubic"
  | "easeOutExpo"
  | "easeOutQuad"
  | "easeOutQuart"
  | "easeOutQuint"
  | "easeOutSine"
  | "elasticIn"
  | "elasticInOut"
  | "elasticOut"
  | "fastLinearToSlowEaseIn"
  | "fastOutSlowIn"
  | "linear"
  | "linearToEaseOut"
  | "slowMiddle";
export const AnimationCurve: readonly AnimationCurve[] = [
  "bounceIn",
  "bounceInOut",
  "bounceOut",
  "decelerate",
  "ease",
  "easeIn",
  "easeInBack",
  "easeInCirc",
  "easeInCubic",
  "easeInExpo",
  "easeInOut",
  "easeInOutBack",
  "easeInOutCirc",
  "easeInOutCubic",
  "easeInOutCubicEmphasized",
  "easeInOutExpo",
  "easeInOutQuad",
  "easeInOutQuart",
  "easeInOutQuint",
  "easeInOutSine",
  "easeInQuad",
  "easeInQuart",
  "easeInQuint",
  "easeInSine",
  "easeInToLinear",
  "easeOut",
  "easeOutBack",
  "easeOutCirc",
  "easeOutCubic",
  "easeOutExpo",
  "easeOutQuad",
  "easeOutQuart",
  "easeOutQuint",
  "easeOutSine",
  "elasticIn",
  "elasticInOut",
  "elasticOut",
  "fastLinearToSlowEaseIn",
  "fastOutSlowIn",
  "linear",
  "linearToEaseOut",
  "slowMiddle",
];
export const animationCurveType: Type<AnimationCurve> = named("AnimationCurve", choiceType(AnimationCurve));

/** Duration and curve of an animation. Flet: `Animation`. */
export interface Animation {
  /** Duration of the animation, in milliseconds. Default 1000. */
  readonly duration?: number | undefined;
  /** Curve of the animation. Default `"linear"`. */
  readonly curve?: AnimationCurve | undefined;
}

/**
 * Animation of changes. A number is the duration in milliseconds, and `true` is one second. Both have a linear curve.
 */
export type Animate = boolean | number | Animation;

export const animateType: Type<Animate> = named(
  "boolean | number | Animation",
  eitherType<Animate>(
    booleanType,
    durationType,
    objectType<Animation>(
      "Animation",
      { duration: durationType, curve: animationCurveType },
      [],
      [{ duration: 300, curve: "easeInOut" }],
    ),
  ),
);

/** Part of a control's appearance that is animated. */
export type AnimatedAspect =
  | "opacity"
  | "size"
  | "position"
  | "align"
  | "margin"
  | "rotation"
  | "scale"
  | "offset"
  | "container";
export const AnimatedAspect: readonly AnimatedAspect[] = [
  "opacity",
  "size",
  "position",
  "align",
  "margin",
  "rotation",
  "scale",
  "offset",
  "container",
];
export const animatedAspectType: Type<AnimatedAspect> = choiceType(AnimatedAspect);
