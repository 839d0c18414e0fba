import type { ScrollMode } from "../core/values/layout.ts";
import { setAttribute, setStyle } from "./css.ts";

/** How what does not fit along an axis scrolls. What scrolls can be reached by keyboard. */
export function setScroll(target: HTMLElement, mode: ScrollMode | null | undefined, axis: "x" | "y"): void {
  const overflow = mode == null ? null : mode === "always" ? "scroll" : "auto";
  setStyle(target, `overflow-${axis}`, overflow);
  setStyle(target, "scrollbar-width", mode === "hidden" ? "none" : null);
  setAttribute(target, "tabindex", overflow === null ? null : "0");
}
