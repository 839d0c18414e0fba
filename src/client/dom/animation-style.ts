import type { AnimationStyle } from "../../values/animation-style.ts";
import { setStyle } from "./css.ts";
import { toEasing } from "./easing.ts";

/**
 * Sets two CSS variables that a style sheet reads: `--r-NAME-time` and `--r-NAME-curve`. With `isWayBack`, the reverse
 * duration and curve are used.
 */
export function setAnimationStyle(
  target: HTMLElement,
  name: string,
  style: AnimationStyle | null | undefined,
  isWayBack = false,
): void {
  const { duration, curve } = style ?? {};
  const time = isWayBack ? (style?.reverseDuration ?? duration) : duration;
  const course = isWayBack ? (style?.reverseCurve ?? curve) : curve;
  setStyle(target, `--r-${name}-time`, time === undefined ? null : `${time}ms`);
  setStyle(target, `--r-${name}-curve`, course === undefined ? null : toEasing(course));
}
