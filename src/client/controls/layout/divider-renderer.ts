import type { Read } from "../../../controls/control-props.ts";
import type { DividerLineProps } from "../../../controls/layout/divider-props.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { px, toColor } from "../../dom/css-values.ts";
import { toRadius } from "../../dom/shape.ts";
import type { Renderer } from "../../rendering/renderer.ts";

/** Returns a renderer for a divider. Its line is in the middle of the space that the divider takes up. */
export function dividerRenderer(direction: "horizontal" | "vertical"): Renderer<DividerLineProps<Read>> {
  const renderer: Renderer<DividerLineProps<Read>> = {
    create() {
      const root = element("div", direction === "vertical" ? "r-divider r-divider-vertical" : "r-divider");
      root.role = "separator";
      if (direction === "vertical") root.ariaOrientation = direction;
      return { root };
    },
    props: {
      color: ({ root, props }) => setStyle(root, "--r-d-color", toColor(props.color)),
      // A thickness of 0 draws the thinnest possible line: one physical pixel of the screen.
      thickness: ({ root, props }) =>
        setStyle(root, "--r-d-line", props.thickness === 0 ? "0.1px" : px(props.thickness)),
      leadingIndent: ({ root, props }) => setStyle(root, "--r-d-before", px(props.leadingIndent)),
      trailingIndent: ({ root, props }) => setStyle(root, "--r-d-behind", px(props.trailingIndent)),
      radius: ({ root, props }) => setStyle(root, "--r-d-radius", toRadius(props.radius)),
    },
  };
  return renderer;
}

adopt(css`
.r-divider {
  display: flex;
  align-items: center;
  flex: none;
  block-size: 16px;
}
.r-divider::before {
  content: "";
  flex: 1;
  border-block-start: var(--r-d-line, 1px) solid var(--r-d-color, var(--r-outlinevariant));
  border-radius: var(--r-d-radius, 0);
  margin-inline: var(--r-d-before, 0) var(--r-d-behind, 0);
}
.r-menu > .r-divider { margin-block: 8px; }
.r-divider-vertical { flex-direction: column; inline-size: 16px; block-size: auto; }
.r-divider-vertical::before {
  border-block-start: 0;
  border-inline-start: var(--r-d-line, 1px) solid var(--r-d-color, var(--r-outlinevariant));
  margin-inline: 0;
  margin-block: var(--r-d-before, 0) var(--r-d-behind, 0);
}
`);
