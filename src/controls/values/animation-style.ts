import { numberType, objectType, type Type } from "../../core/types.ts";
import { type AnimationCurve, animationCurveType } from "../../core/values/animation.ts";

/** How something opens and closes. Flet: `AnimationStyle`. */
export interface AnimationStyle {
  /** Milliseconds. Default: the control's own. */
  readonly duration?: number | undefined;
  /** Of the way back, in milliseconds. Default: as `duration`. */
  readonly reverseDuration?: number | undefined;
  /** Default: the control's own. */
  readonly curve?: AnimationCurve | undefined;
  /** Of the way back. Default: as `curve`. */
  readonly reverseCurve?: AnimationCurve | undefined;
}

const milliseconds = numberType({ min: 0 });
export const animationStyleType: Type<AnimationStyle> = objectType<AnimationStyle>("AnimationStyle", {
  duration: milliseconds,
  reverseDuration: milliseconds,
  curve: animationCurveType,
  reverseCurve: animationCurveType,
});
