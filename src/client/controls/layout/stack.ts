import type { Read } from "../../../controls/control-props.ts";
import type { StackProps } from "../../../controls/layout/stack.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import "../../features/shifted.ts";
import type { Renderer } from "../../rendering/renderer.ts";

/** Controls on top of each other. All of them are in the same cell of a grid. */
export const renderer: Renderer<StackProps<Read>> = {
  create: () => ({ root: element("div", "r-stack r-box-cell") }),
  props: {
    alignment({ root, props }) {
      root.classList.toggle("r-stack-aligned", props.alignment != null);
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
.r-stack-aligned { place-items: start left; }
`);
