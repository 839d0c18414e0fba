import type { AnimationStyle } from "../controls/values/animation-style.ts";
import { setStyle } from "./css.ts";
import { toEasing } from "./easing.ts";

/** Brings how something comes, or how it goes, to two variables that a sheet reads: `--r-NAME-time` and `--r-NAME-curve`. */
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
