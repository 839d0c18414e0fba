import type { LayoutProps, Read } from "../core/control-props.ts";
import type { Alignment } from "../core/values/layout.ts";
import { setAttribute, setStyle } from "./css.ts";
import type { Parts, Setter } from "./renderer.ts";
import { observeSize } from "./size.ts";
import { px, toInsets, toPosition } from "./style.ts";
import { describeWithTooltip } from "./tooltip.ts";
import type { View } from "./view.ts";

type BaseView = View<LayoutProps<Read>>;
type BaseSetter = (view: BaseView) => void;

const transform: BaseSetter = ({ root, props: { rotate, scale, offset, flip } }) => {
  const steps: string[] = [];
  let origin: Alignment | undefined;
  if (offset != null) steps.push(`translate(${(offset.x ?? 0) * 100}%, ${(offset.y ?? 0) * 100}%)`);
  if (rotate != null) {
    steps.push(`rotate(${typeof rotate === "number" ? rotate : rotate.angle}rad)`);
    if (typeof rotate !== "number") origin = rotate.alignment;
  }
  if (scale != null) {
    const both = typeof scale === "number" ? scale : (scale.scale ?? 1);
    const [x, y] = typeof scale === "number" ? [both, both] : [scale.scaleX ?? both, scale.scaleY ?? both];
    steps.push(`scale(${x}, ${y})`);
    if (typeof scale !== "number") origin ??= scale.alignment;
  }
  if (flip != null) steps.push(`scale(${flip.flipX === true ? -1 : 1}, ${flip.flipY === true ? -1 : 1})`);
  setStyle(root, "transform", steps.join(" "));
  setStyle(root, "transform-origin", toPosition(origin));
};

const size: BaseSetter = ({ root, props: { width, height, aspectRatio } }) => {
  setStyle(root, "width", px(width));
  setStyle(root, "height", px(height));
  setStyle(root, "aspect-ratio", aspectRatio == null ? null : String(aspectRatio));
  root.classList.toggle("r-wide", width != null);
  root.classList.toggle("r-high", height != null);
};

const expand: BaseSetter = ({ root, props: { expand: share, expandLoose } }) => {
  const isExpanded = share !== null && share !== undefined && share !== false;
  root.classList.toggle("r-expand", isExpanded);
  setStyle(root, "flex", isExpanded ? `${Number(share)} 1 0` : null);
  setStyle(root, "max-inline-size", null);
  root.classList.toggle("r-loose", isExpanded && expandLoose === true);
};

const align: BaseSetter = ({ root, props: { align: at } }) => {
  const self = (value: number): string => (value < 0 ? "start" : value > 0 ? "end" : "center");
  root.classList.toggle("r-placed", at != null);
  setStyle(root, "--r-at-x", at == null ? null : self(at.x));
  setStyle(root, "--r-at-y", at == null ? null : self(at.y));
};

/** Setters of the properties that every control has; a renderer's own come before them. */
export const baseProps: { readonly [name: string]: Setter<unknown, Parts> | undefined } = {
  visible: ({ root, props, parent }) => {
    root.hidden = props.visible === false;
    if (parent?.renderer.arranges !== undefined) parent.renderer.childrenChanged?.(parent);
  },
  opacity: ({ root, props }) => setStyle(root, "opacity", props.opacity === 1 ? null : String(props.opacity)),
  rtl: ({ root, props }) => setAttribute(root, "dir", props.rtl === true ? "rtl" : null),
  tooltip: describeWithTooltip,
  expand,
  expandLoose: expand,
  width: size,
  height: size,
  aspectRatio: size,
  margin: ({ root, props }) => setStyle(root, "margin", toInsets(props.margin)),
  align,
  rotate: transform,
  scale: transform,
  offset: transform,
  flip: transform,
  onSizeChange: observeSize,
  sizeChangeInterval: observeSize,
} satisfies { [K in keyof LayoutProps<Read>]?: BaseSetter } as { readonly [name: string]: Setter<unknown, Parts> };
