import type { Read } from "../../../controls/control-props.ts";
import type { PlaceholderProps } from "../../../controls/display/placeholder.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { px, toColor } from "../../dom/css-values.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Creates a line from corner to corner, for any size. */
function line(x1: string, y1: string, x2: string, y2: string): SVGElement {
  const made = document.createElementNS(SVG, "line");
  for (const [name, at] of Object.entries({ x1, y1, x2, y2 })) made.setAttribute(name, at);
  return made;
}

/** A crossed box. */
export const renderer: Renderer<PlaceholderProps<Read>, Parts> = {
  create() {
    const root = element("div", "r-placeholder");
    const cross = document.createElementNS(SVG, "svg");
    cross.setAttribute("aria-hidden", "true");
    cross.append(line("0", "0", "100%", "100%"), line("100%", "0", "0", "100%"));
    root.append(cross);
    return { root };
  },
  props: {
    color: ({ root, props }) => setStyle(root, "--r-line", toColor(props.color)),
    strokeWidth: ({ root, props }) => setStyle(root, "--r-line-width", px(props.strokeWidth)),
    fallbackWidth: ({ root, props }) => setStyle(root, "--r-fallback-width", px(props.fallbackWidth)),
    fallbackHeight: ({ root, props }) => setStyle(root, "--r-fallback-height", px(props.fallbackHeight)),
  },
};

adopt(css`
.r-placeholder {
  position: relative;
  display: grid;
  inline-size: var(--r-fallback-width);
  block-size: var(--r-fallback-height);
  max-inline-size: 100%;
  border: var(--r-line-width) solid var(--r-line);
  overflow: clip;
}
.r-placeholder > svg {
  position: absolute;
  inline-size: 100%;
  block-size: 100%;
  stroke: var(--r-line);
  stroke-width: var(--r-line-width);
}
.r-placeholder > :not(svg) { position: relative; }
`);
