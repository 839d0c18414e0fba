import { numberType, objectType, type Type } from "../../core/types.ts";
import { type AnimationCurve, animationCurveType } from "../../core/values/animation.ts";

<<<<<<< HEAD
/** How something comes and how it goes. What is left out is as the theme has it. Flet: `AnimationStyle`. */
export interface AnimationStyle {
  /** Milliseconds; 0 is at once. */
  readonly duration?: number | undefined;
  /** Milliseconds of the way back. Default `duration`. */
  readonly reverseDuration?: number | undefined;
  readonly curve?: AnimationCurve | undefined;
  /** On the way back. Default `curve`. */
=======
/** How something opens and closes. Flet: `AnimationStyle`. */
export interface AnimationStyle {
  /** Milliseconds. Default: the control's own. */
  readonly duration?: number | undefined;
  /** Of the way back, in milliseconds. Default: as `duration`. */
  readonly reverseDuration?: number | undefined;
  /** Default: the control's own. */
  readonly curve?: AnimationCurve | undefined;
  /** Of the way back. Default: as `curve`. */
>>>>>>> layout
  readonly reverseCurve?: AnimationCurve | undefined;
}

const milliseconds = numberType({ min: 0 });
<<<<<<< HEAD

=======
>>>>>>> layout
export const animationStyleType: Type<AnimationStyle> = objectType<AnimationStyle>("AnimationStyle", {
  duration: milliseconds,
  reverseDuration: milliseconds,
  curve: animationCurveType,
  reverseCurve: animationCurveType,
});
