import { numberType, objectType, type Type } from "../../core/types.ts";
import { type AnimationCurve, animationCurveType } from "../../core/values/animation.ts";

/** How something comes and how it goes. What is left out is as the theme has it. Flet: `AnimationStyle`. */
export interface AnimationStyle {
  /** Milliseconds; 0 is at once. */
  readonly duration?: number | undefined;
  /** Milliseconds of the way back. Default `duration`. */
  readonly reverseDuration?: number | undefined;
  readonly curve?: AnimationCurve | undefined;
  /** On the way back. Default `curve`. */
  readonly reverseCurve?: AnimationCurve | undefined;
}

const milliseconds = numberType({ min: 0 });

export const animationStyleType: Type<AnimationStyle> = objectType<AnimationStyle>("AnimationStyle", {
  duration: milliseconds,
  reverseDuration: milliseconds,
  curve: animationCurveType,
  reverseCurve: animationCurveType,
});
