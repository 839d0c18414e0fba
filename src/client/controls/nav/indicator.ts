import type { Color } from "../../../values/color.ts";
import type { OutlinedBorder } from "../../../values/outlined-border.ts";
import { setStyle } from "../../dom/css.ts";
import { inFull, toColor } from "../../dom/css-values.ts";
import { toShape, toSide } from "../../dom/shape.ts";
import type { Parts } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface IndicatorProps {
  readonly indicatorColor?: Color | null;
  readonly indicatorShape?: OutlinedBorder | null;
}

/** Setter of the indicator behind the icon of a selected destination: for a bar, a rail, or one destination. */
export function setIndicator<E extends Parts>({ root, props }: View<IndicatorProps, E>): void {
  const { indicatorColor, indicatorShape: shape } = props;
  setStyle(root, "--r-d-indicator", toColor(indicatorColor));
  setStyle(root, "--r-d-radius", shape == null ? null : toShape(shape));
  setStyle(root, "--r-d-side", toSide(inFull(shape)?.side));
}
