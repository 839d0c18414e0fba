import { eitherType, named, numberType, recordType, type Type } from "../types.ts";

/** A number, or one from each width on: `{ xs: 12, md: 6 }`. The names are those of the row's `breakpoints`. */
export type ResponsiveNumber = number | { readonly [breakpoint: string]: number };

const share = numberType({ min: 0 });
export const responsiveNumberType: Type<ResponsiveNumber> = named(
  "ResponsiveNumber",
  eitherType<ResponsiveNumber>(share, recordType("ResponsiveNumber", share)),
);
