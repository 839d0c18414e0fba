import { element } from "../dom/css.ts";
import type { View } from "../rendering/view.ts";

/** Returns a placeholder for a control whose renderer threw. */
export function errorPlaceholder(view: View): HTMLElement {
  const root = element("div", "r-error");
  root.textContent = `This ${view.type} could not be shown.`;
  return root;
}
