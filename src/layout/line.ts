import { type Axis, type BoxProps, expands, type Layout, type LayoutChild, loosen } from "./layout.ts";

/** Properties of a Row, a Column, a page or a view that the layout depends on. */
interface LineProps extends BoxProps {
  readonly scroll?: unknown;
  readonly wrap?: boolean;
  readonly tight?: boolean;
  readonly verticalAlignment?: string | null;
  readonly horizontalAlignment?: string | null;
  readonly intrinsicHeight?: boolean;
  readonly intrinsicWidth?: boolean;
}

/** Returns the layout of children one after the other along an axis. */
function lineLayout(name: string, main: Axis): Layout {
  const isIntrinsic = (props: LineProps) => (main === "x" ? props.intrinsicHeight : props.intrinsicWidth) === true;
  const stretches = (props: LineProps) =>
    (main === "x" ? props.verticalAlignment : props.horizontalAlignment) === "stretch";
  return {
    name,
    flow: main,
    isIntrinsic,
    reads: ["scroll", "wrap", "tight", "verticalAlignment", "horizontalAlignment", "intrinsicHeight", "intrinsicWidth"],
    limit(axis, own, props: LineProps, child) {
      if (props.wrap === true) return axis === main ? loosen(own) : "none";
      if (axis === main) {
        if (own === "none" || props.scroll != null || !expands(child)) return "none";
        return child.expandLoose === true ? "loose" : "tight";
      }
      if (own === "none" && !isIntrinsic(props)) return "none";
      return stretches(props) ? "tight" : "loose";
    },
    takes(axis, props: LineProps, some) {
      if (props.wrap === true) return axis === main && some((child) => child.takes[axis]);
      if (axis === main) {
        const fills = (child: LayoutChild) =>
          expands(child.props) && (child.props.expandLoose !== true || child.takes[main]);
        // What scrolls is at least as long as its space.
        return props.tight !== true || props.scroll != null || some(fills);
      }
      if (isIntrinsic(props)) return false;
      // A child with a shape gets its height from a Row that gives it no width.
      const fills = (child: LayoutChild) =>
        child.takes[axis] || (main === "x" && child.props.aspectRatio != null && !expands(child.props));
      return stretches(props) || some(fills);
    },
  };
}

/** Children next to each other. */
export const rowLayout: Layout = lineLayout("row", "x");
/** Children below each other. */
export const columnLayout: Layout = lineLayout("column", "y");

/** A page or view: a column, with bars that are as wide as the page. */
export const pageLayout: Layout = {
  ...columnLayout,
  name: "page",
  limit(axis, own, props, child, slot) {
    if (slot === "controls") return columnLayout.limit?.(axis, own, props, child, slot) ?? "none";
    if (slot === "views") return "tight";
    return axis === "x" && slot !== "floatingActionButton" ? "tight" : "none";
  },
  takes: () => true,
};

/** The list that `build()` of a control of the app's own returns: a column that is only as long as its children. */
export const ownListLayout: Layout = {
  ...columnLayout,
  name: "own list",
  takes: (axis, props, some) => axis === "x" && columnLayout.takes?.(axis, props, some) === true,
};
