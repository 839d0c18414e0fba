import { type Layout, loosen } from "./layout.ts";

/** An AppBar: a leading control of a fixed size, a title that takes the rest, and actions. */
export const appBarLayout: Layout = {
  name: "app bar",
  tell: (axis, _told, _props, _child, slot) =>
    slot === "leading" ? "tight" : slot === "title" || axis === "y" ? "loose" : "none",
  takes: (axis) => axis === "x",
};

/** A BottomAppBar: its content is as large as the bar. */
export const bottomAppBarLayout: Layout = {
  name: "bottom app bar",
  tell: () => "tight",
  takes: (axis) => axis === "x",
};

/** A tile: title and subtitle are as wide as the tile leaves them. */
export const tileLayout: Layout = {
  name: "tile",
  flow: "y",
  tell(axis, _told, _props, _child, slot) {
    if (slot === "controls") return axis === "x" ? "loose" : "none";
    if (slot === "leading" || slot === "trailing") return axis === "y" ? "loose" : "none";
    return axis === "x" ? "tight" : "none";
  },
  takes: (axis) => axis === "x",
};

/** A switcher: the content is in the middle, and at most as large as the switcher. */
export const switcherLayout: Layout = {
  name: "switcher",
  tell: (_axis, told) => loosen(told),
  takes: (axis, _props, children) => children.some((child) => child.takes[axis]),
};

/** Tabs: a TabBar and a TabBarView somewhere in their content. */
export const tabsLayout: Layout = {
  name: "tabs",
  tell: (_axis, told) => told,
  takes: (axis, _props, children) => axis === "x" || children.some((child) => child.takes.y),
};

/** Panels of tabs, next to each other, each as large as the view. */
export const panelsLayout: Layout = {
  name: "panels",
  sizesChildren: true,
  tell: (axis, told) => (axis === "x" ? "tight" : told),
  takes: () => true,
};
