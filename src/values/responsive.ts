import { eitherType, named, numberType, recordType, type Type } from "../core/declaration/types.ts";

/** A number for all widths, or one per breakpoint: `{ xs: 12, md: 6 }`. The row's `breakpoints` defines the names. */
export type ResponsiveNumber = number | { readonly [breakpoint: string]: number };

const share = numberType({ min: 0 });
export const responsiveNumberType: Type<ResponsiveNumber> = named(
  "ResponsiveNumber",
  eitherType<ResponsiveNumber>(share, recordType("ResponsiveNumber", share, { xs: 12, md: 6 })),
);
