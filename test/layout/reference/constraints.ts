/** Shortest and greatest width and height that a control may take. A maximum can be infinite. */
export interface Constraints {
  readonly minWidth: number;
  readonly maxWidth: number;
  readonly minHeight: number;
  readonly maxHeight: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Limits a number to a range. The minimum wins if it is greater than the maximum. */
export function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}

/** Returns constraints that only one size meets. */
export function tight({ width, height }: Size): Constraints {
  return { minWidth: width, maxWidth: width, minHeight: height, maxHeight: height };
}

/** Returns the same constraints without their minimums. */
export function loosen(constraints: Constraints): Constraints {
  return { ...constraints, minWidth: 0, minHeight: 0 };
}

/** Returns the size within constraints that is nearest to a given one. */
export function constrain(constraints: Constraints, { width, height }: Size): Size {
  return {
    width: clamp(width, constraints.minWidth, constraints.maxWidth),
    height: clamp(height, constraints.minHeight, constraints.maxHeight),
  };
}

/** Demands a width, a height or both, as far as the constraints leave a choice. */
export function tighten(
  constraints: Constraints,
  { width, height }: { readonly width?: number | undefined; readonly height?: number | undefined },
): Constraints {
  const { minWidth, maxWidth, minHeight, maxHeight } = constraints;
  const exactWidth = width === undefined ? undefined : clamp(width, minWidth, maxWidth);
  const exactHeight = height === undefined ? undefined : clamp(height, minHeight, maxHeight);
  return {
    minWidth: exactWidth ?? minWidth,
    maxWidth: exactWidth ?? maxWidth,
    minHeight: exactHeight ?? minHeight,
    maxHeight: exactHeight ?? maxHeight,
  };
}

/** Returns what is left of constraints inside a border that takes a width and a height. */
export function deflate(constraints: Constraints, { width, height }: Size): Constraints {
  return {
    minWidth: Math.max(0, constraints.minWidth - width),
    maxWidth: Math.max(0, constraints.maxWidth - width),
    minHeight: Math.max(0, constraints.minHeight - height),
    maxHeight: Math.max(0, constraints.maxHeight - height),
  };
}

/** Returns the largest size that constraints allow. Where there is no end, `least` is taken instead. */
export function largest(constraints: Constraints, least: Size = { width: 0, height: 0 }): Size {
  const { maxWidth, maxHeight } = constraints;
  return constrain(constraints, {
    width: maxWidth === Number.POSITIVE_INFINITY ? least.width : maxWidth,
    height: maxHeight === Number.POSITIVE_INFINITY ? least.height : maxHeight,
  });
}
