import { type Axis, constraintsOf, lengthOf, rangesOf } from "./axis.ts";
import { constrain } from "./constraints.ts";
import type { Layout } from "./wrappers.ts";

/** Lets content be as long as it wants to be, but no shorter than the space, and clips what does not fit. */
export function scrolled(axis: Axis, content: Layout): Layout {
  return (constraints) => {
    const ranges = rangesOf(axis, constraints);
    const isEndless = ranges.maxLength === Number.POSITIVE_INFINITY;
    const minLength = isEndless ? ranges.minLength : ranges.maxLength;
    const fragment = content(constraintsOf(axis, { ...ranges, minLength, maxLength: Number.POSITIVE_INFINITY }));
    const size = constrain(constraints, fragment);
    const isClipped = lengthOf(axis, fragment) > lengthOf(axis, size);
    return { ...size, parts: [{ fragment, left: 0, top: 0 }], canClip: true, isClipped };
  };
}
