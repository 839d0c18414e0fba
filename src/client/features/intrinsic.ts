import { ACROSS, type Axis, SIZE } from "../../layout/layout.ts";
import { setStyle } from "../dom/css.ts";
import { px } from "../dom/css-values.ts";
import { type Box, type Placed, placeOf } from "../rendering/boxes.ts";
import { type Feature, layoutSteps } from "../rendering/feature.ts";

/** Elements that have a least size from here. */
const measured = new WeakSet<Element>();

/**
 * Lets the own size of a stretched control count where children are as long as the longest one needs. The control may be
 * deep inside such a child.
 */
function keepOwnSize({ view }: Placed): string {
  const { root, props } = view;
  for (const axis of ["x", "y"] as const) {
    const isNeeded = props[SIZE[axis]] != null && isStretched(view, axis);
    if (!isNeeded && !measured.has(root)) continue;
    measured.add(root);
    setStyle(root, `min-${SIZE[axis]}`, isNeeded ? px(props[SIZE[axis]]) : null);
  }
  return "";
}

/** Returns whether a view is as long as another one needs, because all boxes up to a Row or Column are stretched. */
function isStretched(view: Box, axis: Axis): boolean {
  for (let at = placeOf(view); at !== undefined && at.view.limits?.[axis] === "tight"; at = placeOf(at.parent)) {
    const { parent, flow } = at;
    if (flow !== undefined && axis === ACROSS[flow] && parent.layout.isIntrinsic?.(parent.props) === true) return true;
    if (parent.props[SIZE[axis]] != null) return false;
  }
  return false;
}

layoutSteps.add({ apply: keepOwnSize });

/** Code of `intrinsicHeight` and `intrinsicWidth`. Loaded when one of them is used. */
export const feature: Feature = {};
