import type { LayoutProps, Read } from "../../controls/control-props.ts";
import { adopt, css, setStyle } from "../dom/css.ts";
import { px } from "../dom/css-values.ts";
import { type Feature, layoutProperties } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

/** Setter of the position of a control in a Stack. It has no effect elsewhere. */
function position({ root, props: { left, top, right, bottom } }: View<LayoutProps<Read>>): void {
  setStyle(root, "--r-at-left", px(left));
  setStyle(root, "--r-at-top", px(top));
  setStyle(root, "--r-at-right", px(right));
  setStyle(root, "--r-at-bottom", px(bottom));
  const [isAtX, isAtY] = [left != null || right != null, top != null || bottom != null];
  root.classList.toggle("r-position", isAtX || isAtY);
  root.classList.toggle("r-position-x", isAtX);
  root.classList.toggle("r-position-y", isAtY);
}

for (const name of ["left", "top", "right", "bottom"]) layoutProperties.add(name);

/** Setters of the position in a Stack. Loaded when one of them is used. */
export const feature: Feature = { left: position, top: position, right: position, bottom: position };

/**
 * Styles of a positioned control. Along an axis with both sides set, it fills the space between them. Along the other
 * axis, it fits its content.
 */
adopt(css`
@property --r-at-left { syntax: "*"; inherits: false; }
@property --r-at-top { syntax: "*"; inherits: false; }
@property --r-at-right { syntax: "*"; inherits: false; }
@property --r-at-bottom { syntax: "*"; inherits: false; }
.r-root [data-box~="positioned"] {
  position: absolute;
  left: var(--r-at-left, auto);
  top: var(--r-at-top, auto);
  right: var(--r-at-right, auto);
  bottom: var(--r-at-bottom, auto);
  inline-size: max-content;
  max-inline-size: none;
  translate: none;
}
.r-root [data-box~="shifted"].r-position:not(.r-position-x) {
  left: calc(var(--r-shift-x) * (100% - var(--r-mx)));
  translate: calc(var(--r-shift-x) * -100%) 0;
}
.r-root [data-box~="shifted"].r-position:not(.r-position-y) {
  top: calc(var(--r-shift-y) * (100% - var(--r-my)));
  translate: 0 calc(var(--r-shift-y) * -100%);
}
`);
