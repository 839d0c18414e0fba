import type { Gradient, GradientColors, LinearGradient, RadialGradient, SweepGradient } from "../../values/gradient.ts";
import { inFull, toColor, toPercent, toPosition } from "./css-values.ts";

/** Returns a gradient in CSS syntax. */
export function toGradient(gradient: Gradient): string {
  const isRepeated = gradient.tileMode === "repeated" || gradient.tileMode === "mirror";
  const [shape, colors] = PARTS[gradient.type](gradient);
  return `${isRepeated ? "repeating-" : ""}${shape}, ${colors})`;
}

const CENTER = { x: 0, y: 0 };

/** A method, so that the function for one type of gradient can be found by that type and called with the gradient. */
type Part<G> = { part(gradient: G): readonly [shape: string, colors: string] }["part"];

/**
 * Returns a linear gradient. CSS draws the gradient line through the center of the box, with 0 % and 100 % at the
 * corners. The positions of the stops place the app's begin and end on that line.
 */
const linear: Part<LinearGradient> = (gradient) => {
  const { rotation = 0 } = gradient;
  const begin = inFull(gradient.begin) ?? { x: -1, y: 0 };
  const end = inFull(gradient.end) ?? { x: 1, y: 0 };
  const [x, y] = [end.x - begin.x, end.y - begin.y];
  const length = Math.hypot(x, y) || 1;
  const [right, down] = [x / length, y / length];
  const reach = 2 * (Math.abs(right) + Math.abs(down)) || 1;
  const at = (point: { x: number; y: number }): number => 0.5 + (point.x * right + point.y * down) / reach;
  // A gradient from corner to corner needs keywords, which follow the shape of the box. An angle would be right only in
  // a square.
  const isDiagonal = rotation === 0 && Math.abs(Math.abs(right) - Math.abs(down)) < 0.01;
  const angle = Math.atan2(right, -down) + rotation;
  const direction = isDiagonal
    ? `to ${right > 0 ? "right" : "left"} ${down > 0 ? "bottom" : "top"}`
    : `${round(angle)}rad`;
  const [from, to] = [at(begin), at(end)];
  return [`linear-gradient(${direction}`, toStops(gradient, (stop) => `${round((from + stop * (to - from)) * 100)}%`)];
};

const radial: Part<RadialGradient> = (gradient) => {
  const { radius = 0.5 } = gradient;
  const center = inFull(gradient.center) ?? CENTER;
  // If the center of the gradient is off the center of the box, the closest side may be at distance 0. So the farthest
  // side is the unit.
  const off = Math.max(Math.abs(center.x), Math.abs(center.y));
  const side = off === 0 ? "closest-side" : "farthest-side";
  const unit = (2 * radius) / (1 + off);
  return [
    `radial-gradient(circle ${side} at ${toPosition(center)}`,
    toStops(gradient, (stop) => `${round(stop * unit * 100)}%`),
  ];
};

const sweep: Part<SweepGradient> = (gradient) => {
  const center = inFull(gradient.center) ?? CENTER;
  const { startAngle = 0, endAngle = 2 * Math.PI, rotation = 0 } = gradient;
  const from = round(Math.PI / 2 + rotation);
  const colors = toStops(gradient, (stop) => `${round(startAngle + stop * (endAngle - startAngle))}rad`);
  return [`conic-gradient(from ${from}rad at ${toPercent(center.x)} ${toPercent(center.y)}`, colors];
};

const PARTS: { readonly [type in Gradient["type"]]: Part<Gradient> } = {
  linear,
  radial,
  sweep,
};

/** Returns the colors with their positions. A mirrored gradient runs forth and back, repeatedly. */
function toStops({ colors, stops, tileMode }: GradientColors, at: (stop: number) => string): string {
  const last = colors.length - 1;
  const ends = colors.map((color, index): [string, number] => [toColor(color) ?? "", stops?.[index] ?? index / last]);
  const all =
    tileMode === "mirror"
      ? [...ends, ...ends.toReversed().map(([color, stop]): [string, number] => [color, 2 - stop])]
      : ends;
  return all.map(([color, stop]) => `${color} ${at(stop)}`).join(", ");
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
