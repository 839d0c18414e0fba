import type { LayoutProps, Read } from "../../controls/control-props.ts";
import { type BoxProps, expands } from "../../layout/layout.ts";
import { ownListLayout } from "../../layout/line.ts";
import { boxLayout } from "../../layout/simple.ts";
import { baseProps } from "../dom/base-props.ts";
import { adopt, css, element } from "../dom/css.ts";
import type { Parts, Setter } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";
import { featureNames } from "./loaders.ts";

/** Creates an element with `display: contents`: its child is laid out as if it were in its place. */
export function makeDisplayContents<K extends "div" | "form">(view: View, tag: K): HTMLElementTagNameMap[K] {
  view.isContents = true;
  return element(tag, "r-control");
}

/** Gives the element a box if a property needs one, or if `build()` returned a list. */
export function setContents(view: View): void {
  const { root } = view;
  const isList = view.children.has("controls");
  const hasStyle = [...root.style].some((name) => !name.startsWith("flex"));
  const needsBox = isList || hasStyle || root.hasAttribute("aria-description") || view.listensTo("sizeChange");
  view.isContents = !needsBox && !expands(view.props as BoxProps);
  view.layout = isList ? ownListLayout : boxLayout;
  root.classList.toggle("r-box-cell", !view.isContents);
  root.classList.toggle("r-control-list", isList);
}

/** Setters of the properties of every control. While one of these properties needs a box, the element gets one. */
export const displayContentsProps: { readonly [name: string]: Setter<LayoutProps<Read>, Parts> } = Object.fromEntries(
  ["expand", ...Object.keys(baseProps), ...featureNames].map((name): [string, Setter<LayoutProps<Read>, Parts>] => [
    name,
    (view) => {
      baseProps[name]?.(view);
      setContents(view);
    },
  ]),
);

adopt(css`
.r-control:not(.r-box-cell) { display: contents; }
.r-control.r-control-list { display: flex; flex-direction: column; align-items: flex-start; gap: 10px; }
`);
