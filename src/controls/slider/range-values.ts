import { numberType, objectType, type Type } from "../../core/declaration/types.ts";

/** Start and end of the selected range of a RangeSlider. */
export interface RangeValues {
  /** Start of the selected range. */
  readonly startValue: number;
  /** End of the selected range. */
  readonly endValue: number;
}
export const rangeValuesType: Type<RangeValues> = objectType<RangeValues>(
  "RangeValues",
  { startValue: numberType(), endValue: numberType() },
  ["startValue", "endValue"],
);
