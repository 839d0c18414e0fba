import type { LayoutProps, Read } from "../../controls/control-props.ts";
import { sumOf } from "../../layout/layout.ts";
import type { Parts, Setter } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";
import { setAttribute, setStyle } from "./css.ts";
import { px, toInsets } from "./css-values.ts";

type BaseView = View<LayoutProps<Read>>;
type BaseSetter = (view: BaseView) => void;

const size: BaseSetter = ({ root, props: { width, height, aspectRatio } }) => {
  setStyle(root, "width", px(width));
  setStyle(root, "height", px(height));
  setStyle(root, "aspect-ratio", aspectRatio == null ? null : String(aspectRatio));
  root.classList.toggle("r-box-wide", width != null);
  root.classList.toggle("r-box-high", height != null);
};

/**
 * Setters of the properties that every control has. A renderer's own setter takes precedence. Setters of rarely used
 * properties are added by `features.ts`, once a document has such a property.
 */
export const baseProps: { [name: string]: Setter<unknown, Parts> | undefined } = {
  visible: ({ root, props, parent }) => {
    root.hidden = props.visible === false;
    if (parent?.renderer.arranges !== undefined) parent.renderer.childrenChanged?.(parent);
  },
  opacity: ({ root, props }) => setStyle(root, "opacity", props.opacity === 1 ? null : String(props.opacity)),
  rtl: ({ root, props }) => setAttribute(root, "dir", props.rtl === true ? "rtl" : null),
  width: size,
  height: size,
  aspectRatio: size,
  margin({ root, props: { margin } }) {
    setStyle(root, "margin", toInsets(margin));
    setStyle(root, "--r-mx", margin == null ? null : `${sumOf(margin, "x")}px`);
    setStyle(root, "--r-my", margin == null ? null : `${sumOf(margin, "y")}px`);
  },
} satisfies { [K in keyof LayoutProps<Read>]?: BaseSetter } as { readonly [name: string]: Setter<unknown, Parts> };
