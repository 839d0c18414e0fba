import type { BoxProps, Layout, SomeChild } from "./layout.ts";

interface StackLayoutProps extends BoxProps {
  readonly fit?: string | null;
  readonly alignment?: { readonly x?: number; readonly y?: number } | null;
}

/** Returns whether a control has a position in a Stack. */
export function isPositioned({ left, top, right, bottom }: BoxProps): boolean {
  return left != null || top != null || right != null || bottom != null;
}

/** Children on top of each other. */
export const stackLayout: Layout = {
  name: "stack",
  reads: ["fit", "alignment"],
  place: (_props, child) => (isPositioned(child) ? "positioned" : "stacked"),
  shift: ({ alignment }: StackLayoutProps) => alignment,
  limit(axis, own, { fit }: StackLayoutProps, child) {
    if (isPositioned(child)) {
      const [start, end] = axis === "x" ? [child.left, child.right] : [child.top, child.bottom];
      return start != null && end != null ? "tight" : "none";
    }
    if (own === "none" || fit === "passThrough") return own;
    return fit === "expand" ? "tight" : "loose";
  },
  takes(axis, { fit }: StackLayoutProps, some) {
    const someInFlow: SomeChild = (test) => some((child) => !isPositioned(child.props) && test(child));
    return fit === "expand" || !someInFlow(() => true) || someInFlow((child) => child.takes[axis]);
  },
};
