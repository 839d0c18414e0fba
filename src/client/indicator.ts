import type { OutlinedBorder } from "../controls/values/outlined-border.ts";
import type { Color } from "../core/values/color.ts";
import { setStyle } from "./css.ts";
import type { Parts } from "./renderer.ts";
import { toShape, toSide } from "./shape.ts";
import { toColor } from "./style.ts";
import type { View } from "./view.ts";

interface IndicatorProps {
  readonly indicatorColor?: Color | null;
  readonly indicatorShape?: OutlinedBorder | null;
}

/** Setter of the indicator behind the icon of a selected destination: for a bar, a rail, or one destination. */
export function setIndicator<E extends Parts>({ root, props }: View<IndicatorProps, E>): void {
  const { indicatorColor, indicatorShape: shape } = props;
  setStyle(root, "--r-d-indicator", toColor(indicatorColor));
  setStyle(root, "--r-d-radius", shape == null ? null : toShape(shape));
  setStyle(root, "--r-d-side", toSide(shape?.side));
}
