import { problemWith } from "../../core/declaration/problem.ts";
import { eitherType, named, numberType, recordType, type Type } from "../../core/declaration/types.ts";
import type { ResponsiveNumber } from "../../values/responsive.ts";

/** Width in pixels from which each named breakpoint applies: `{ narrow: 0, wide: 600 }`. */
export type Breakpoints = { readonly [name: string]: number };

/** Whose width breakpoints are about. */
export type BreakpointsBy = "window" | "row";
export const BreakpointsBy: readonly BreakpointsBy[] = ["window", "row"];

const widths = recordType("Breakpoints", numberType({ min: 0 }), { narrow: 0, wide: 600 });
export const breakpointsType: Type<Breakpoints> = {
  ...widths,
  check(value) {
    const problem = widths.check(value);
    if (problem !== undefined) return problem;
    // The names become part of CSS variable names.
    const wrong = Object.keys(value as Breakpoints).find((name) => !/^[a-z]\w*$/i.test(name));
    return wrong === undefined
      ? undefined
      : problemWith("is not a valid breakpoint name: use a to z, 0 to 9 and _", wrong);
  },
};

const count = numberType({ min: 1 });
/** Type of the number of columns in a row: at least 1. */
export const columnCountType: Type<ResponsiveNumber> = named(
  "ResponsiveNumber",
  eitherType<ResponsiveNumber>(count, recordType("ResponsiveNumber", count, { xs: 12, md: 6 })),
);
