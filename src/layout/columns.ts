import { type BoxProps, type Layout, loosen } from "./layout.ts";
import { wideLayout } from "./simple.ts";

interface ColumnsLayoutProps extends BoxProps {
  readonly scroll?: unknown;
}

/** A ResponsiveRow: each child is as wide as its columns. */
export const columnsLayout: Layout = {
  ...wideLayout,
  name: "columns",
  needsEnd: () => "x",
  sizesChildren: true,
  place: () => "column",
  reads: ["scroll"],
  limit: (axis, own, { scroll }: ColumnsLayoutProps) =>
    axis === "x" ? "tight" : scroll == null ? loosen(own) : "none",
};
