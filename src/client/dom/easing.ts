import type { AnimationCurve } from "../../values/animation.ts";

/** Curves with two control points, as the arguments of `cubic-bezier()`. */
const BEZIERS: { readonly [curve in AnimationCurve]?: string } = {
  decelerate: "0,0,.2,1",
  ease: ".25,.1,.25,1",
  easeIn: ".42,0,1,1",
  easeInBack: ".6,-.28,.735,.045",
  easeInCirc: ".6,.04,.98,.335",
  easeInCubic: ".55,.055,.675,.19",
  easeInExpo: ".95,.05,.795,.035",
  easeInOut: ".42,0,.58,1",
  easeInOutBack: ".68,-.55,.265,1.55",
  easeInOutCirc: ".785,.135,.15,.86",
  easeInOutCubic: ".645,.045,.355,1",
  easeInOutCubicEmphasized: ".2,0,0,1",
  easeInOutExpo: "1,0,0,1",
  easeInOutQuad: ".455,.03,.515,.955",
  easeInOutQuart: ".77,0,.175,1",
  easeInOutQuint: ".86,0,.07,1",
  easeInOutSine: ".445,.05,.55,.95",
  easeInQuad: ".55,.085,.68,.53",
  easeInQuart: ".895,.03,.685,.22",
  easeInQuint: ".755,.05,.855,.06",
  easeInSine: ".47,0,.745,.715",
  easeInToLinear: ".67,.03,.65,.09",
  easeOut: "0,0,.58,1",
  easeOutBack: ".175,.885,.32,1.275",
  easeOutCirc: ".075,.82,.165,1",
  easeOutCubic: ".215,.61,.355,1",
  easeOutExpo: ".19,1,.22,1",
  easeOutQuad: ".25,.46,.45,.94",
  easeOutQuart: ".165,.84,.44,1",
  easeOutQuint: ".23,1,.32,1",
  easeOutSine: ".39,.575,.565,1",
  fastLinearToSlowEaseIn: ".18,1,.04,1",
  fastOutSlowIn: ".4,0,.2,1",
  linear: "0,0,1,1",
  linearToEaseOut: ".35,.91,.33,.97",
  slowMiddle: ".15,.85,.85,.15",
};

/** Returns the progress of a falling ball, which hits the ground three times on the way. */
function bounce(at: number): number {
  if (at < 1 / 2.75) return 7.5625 * at * at;
  const [start, floor] = at < 2 / 2.75 ? [1.5, 0.75] : at < 2.5 / 2.75 ? [2.25, 0.9375] : [2.625, 0.984375];
  return 7.5625 * (at - start / 2.75) ** 2 + floor;
}

/** Returns the progress of a spring that oscillates around its end. `period` is the duration of one oscillation. */
function elastic(at: number, period = 0.4): number {
  return 2 ** (-10 * at) * Math.sin(((at - period / 4) * 2 * Math.PI) / period) + 1;
}

/** Returns a curve in reverse. `bothWays` uses the reverse for the first half, and the curve itself for the second. */
const backwards = (course: (at: number) => number) => (at: number) => 1 - course(1 - at);
const bothWays = (course: (at: number) => number) => (at: number) =>
  at < 0.5 ? (1 - course(1 - 2 * at)) / 2 : (1 + course(2 * at - 1)) / 2;

const COURSES: { readonly [curve in AnimationCurve]?: (at: number) => number } = {
  bounceIn: backwards(bounce),
  bounceInOut: bothWays(bounce),
  bounceOut: bounce,
  elasticIn: backwards(elastic),
  elasticInOut: bothWays((at) => elastic(at, 0.6)),
  elasticOut: elastic,
};

const STEPS = 40;

/** Returns a curve as a CSS easing function. A curve that two control points cannot draw is sampled into `linear()`. */
export function toEasing(curve: AnimationCurve): string {
  const course = COURSES[curve];
  if (course === undefined) return `cubic-bezier(${BEZIERS[curve]})`;
  const points = Array.from({ length: STEPS + 1 }, (_, step) => Number(course(step / STEPS).toFixed(3)));
  return `linear(${[0, ...points.slice(1, -1), 1].join()})`;
}
