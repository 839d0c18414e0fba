import type { Margin } from "../../values/insets.ts";
import type { TooltipDetails } from "../../values/tooltip.ts";
import { setStyle } from "../dom/css.ts";
import { px, toInsets } from "../dom/css-values.ts";
import { setDecoration } from "../dom/decoration.ts";
import { setTextStyle } from "../dom/text-style.ts";

/** Distance of a tooltip from its control, and from the edges of the viewport, in pixels. */
const GAP = 8;

/** Sets the text and the style of a tooltip. */
export function styleTooltip(tip: HTMLElement, details: TooltipDetails): void {
  const { bgcolor, decoration, textStyle, textAlign, padding, sizeConstraints: size } = details;
  tip.textContent = details.message;
  setTextStyle(tip, textStyle);
  setDecoration(tip, { bgcolor, ...decoration });
  setStyle(tip, "text-align", textAlign);
  setStyle(tip, "padding", toInsets(padding));
  setStyle(tip, "min-width", px(size?.minWidth));
  setStyle(tip, "max-width", px(size?.maxWidth));
  setStyle(tip, "min-height", px(size?.minHeight));
  setStyle(tip, "max-height", px(size?.maxHeight));
}

/** Places a tooltip below or above its control, and completely inside the viewport. */
export function positionTooltip(tip: HTMLElement, anchor: DOMRect, details: TooltipDetails): void {
  const { preferBelow = true, verticalOffset, margin } = details;
  const { left, right, top, bottom } = sidesOf(margin);
  const { width, height } = tip.getBoundingClientRect();
  const middle = (anchor.top + anchor.bottom) / 2;
  const below = top + (verticalOffset === undefined ? anchor.bottom + GAP : middle + verticalOffset);
  const above = (verticalOffset === undefined ? anchor.top - GAP : middle - verticalOffset) - height - bottom;
  const fitsBelow = below + height + bottom <= innerHeight;
  const isBelow = preferBelow ? fitsBelow || above < 0 : above < top && fitsBelow;
  const x = Math.min(anchor.left + anchor.width / 2 - width / 2, innerWidth - width - right);
  tip.style.left = `${Math.max(left, x)}px`;
  tip.style.top = `${isBelow ? below : above}px`;
}

function sidesOf(margin: Margin | undefined): { readonly [side in "left" | "right" | "top" | "bottom"]: number } {
  if (typeof margin === "number") return { left: margin, right: margin, top: margin, bottom: margin };
  const gapAside = margin === undefined ? GAP : 0;
  return {
    left: margin?.left ?? gapAside,
    right: margin?.right ?? gapAside,
    top: margin?.top ?? 0,
    bottom: margin?.bottom ?? 0,
  };
}
