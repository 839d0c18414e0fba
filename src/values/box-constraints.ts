import { problemWith } from "../core/declaration/problem.ts";
import { numberType, objectType, type Type } from "../core/declaration/types.ts";

/**
 * Minimum and maximum size, in pixels. A field that is left out is no constraint. A maximum less than its minimum is an
 * error. Flet: `BoxConstraints`.
 */
export interface BoxConstraints {
  /** Minimum width, in pixels. Default: no minimum. */
  readonly minWidth?: number | undefined;
  /** Maximum width, in pixels. Default: no maximum. */
  readonly maxWidth?: number | undefined;
  /** Minimum height, in pixels. Default: no minimum. */
  readonly minHeight?: number | undefined;
  /** Maximum height, in pixels. Default: no maximum. */
  readonly maxHeight?: number | undefined;
}

const length = numberType({ min: 0 });
const fields: Type<BoxConstraints> = objectType<BoxConstraints>(
  "BoxConstraints",
  {
    minWidth: length,
    maxWidth: length,
    minHeight: length,
    maxHeight: length,
  },
  [],
  [{ minWidth: 100, maxWidth: 200 }],
);

export const boxConstraintsType: Type<BoxConstraints> = {
  ...fields,
  check(value) {
    const problem = fields.check(value);
    if (problem !== undefined) return problem;
    const { minWidth = 0, maxWidth = minWidth, minHeight = 0, maxHeight = minHeight } = value as BoxConstraints;
    if (maxWidth < minWidth)
      return problemWith(`must be at least minWidth, which is ${minWidth}, not ${maxWidth}`, "maxWidth");
    if (maxHeight < minHeight)
      return problemWith(`must be at least minHeight, which is ${minHeight}, not ${maxHeight}`, "maxHeight");
    return undefined;
  },
};
