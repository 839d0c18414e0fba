import { type Layout, loosen } from "./layout.ts";

/** An AppBar: a leading control of a fixed size, a title that takes the rest, and actions. */
export const appBarLayout: Layout = {
  name: "app bar",
  limit: (axis, _limit, _props, _child, slot) =>
    slot === "leading" ? "tight" : slot === "title" || axis === "y" ? "loose" : "none",
  takes: (axis) => axis === "x",
};

/** A BottomAppBar: its content is as large as the bar. */
export const bottomAppBarLayout: Layout = {
  name: "bottom app bar",
  limit: () => "tight",
  takes: (axis) => axis === "x",
};

/** A tile: title and subtitle are as wide as the tile leaves them. */
export const tileLayout: Layout = {
  name: "tile",
  flow: "y",
  limit(axis, _limit, _props, _child, slot) {
    if (slot === "controls") return axis === "x" ? "loose" : "none";
    if (slot === "leading" || slot === "trailing") return axis === "y" ? "loose" : "none";
    return axis === "x" ? "tight" : "none";
  },
  takes: (axis) => axis === "x",
};

/** A switcher: the content is in the middle, and at most as large as the switcher. */
export const switcherLayout: Layout = {
  name: "switcher",
  limit: (_axis, own) => loosen(own),
  takes: (axis, _props, some) => some((child) => child.takes[axis]),
};

/** Tabs: a TabBar and a TabBarView somewhere in their content. */
export const tabsLayout: Layout = {
  name: "tabs",
  limit: (_axis, own) => own,
  takes: (axis, _props, some) => axis === "x" || some((child) => child.takes.y),
};

/** Panels of tabs, next to each other, each as large as the view. */
export const panelsLayout: Layout = {
  name: "panels",
  sizesChildren: true,
  limit: (axis, own) => (axis === "x" ? "tight" : own),
  takes: () => true,
};
