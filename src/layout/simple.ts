import type { Layout } from "./layout.ts";

/** A control that is as small as its content, such as a text or a button. */
export const hugLayout: Layout = { name: "hug" };

/** A control that takes all the width it may have, such as a text field. */
export const wideLayout: Layout = { name: "wide", takes: (axis) => axis === "x" };

/** A control that takes all the height it may have, such as a VerticalDivider. */
export const highLayout: Layout = { name: "high", takes: (axis) => axis === "y" };

/** A control around one child: it passes its own limits on, and is as large as the child. */
export const boxLayout: Layout = {
  name: "box",
  limit: (_axis, own) => own,
  takes: (axis, _props, some) => some((child) => child.takes[axis]),
};

/** A Card: a box whose margin is part of its width and height. */
export const cardLayout: Layout = { ...boxLayout, name: "card", margin: 4 };

/** A control that takes all the width it may have while its property `expandedInsets` is set, such as a Dropdown. */
export const expandableLayout: Layout = {
  name: "expandable",
  reads: ["expandedInsets"],
  takes: (axis, props) => axis === "x" && (props as { expandedInsets?: unknown }).expandedInsets != null,
};
