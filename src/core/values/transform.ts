import { mustBe, numberType, objectType, type Type } from "../types.ts";
import { type Alignment, alignmentType, type Offset, offsetType } from "./layout.ts";

/** A matrix that a control is drawn by. Takes no room of its own. Flet: `Transform`. */
export interface Transform {
  /** Sixteen numbers, column by column, as CSS `matrix3d()` has them. */
  readonly matrix: readonly number[];
  /** Moves the point that stays where it is, in pixels. Default: no further. */
  readonly origin?: Offset | undefined;
  /** The point that stays where it is. Default: the middle. */
  readonly alignment?: Alignment | undefined;
}

const finite = numberType();
const matrixType: Type<readonly number[]> = {
  name: "number[16]",
  check: (value) =>
    Array.isArray(value) && value.length === 16 && value.every((entry) => finite.check(entry) === undefined)
      ? undefined
      : mustBe("sixteen numbers, column by column", value),
};

export const transformType: Type<Transform> = objectType<Transform>(
  "Transform",
  { matrix: matrixType, origin: offsetType, alignment: alignmentType },
  ["matrix"],
);
