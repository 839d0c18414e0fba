import { type Constraints, constrain, deflate, largest, loosen, tight, tighten } from "./constraints.ts";
import type { Fragment } from "./fragment.ts";
import { type Alignment, type Sides, thickness } from "./properties.ts";

/** Lays out something that is not yet laid out, within constraints. */
export type Layout = (constraints: Constraints) => Fragment;

/** Adds space around content. */
export function padded(sides: Sides, content: Layout): Layout {
  return (constraints) => {
    const space = thickness(sides);
    const fragment = content(deflate(constraints, space));
    const size = { width: fragment.width + space.width, height: fragment.height + space.height };
    return { ...constrain(constraints, size), parts: [{ fragment, left: sides.left, top: sides.top }] };
  };
}

/** Takes all the space, and places content in it. In space without an end, takes the size of the content. */
export function aligned(alignment: Alignment, content: Layout): Layout {
  return (constraints) => {
    const fragment = content(loosen(constraints));
    const size = largest(constraints, fragment);
    const left = ((1 + alignment.x) / 2) * (size.width - fragment.width);
    const top = ((1 + alignment.y) / 2) * (size.height - fragment.height);
    return { ...size, parts: [{ fragment, left, top }] };
  };
}

/** Gives content a width, a height or both, as far as the constraints leave a choice. */
export function sized(width: number | undefined, height: number | undefined, content: Layout): Layout {
  return (constraints) => content(tighten(constraints, { width, height }));
}

/** Gives content the largest size of a given shape. The width decides, unless its height is too much or has no end. */
export function shaped(ratio: number, content: Layout): Layout {
  return (constraints) => {
    const { minWidth, maxWidth, minHeight, maxHeight } = constraints;
    let width = maxWidth === Number.POSITIVE_INFINITY ? maxHeight * ratio : maxWidth;
    width = Math.min(width, maxHeight * ratio);
    width = Math.max(width, minWidth, minHeight * ratio);
    return content(tight(constrain(constraints, { width, height: width / ratio })));
  };
}

/** Makes content as wide as it would be in endless space, which is the width of its widest part. */
export function intrinsicallyWide(content: Layout): Layout {
  return (constraints) => {
    const { width } = content({ ...constraints, minWidth: 0, maxWidth: Number.POSITIVE_INFINITY });
    return content(tighten(constraints, { width }));
  };
}

/** Makes content as high as it would be in endless space, which is the height of its highest part. */
export function intrinsicallyHigh(content: Layout): Layout {
  return (constraints) => {
    const { height } = content({ ...constraints, minHeight: 0, maxHeight: Number.POSITIVE_INFINITY });
    return content(tighten(constraints, { height }));
  };
}
