import type { BoxConstraints } from "../../values/box-constraints.ts";
import { setStyle } from "./css.ts";
import { px } from "./css-values.ts";

/** Sets the minimum and maximum size of an element. */
export function setConstraints(target: HTMLElement, bounds: BoxConstraints | null | undefined): void {
  setStyle(target, "min-width", px(bounds?.minWidth));
  setStyle(target, "max-width", px(bounds?.maxWidth));
  setStyle(target, "min-height", px(bounds?.minHeight));
  setStyle(target, "max-height", px(bounds?.maxHeight));
}
