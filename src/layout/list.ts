import type { BoxProps, Layout } from "./layout.ts";

interface ListLayoutProps extends BoxProps {
  readonly horizontal?: boolean;
  readonly itemExtent?: number | null;
  readonly firstItemPrototype?: boolean;
}

/** Rows that scroll, each as wide as the list. */
export const listLayout: Layout = {
  name: "list",
  reads: ["horizontal", "itemExtent", "firstItemPrototype"],
  limit(axis, _limit, { horizontal, itemExtent, firstItemPrototype }: ListLayoutProps) {
    const isAcross = (horizontal === true) === (axis === "y");
    return isAcross || itemExtent != null || firstItemPrototype === true ? "tight" : "none";
  },
  takes: () => true,
};

/** Tiles that scroll, all of one size. */
export const gridLayout: Layout = {
  name: "grid",
  reads: ["horizontal"],
  needsEnd: ({ horizontal }: ListLayoutProps) => (horizontal === true ? "y" : "x"),
  limit: () => "tight",
  takes: () => true,
};
