import type { Read } from "../../../controls/control-props.ts";
import type { StackProps } from "../../../controls/layout/stack.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { inFull, toPercent } from "../../dom/css-values.ts";
import type { Renderer } from "../../rendering/renderer.ts";

/** Controls on top of each other. All of them are in the same cell of a grid. */
export const renderer: Renderer<StackProps<Read>> = {
  create: () => ({ root: element("div", "r-stack r-cell") }),
  props: {
    alignment({ root, props }) {
      const alignment = inFull(props.alignment);
      root.classList.toggle("r-stack-aligned", alignment != null);
      setStyle(root, "--r-s-x", alignment == null ? null : toPercent(alignment.x));
      setStyle(root, "--r-s-y", alignment == null ? null : toPercent(alignment.y));
    },
    clipBehavior: ({ root, props }) => setStyle(root, "overflow", props.clipBehavior === "none" ? "visible" : null),
  },
};

adopt(css`
.r-stack {
  position: relative;
  overflow: clip;
}
[data-box~="stacked"] { grid-area: 1 / 1; }
.r-stack > * {
  --r-at-left: initial;
  --r-at-top: initial;
  --r-at-right: initial;
  --r-at-bottom: initial;
}
.r-stack-aligned { place-items: start left; }
.r-stack-aligned > :not(.r-position) {
  position: relative;
  inset: var(--r-s-y) auto auto var(--r-s-x);
  translate: calc(-1 * var(--r-s-x)) calc(-1 * var(--r-s-y));
}
`);
