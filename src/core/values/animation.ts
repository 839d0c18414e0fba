import { booleanType, choiceType, eitherType, named, numberType, objectType, type Type } from "../types.ts";

/** How a change runs its course: where it hurries and where it lingers. */
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

/** How a change is shown as it happens. Flet: `Animation`. */
export interface Animation {
  /** Milliseconds. Default 1000. */
  readonly duration?: number | undefined;
  /** Default `"linear"`. */
  readonly curve?: AnimationCurve | undefined;
}

/** Whether and how changes are animated: `true` is a second, a number so many milliseconds, both linear. */
export type Animate = boolean | number | Animation;

const milliseconds = numberType({ min: 0 });
export const animateType: Type<Animate> = named(
  "boolean | number | Animation",
  eitherType<Animate>(
    booleanType,
    milliseconds,
    objectType<Animation>("Animation", { duration: milliseconds, curve: animationCurveType }),
  ),
);

/** What of a control is animated. */
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
