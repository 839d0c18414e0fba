import { objectType, type Type } from "../core/declaration/types.ts";
import { type AnimationCurve, animationCurveType } from "./animation.ts";
import { durationType } from "./quantity.ts";

/**
 * Duration and curves of an animation, and of its way back. Fields that are left out are the theme's. Flet:
 * `AnimationStyle`.
 */
export interface AnimationStyle {
  /** Duration of the animation, in milliseconds; 0 is immediate. Default: the theme's. */
  readonly duration?: number | undefined;
  /** Duration of the way back, in milliseconds. Default `duration`. */
  readonly reverseDuration?: number | undefined;
  /** Curve of the animation. Default: the theme's. */
  readonly curve?: AnimationCurve | undefined;
  /** Curve of the way back. Default `curve`. */
  readonly reverseCurve?: AnimationCurve | undefined;
}

export const animationStyleType: Type<AnimationStyle> = objectType<AnimationStyle>(
  "AnimationStyle",
  {
    duration: durationType,
    reverseDuration: durationType,
    curve: animationCurveType,
    reverseCurve: animationCurveType,
  },
  [],
  [{ duration: 300, curve: "easeInOut" }],
);
