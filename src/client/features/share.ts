import { type Axis, type BoxProps, expands, type Insets, sumOf } from "../../layout/layout.ts";
import { adopt, css, setStyle } from "../dom/css.ts";
import { type Box, fills, type Placed, someShown } from "../rendering/boxes.ts";
import { type Feature, layoutProperties, layoutSteps } from "../rendering/feature.ts";

/** Properties that add space inside a box. */
interface AroundProps extends BoxProps {
  readonly padding?: Insets | null;
  readonly minimumPadding?: Insets | null;
  readonly border?: { readonly [side in "left" | "top" | "right" | "bottom"]?: { readonly width?: number } } | null;
}

/** How many pixels a share of 1 at least has, by the Row or Column. */
const leastShares = new WeakMap<Box, number>();

/**
 * Determines the least size of a share. In Flutter a share includes the margin, and padding may use all of it. In CSS a
 * margin adds to the share, and padding is a minimum. So the shares start at a size that is large enough for the margin
 * and the padding of each of them. Returns whether that size changed.
 */
function prepare(view: Box): boolean {
  const { flow } = view.layout;
  if (flow === undefined) return false;
  let least = 0;
  someShown(view, (child) => {
    if (!expands(child.props)) return false;
    const { padding, minimumPadding, border } = child.props as AroundProps;
    const [start, end] = flow === "x" ? [border?.left, border?.right] : [border?.top, border?.bottom];
    const inside = sumOf(padding ?? minimumPadding, flow) + (start?.width ?? 0) + (end?.width ?? 0);
    least = Math.max(least, (marginOf(child, flow) + inside) / Number(child.props.expand));
    return false;
  });
  const before = leastShares.get(view) ?? 0;
  leastShares.set(view, least);
  return least !== before;
}

function marginOf({ props, layout }: Box, axis: Axis): number {
  return sumOf(props.margin ?? layout.margin, axis);
}

/** Sets the flex of a view that expands in a Row or Column, and marks one that may leave a part of its share. */
function share({ view, parent, flow }: Placed): string {
  const limit = flow && view.limits?.[flow];
  const isSharing = flow !== undefined && limit !== "none" && expands(view.props);
  const isPart = isSharing && limit === "loose" && !fills(view, flow);
  const { root } = view;
  if (isSharing && !isPart) {
    const weight = Number(view.props.expand);
    const start = Math.max(0, weight * (leastShares.get(parent) ?? 0) - marginOf(view, flow));
    setStyle(root, "flex", `${weight} 1 ${start}px`);
  } else if (isPart || root.style.flex !== "") setStyle(root, "flex", isPart ? "0 1 auto" : null);
  return isPart ? "part" : "";
}

for (const name of ["expand", "expandLoose", "margin", "padding", "minimumPadding", "border"])
  layoutProperties.add(name);
layoutSteps.add({ prepare, apply: share, clear: ({ root }) => setStyle(root, "flex", null) });

/** Code of `expand`. Loaded when it is used. */
export const feature: Feature = {};

adopt(css`
:where([data-box~="part"]) { min-width: 0; min-height: 0; }
`);
