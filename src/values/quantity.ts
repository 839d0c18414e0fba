import { mismatch } from "../core/declaration/problem.ts";
import { numberType, type Type } from "../core/declaration/types.ts";

/** Type of a duration in milliseconds, which is not negative. */
export const durationType: Type<number> = quantity("milliseconds", 300, numberType({ min: 0 }));

/** Type of an angle in radians. */
export const angleType: Type<number> = quantity("radians", 0.5, numberType());

/** Returns the type of a number whose unit is part of errors, because people often write it as a string: `"300ms"`. */
function quantity(unit: string, example: number, number: Type<number>): Type<number> {
  const type: Type<number> = {
    ...number,
    check: (value) => (typeof value === "number" ? number.check(value) : mismatch(type, value)),
    expects: () => `a number of ${unit}, such as ${example}`,
    example: () => example,
  };
  return type;
}
