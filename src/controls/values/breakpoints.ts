import { eitherType, named, numberType, recordType, type Type } from "../../core/types.ts";
import type { ResponsiveNumber } from "../../core/values/responsive.ts";

/** From which width on each name counts, in pixels: `{ narrow: 0, wide: 600 }`. */
export type Breakpoints = { readonly [name: string]: number };

const widths = recordType("Breakpoints", numberType({ min: 0 }));
export const breakpointsType: Type<Breakpoints> = {
  ...widths,
  check(value) {
    const problem = widths.check(value);
    if (problem !== undefined) return problem;
    // The names become names of CSS variables.
    const wrong = Object.keys(value as Breakpoints).find((name) => !/^[a-z]\w*$/i.test(name));
    return wrong === undefined ? undefined : `.${wrong} is no name of a width: letters, digits and _ only`;
  },
};

const count = numberType({ min: 1 });
/** How many columns a row has: one at least. */
export const columnCountType: Type<ResponsiveNumber> = named(
  "ResponsiveNumber",
  eitherType<ResponsiveNumber>(count, recordType("ResponsiveNumber", count)),
);
