import type { LayoutProps, Read } from "../../controls/control-props.ts";
import { baseProps } from "../dom/base-props.ts";
import { adopt, css, element } from "../dom/css.ts";
import type { Parts, Setter } from "../rendering/renderer.ts";
import { featureNames } from "./loaders.ts";

/** Creates an element with `display: contents`: its children are laid out as if they were in its place. */
export function makeDisplayContents<K extends "div" | "form">(tag: K): HTMLElementTagNameMap[K] {
  return element(tag, "r-control");
}

/** Setters of the properties of every control. While one of these properties needs a box, the element gets one. */
export const displayContentsProps: { readonly [name: string]: Setter<LayoutProps<Read>, Parts> } = Object.fromEntries(
  [...Object.keys(baseProps), ...featureNames].map((name): [string, Setter<LayoutProps<Read>, Parts>] => [
    name,
    (view) => {
      baseProps[name]?.(view);
      const { root } = view;
      const needsBox = root.style.length > 0 || root.hasAttribute("aria-description") || view.listensTo("sizeChange");
      root.classList.toggle("r-control-boxed", needsBox);
    },
  ]),
);

adopt(css`
.r-control { display: contents; }
.r-control.r-control-boxed, .r-control.r-control-list { display: flex; flex-direction: column; align-items: flex-start; }
.r-tab-bar-view > .r-control.r-control { display: flex; flex-direction: column; }
.r-control.r-control-list { gap: 10px; }
.r-control.r-control-boxed:not(.r-control-list) { align-items: stretch; }
.r-control.r-control-boxed:not(.r-control-list) > * { flex: 1 1 auto; }
`);
