import { breadthOf, constraintsOf, distribute, lengthOf, placeAt, rangesOf, sizeOf } from "./axis.ts";
import { type Constraints, constrain } from "./constraints.ts";
import { across, type FlexChild, type FlexStyle } from "./flex.ts";
import type { Fragment, Part } from "./fragment.ts";

/** How the runs of a wrapping Row or Column are arranged. */
export interface RunStyle {
  readonly spacing: number;
  readonly alignment: string;
}

interface Run {
  readonly fragments: Fragment[];
  length: number;
  breadth: number;
}

/** Lays out children in runs. Each run has as many children as fit. */
export function layOutWrap(
  style: FlexStyle,
  runStyle: RunStyle,
  children: readonly FlexChild[],
  constraints: Constraints,
): Fragment {
  const { axis } = style;
  const { maxLength } = rangesOf(axis, constraints);
  const loose = { minLength: 0, maxLength, minBreadth: 0, maxBreadth: Number.POSITIVE_INFINITY };
  const fragments = children.map(({ layout }) => layout(constraintsOf(axis, loose)));
  const runs = splitIntoRuns(style, fragments, maxLength);
  const gaps = runStyle.spacing * Math.max(0, runs.length - 1);
  const breadth = runs.reduce((sum, run) => sum + run.breadth, gaps);
  const size = constrain(constraints, sizeOf(axis, Math.max(0, ...runs.map(({ length }) => length)), breadth));
  const free = Math.max(0, breadthOf(axis, size) - breadth);
  const { before, between } = distribute(runStyle.alignment, free, runs.length);
  let start = before;
  const parts = runs.flatMap((run) => {
    const placed = placeRun(style, run, lengthOf(axis, size), start);
    start += run.breadth + between + runStyle.spacing;
    return placed;
  });
  return { ...size, parts: axis === "vertical" && style.isRightToLeft ? mirrored(parts, size.width) : parts };
}

function splitIntoRuns({ axis, spacing }: FlexStyle, fragments: readonly Fragment[], maxLength: number): Run[] {
  const runs: Run[] = [];
  for (const fragment of fragments) {
    const [length, breadth] = [lengthOf(axis, fragment), breadthOf(axis, fragment)];
    const run = runs.at(-1);
    if (run === undefined || run.length + spacing + length > maxLength + 1e-6) {
      runs.push({ fragments: [fragment], length, breadth });
    } else {
      run.fragments.push(fragment);
      run.length += spacing + length;
      run.breadth = Math.max(run.breadth, breadth);
    }
  }
  return runs;
}

function placeRun(style: FlexStyle, run: Run, space: number, start: number): Part[] {
  const { axis, alignment, spacing } = style;
  const { before, between } = distribute(alignment, Math.max(0, space - run.length), run.fragments.length);
  const isMirrored = axis === "horizontal" && style.isRightToLeft;
  let along = before;
  return run.fragments.map((fragment) => {
    const length = lengthOf(axis, fragment);
    const left = isMirrored ? space - along - length : along;
    along += length + between + spacing;
    return placeAt(axis, fragment, left, start + across(style, run.breadth - breadthOf(axis, fragment)));
  });
}

function mirrored(parts: readonly Part[], width: number): Part[] {
  return parts.map((part) => ({ ...part, left: width - part.left - part.fragment.width }));
}
