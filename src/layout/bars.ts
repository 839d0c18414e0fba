import { type Layout, loosen } from "./layout.ts";
import { boxLayout, wideLayout } from "./simple.ts";

/** An AppBar: a leading control of a fixed size, a title that takes the rest, and actions. */
export const appBarLayout: Layout = {
  ...wideLayout,
  name: "app bar",
  limit: (axis, _limit, _props, _child, slot) =>
    slot === "leading" ? "tight" : slot === "title" || axis === "y" ? "loose" : "none",
};

/** A BottomAppBar: its content is as large as the bar. */
export const bottomAppBarLayout: Layout = {
  ...wideLayout,
  name: "bottom app bar",
  limit: () => "tight",
};

/** A tile: title and subtitle are as wide as the tile leaves them. */
export const tileLayout: Layout = {
  ...wideLayout,
  name: "tile",
  flow: "y",
  limit(axis, _limit, _props, _child, slot) {
    if (slot === "controls") return axis === "x" ? "loose" : "none";
    if (slot === "leading" || slot === "trailing") return axis === "y" ? "loose" : "none";
    return axis === "x" ? "tight" : "none";
  },
};

/** A switcher: the content is in the middle, and at most as large as the switcher. */
export const switcherLayout: Layout = { ...boxLayout, name: "switcher", limit: (_axis, own) => loosen(own) };

/** Tabs: a TabBar and a TabBarView somewhere in their content. */
export const tabsLayout: Layout = {
  ...boxLayout,
  name: "tabs",
  takes: (axis, _props, some) => axis === "x" || some((child) => child.takes.y),
};

/** Panels of tabs, next to each other, each as large as the view. */
export const panelsLayout: Layout = {
  name: "panels",
  sizesChildren: true,
  limit: (axis, own) => (axis === "x" ? "tight" : own),
  takes: () => true,
};
