import { ACROSS, SIZE } from "../../layout/layout.ts";
import { setStyle } from "../dom/css.ts";
import { px } from "../dom/css-values.ts";
import type { Placed } from "../rendering/boxes.ts";
import { type Feature, layoutSteps } from "../rendering/feature.ts";

/** Elements that have a least size from here. */
const measured = new WeakSet<Element>();

/** Lets the own size of a stretched child count where all children are as long as the longest one needs. */
function keepOwnSize({ view, parent, flow }: Placed): string {
  const { root, props } = view;
  const isIntrinsic = flow !== undefined && parent.layout.isIntrinsic?.(parent.props) === true;
  if (!isIntrinsic && !measured.has(root)) return "";
  measured.add(root);
  for (const axis of ["x", "y"] as const) {
    setStyle(root, `min-${SIZE[axis]}`, isIntrinsic && axis === ACROSS[flow] ? px(props[SIZE[axis]]) : null);
  }
  return "";
}

layoutSteps.add({ apply: keepOwnSize });

/** Code of `intrinsicHeight` and `intrinsicWidth`. Loaded when one of them is used. */
export const feature: Feature = {};
