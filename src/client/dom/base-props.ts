import type { LayoutProps, Read } from "../../controls/control-props.ts";
import { sumOf } from "../../layout/layout.ts";
import type { Parts, Setter } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";
import { setAttribute, setStyle } from "./css.ts";
import { inFull, px, toInsets, toPosition } from "./css-values.ts";
import { observeSize } from "./size-observer.ts";

type BaseView = View<LayoutProps<Read>>;
type BaseSetter = (view: BaseView) => void;

/**
 * Setter of the properties that move, turn or scale a control. Where possible, each property has its own CSS property,
 * so that it can be animated separately.
 */
const transform: BaseSetter = ({ root, props: { rotate, scale, offset, flip, transform } }) => {
  setStyle(root, "translate", offset == null ? null : `${(offset.x ?? 0) * 100}% ${(offset.y ?? 0) * 100}%`);
  setStyle(root, "rotate", rotate == null ? null : `${typeof rotate === "number" ? rotate : rotate.angle}rad`);
  const both = typeof scale === "number" ? { scale } : scale;
  const factor = both?.scale ?? 1;
  setStyle(root, "scale", both == null ? null : `${both.scaleX ?? factor} ${both.scaleY ?? factor}`);
  const steps: string[] = [];
  if (flip != null) steps.push(`scale(${flip.flipX === true ? -1 : 1}, ${flip.flipY === true ? -1 : 1})`);
  if (transform != null) {
    const { x = 0, y = 0 } = transform.origin ?? {};
    steps.push(`translate(${x}px, ${y}px)`, `matrix3d(${transform.matrix.join()})`, `translate(${-x}px, ${-y}px)`);
  }
  setStyle(root, "transform", steps.join(" "));
  const about = typeof rotate === "object" ? rotate?.alignment : undefined;
  setStyle(root, "transform-origin", toPosition(about ?? both?.alignment ?? transform?.alignment));
};

const size: BaseSetter = ({ root, props: { width, height, aspectRatio } }) => {
  setStyle(root, "width", px(width));
  setStyle(root, "height", px(height));
  setStyle(root, "aspect-ratio", aspectRatio == null ? null : String(aspectRatio));
  root.classList.toggle("r-box-wide", width != null);
  root.classList.toggle("r-box-high", height != null);
};

const align: BaseSetter = ({ root, props }) => {
  const at = inFull(props.align);
  const self = (value: number): string => (value < 0 ? "start" : value > 0 ? "end" : "center");
  setStyle(root, "--r-at-x", at == null ? null : self(at.x));
  // Left is left from right to left, too.
  setStyle(root, "--r-at-x-rtl", at == null ? null : self(-at.x));
  setStyle(root, "--r-at-y", at == null ? null : self(at.y));
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
  align,
  rotate: transform,
  scale: transform,
  offset: transform,
  flip: transform,
  transform,
  onSizeChange: observeSize,
  sizeChangeInterval: observeSize,
} satisfies { [K in keyof LayoutProps<Read>]?: BaseSetter } as { readonly [name: string]: Setter<unknown, Parts> };
