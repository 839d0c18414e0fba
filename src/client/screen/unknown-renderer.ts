import { element } from "../dom/css.ts";
import type { Renderer } from "../rendering/renderer.ts";

/** Placeholder for a control that this client cannot show: its type, with its children below. */
export const unknownRenderer: Renderer = {
  create(view) {
    const root = element("div", "r-error");
    root.textContent = `No renderer for ${view.type}: is its module in clientModules?`;
    return { root };
  },
};
