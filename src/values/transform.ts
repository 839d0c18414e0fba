import { mismatch, toCode } from "../core/declaration/problem.ts";
import { numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type Alignment, alignmentType, type Offset, offsetType } from "./layout.ts";

/** A matrix by which a control is drawn. The layout does not change. Flet: `Transform`. */
export interface Transform {
  /** Sixteen numbers of the matrix, column by column, as in CSS `matrix3d()`. */
  readonly matrix: readonly number[];
  /** Offset of the fixed point from `alignment`, in pixels. Default: none. */
  readonly origin?: Offset | undefined;
  /** Point of the control that stays in place. Default: the center. */
  readonly alignment?: Alignment | undefined;
}

const UNCHANGED = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const finite = numberType();
const matrixType: Type<readonly number[]> = {
  name: "number[16]",
  isKind: Array.isArray,
  check: (value) =>
    Array.isArray(value) && value.length === 16 && value.every((entry) => finite.check(entry) === undefined)
      ? undefined
      : mismatch(matrixType, value),
  expects: () => `sixteen numbers, column by column, such as ${toCode(UNCHANGED)}`,
  example: () => UNCHANGED,
};

export const transformType: Type<Transform> = objectType<Transform>(
  "Transform",
  { matrix: matrixType, origin: offsetType, alignment: alignmentType },
  ["matrix"],
);
