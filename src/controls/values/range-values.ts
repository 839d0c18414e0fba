import { numberType, objectType, type Type } from "../../core/types.ts";

/** The two ends of what is chosen on a line. */
export interface RangeValues {
  readonly startValue: number;
  readonly endValue: number;
}
export const rangeValuesType: Type<RangeValues> = objectType<RangeValues>(
  "RangeValues",
  { startValue: numberType(), endValue: numberType() },
  ["startValue", "endValue"],
);
